import { createServer, type IncomingMessage } from 'node:http';
import { buffer, json } from 'node:stream/consumers';

/** A tool that a model calls, and with what. */
export interface ToolCall {
	tool: string;
	with: object;
}

/** What a model knows when it decides what to say. */
export interface Asked {
	/** What the person wrote last. */
	text: string;
	/** What the tools gave that it has called for that. */
	results: string[];
	/** The names of the tools that it may call. */
	tools: string[];
}

/** A language model on loopback that speaks as OpenAI's does. It also writes down what is said in audio files. */
export interface AnsweringModel {
	/** What n8n's OpenAI credential needs. */
	credential: { apiKey: string; url: string; header: false };
	/** What it was asked, in order. */
	asked: Asked[];
	/** The names of the tools that it was offered. */
	tools: Set<string>;
	close(): Promise<void>;
}

interface Message {
	role: string;
	content: unknown;
}

interface Question {
	stream?: boolean;
	messages: Message[];
	tools?: Array<{ function: { name: string } }>;
}

function textOf({ content }: Pick<Message, 'content'>): string {
	return typeof content === 'string' ? content : JSON.stringify(content);
}

function askedIn({ messages, tools = [] }: Question): Asked {
	const last = messages.findLastIndex(({ role }) => role === 'user');
	const results = messages.slice(last + 1).filter(({ role }) => role === 'tool');
	return {
		text: textOf(messages[last] ?? { content: '' }),
		results: results.map(textOf),
		tools: tools.map(({ function: { name } }) => name),
	};
}

/** In place of sounds, a recording has its words behind these marks: the first four bytes of an Ogg file. */
export function recordingOf(words: string): Buffer {
	return Buffer.from(`OggS<${words}>`);
}

async function transcribe(request: IncomingMessage): Promise<object> {
	const form = (await buffer(request)).toString('utf8');
	return { text: /OggS<(.*?)>/.exec(form)?.[1] ?? '' };
}

/**
 * Starts such a model.
 *
 * @param answer what it always answers, or how it decides
 */
export async function startAnsweringModel(
	answer: string | ((asked: Asked) => string | ToolCall),
): Promise<AnsweringModel> {
	const all: Asked[] = [];
	const tools = new Set<string>();
	const base = { id: 'answer', created: 0, model: 'stand-in' };

	function decide(question: Question): Message & { tool_calls?: object[] } {
		const asked = askedIn(question);
		for (const name of asked.tools) tools.add(name);
		all.push(asked);
		const said = typeof answer === 'string' ? answer : answer(asked);
		if (typeof said === 'string') return { role: 'assistant', content: said };
		const call = { name: said.tool, arguments: JSON.stringify(said.with) };
		const tool_calls = [{ index: 0, id: `call_${all.length}`, type: 'function', function: call }];
		return { role: 'assistant', content: null, tool_calls };
	}

	async function complete(request: IncomingMessage): Promise<{ kind: string; body: string }> {
		const question = (await json(request)) as Question;
		const { stream } = question;
		const message = decide(question);
		const finish = { index: 0, finish_reason: message.tool_calls ? 'tool_calls' : 'stop' };
		const choices = [{ ...finish, ...(stream ? { delta: message } : { message }) }];
		const object = stream ? 'chat.completion.chunk' : 'chat.completion';
		const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
		const text = JSON.stringify({ ...base, object, choices, usage });
		return stream
			? { kind: 'text/event-stream', body: `data: ${text}\n\ndata: [DONE]\n\n` }
			: { kind: 'application/json', body: text };
	}

	async function answerTo(request: IncomingMessage): Promise<{ kind: string; body: string }> {
		const { method, url = '' } = request;
		if (method === 'POST' && url.endsWith('/chat/completions')) return await complete(request);
		const isSound = method === 'POST' && url.endsWith('/audio/transcriptions');
		// n8n asks for the list when the credential is saved, and to choose from it.
		const isList = method === 'GET' && url.endsWith('/models');
		if (!isSound && !isList) throw new Error(`The stand-in model doesn't know ${method} ${url}`);
		const list = { object: 'list', data: [{ id: base.model, object: 'model' }] };
		const body = JSON.stringify(isSound ? await transcribe(request) : list);
		return { kind: 'application/json', body };
	}

	const server = createServer((request, response) => {
		const send = (status: number, kind: string, body: string) => {
			response.writeHead(status, { 'content-type': kind });
			response.end(body);
		};
		answerTo(request).then(
			({ kind, body }) => send(200, kind, body),
			(error: unknown) => {
				const { message } = error as Error;
				send(400, 'application/json', JSON.stringify({ error: { message } }));
			},
		);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	const port = typeof address === 'object' ? address?.port : 0;
	return {
		credential: { apiKey: 'stand-in', url: `http://127.0.0.1:${port}/v1`, header: false },
		...{ asked: all, tools },
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
