import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';

/** A language model on loopback that speaks as OpenAI's does, and always answers the same. */
export interface AnsweringModel {
	/** What n8n's OpenAI credential needs. */
	credential: { apiKey: string; url: string; header: false };
	/** What it was asked, in order, as far as it is text. */
	questions: string[];
	close(): Promise<void>;
}

interface Question {
	stream?: boolean;
	messages: Array<{ role: string; content: unknown }>;
}

/**
 * Starts such a model.
 *
 * @param content what it answers
 */
export async function startAnsweringModel(content: string): Promise<AnsweringModel> {
	const questions: string[] = [];
	const message = { role: 'assistant', content };
	const base = { id: 'answer', created: 0, model: 'stand-in' };
	const finish = { index: 0, finish_reason: 'stop' };
	const server = createServer((request, response) => {
		void json(request).then((body) => {
			const { stream, messages } = body as Question;
			questions.push(JSON.stringify(messages.at(-1)?.content));
			const choices = [{ ...finish, ...(stream ? { delta: message } : { message }) }];
			const kind = stream ? 'chat.completion.chunk' : 'chat.completion';
			const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
			const answer = JSON.stringify({ ...base, object: kind, choices, usage });
			response.setHeader('content-type', stream ? 'text/event-stream' : 'application/json');
			response.end(stream ? `data: ${answer}\n\ndata: [DONE]\n\n` : answer);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	const port = typeof address === 'object' ? address?.port : 0;
	return {
		credential: { apiKey: 'stand-in', url: `http://127.0.0.1:${port}/v1`, header: false },
		questions,
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
