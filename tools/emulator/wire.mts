import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { splitAddress } from './answering.mts';
import type { Answer, ReceivedRequest } from './types.mts';

function parse(json: string): unknown {
	try {
		return JSON.parse(json) as unknown;
	} catch {
		return undefined;
	}
}

/**
 * Reads a request to its end.
 *
 * @param incoming the request as it comes in
 */
export async function receive(incoming: IncomingMessage): Promise<ReceivedRequest> {
	const { method = '', url: target = '', headers } = incoming;
	const [, path = '', search] = /^([^?]*)(.*)$/s.exec(target) ?? [];
	const body = await text(incoming);
	return {
		method,
		path: splitAddress(path).path,
		target,
		query: Object.fromEntries(new URLSearchParams(search)),
		headers,
		text: body,
		body: parse(body),
	};
}

/**
 * Sends an answer.
 *
 * @param response where to
 * @param answer what to send
 * @param hangUp drops the connection after half of the body; at least one promised byte is missing
 */
export function send(response: ServerResponse, answer: Answer, hangUp = false): void {
	const { status = 200, headers = {}, body } = answer;
	const isJson = typeof body === 'object' && body !== null && !Buffer.isBuffer(body);
	const content = isJson ? Buffer.from(JSON.stringify(body)) : Buffer.from(body ?? '');

	response.statusCode = status;
	response.setHeader('Content-Type', isJson ? 'application/json' : 'text/plain; charset=utf-8');
	for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
	if (!hangUp) {
		response.end(content);
		return;
	}
	response.setHeader('Content-Length', Math.max(content.length, 1));
	response.flushHeaders();
	response.write(content.subarray(0, content.length / 2), () => response.destroy());
}
