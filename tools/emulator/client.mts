import type { Emulator } from './types.mts';

/** How a request departs from one that is right. */
export interface Call {
	/** GET, or POST with a body, if left out. */
	method?: string;
	/** Sent as JSON. */
	body?: unknown;
	/** Sent as it is, instead of `body`. */
	text?: string;
	/** Put in place of the usual ones; undefined leaves one out. */
	headers?: Record<string, string | undefined>;
	instance?: string;
	token?: string;
	signal?: AbortSignal;
}

/**
 * Sends a request that is right unless told otherwise.
 *
 * @param emulator where to
 * @param path what follows the instance's address, or a path that starts with `/instances`
 * @param call what is different
 */
export async function send(emulator: Emulator, path: string, call: Call = {}): Promise<Response> {
	const { body, text = body === undefined ? undefined : JSON.stringify(body) } = call;
	const { instance, token, clientToken } = emulator.account;
	const address = `/instances/${call.instance ?? instance}/token/${call.token ?? token}`;
	const headers = {
		'Client-Token': clientToken,
		'Content-Type': 'application/json',
		...call.headers,
	};
	return fetch(emulator.baseUrl + (path.startsWith('/instances') ? path : address + path), {
		method: call.method ?? (text === undefined ? 'GET' : 'POST'),
		headers: Object.entries(headers).filter((header): header is [string, string] => !!header[1]),
		...(text === undefined ? {} : { body: Buffer.from(text) }),
		...(call.signal ? { signal: call.signal } : {}),
	});
}

/**
 * Sends a request as {@link send} does, and reads the answer.
 *
 * @returns its status and what its JSON says
 */
export async function answer(
	emulator: Emulator,
	path: string,
	call: Call = {},
): Promise<{ status: number; body: unknown }> {
	const response = await send(emulator, path, call);
	return { status: response.status, body: await response.json() };
}

/** What {@link answer} gives where all went well. */
export function ok(body: unknown): { status: number; body: unknown } {
	return { status: 200, body };
}

/** What {@link answer} gives for a request that was refused. */
export function refused(
	status: number,
	error: unknown,
	more: object = {},
): { status: number; body: unknown } {
	return { status, body: { error, ...more } };
}
