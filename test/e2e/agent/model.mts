import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';

/** A message of a conversation, as OpenAI's chat interface has it. */
interface Message {
	role: string;
	content?: unknown;
}

/** A tool, as n8n describes it to a model. */
interface Tool {
	name: string;
	description: string;
	parameters: object;
}

/** What n8n asks a model. */
interface Question {
	messages: Message[];
	/** Whether it wants the answer in pieces, as older agents do. */
	stream?: boolean;
	tools: Array<{ function: Tool }>;
}

/** A language model that calls the first tool with the same arguments, and then repeats what the tool gave. */
export interface StandInModel {
	/** A credential for it, as n8n takes a new one. */
	credential: { name: string; type: string; data: object };
	/** The tools that it was offered, once it was asked. */
	tools: Tool[];
	/** Ends it, at the end of the block in which it is declared. */
	[Symbol.asyncDispose](): Promise<void>;
}

/**
 * Starts a model on loopback that speaks as OpenAI's does.
 *
 * @param calls what it calls the tool with, once for each of them, all at the same time
 */
export async function startModel(...calls: object[]): Promise<StandInModel> {
	const tools: Tool[] = [];
	const server = createServer((request, response) => {
		void json(request).then((body) => {
			const question = body as Question;
			tools.splice(0, tools.length, ...question.tools.map((tool) => tool.function));
			const result = question.messages.findLast(({ role }) => role === 'tool');
			const tool_calls = calls.map((toolArguments, index) => ({
				...{ id: `call_${index + 1}`, type: 'function' },
				function: { name: tools[0]?.name, arguments: JSON.stringify(toolArguments) },
			}));
			const message = result
				? { role: 'assistant', content: result.content }
				: { role: 'assistant', content: null, tool_calls };
			const finish_reason = result ? 'stop' : 'tool_calls';
			const base = { id: 'answer', created: 0, model: 'stand-in' };
			if (question.stream) {
				const numbered = tool_calls.map((call, index) => ({ index, ...call }));
				const delta = { ...message, ...(result ? {} : { tool_calls: numbered }) };
				const piece = {
					...{ ...base, object: 'chat.completion.chunk' },
					choices: [{ index: 0, delta, finish_reason }],
				};
				response.setHeader('content-type', 'text/event-stream');
				response.end(`data: ${JSON.stringify(piece)}\n\ndata: [DONE]\n\n`);
				return;
			}
			response.setHeader('content-type', 'application/json');
			response.end(
				JSON.stringify({
					...{ ...base, object: 'chat.completion' },
					choices: [{ index: 0, message, finish_reason }],
					usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
				}),
			);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	const port = typeof address === 'object' ? address?.port : 0;
	return {
		credential: {
			...{ name: 'Stand-in model', type: 'openAiApi' },
			data: { apiKey: 'stand-in', url: `http://127.0.0.1:${port}/v1` },
		},
		tools,
		async [Symbol.asyncDispose]() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
