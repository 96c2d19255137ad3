import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { seedAccount } from '../../tools/emulator/seed.mts';
import { answer, headOf, keepOn, type Meet } from './faultyServer.mts';

/** Something that can go wrong between a request and its answer, or look as if it did. */
export interface Fault {
	name: string;
	/** What the server does; `refuse` is that it isn't there. */
	meet: Meet | 'refuse';
	/** For what only ends when the client has waited long enough. */
	isSlow?: true;
	/** For what should not be there too often at the same time. */
	isLarge?: true;
	/** For a good answer in which nothing is said. */
	hasNoContent?: true;
	/** For a good answer that has only letters which are the same in every charset. */
	isPlain?: true;
}

/** What a good answer says, whichever operation it is for. */
export const GOOD = { value: true, note: 'São João ☀️' };

export const TEN_MEGABYTES = 10 * 1024 * 1024;
export const GOOD_TEXT = JSON.stringify(GOOD);
export const JSON_TYPE = 'Content-Type: application/json';

export function inBytes(text: string): string {
	return `Content-Length: ${Buffer.byteLength(text)}`;
}

/** Sends these bytes and nothing else, then ends the connection in good order. */
export function raw(...parts: Array<string | Buffer>): Meet {
	return (socket) => {
		for (const part of parts) socket.write(part);
		socket.end();
	};
}

export function page(body: string | Buffer, status = '200 OK', ...headers: string[]): Meet {
	return (socket) => {
		const length = `Content-Length: ${Buffer.byteLength(body)}`;
		raw(headOf(status, 'Content-Type: text/html', length, ...headers), body)(socket, {} as never);
	};
}

/** Sends something, waits until it must have arrived, and breaks the connection. */
export function breakAfter(...parts: Array<string | Buffer>): Meet {
	return (socket) => {
		for (const part of parts) socket.write(part);
		setTimeout(() => socket.resetAndDestroy(), 40);
	};
}

export function encoded(encoding: string, content: Buffer): Meet {
	return (socket) => answer(socket, content, '200 OK', `Content-Encoding: ${encoding}`);
}

/** The chunks of a body that is sent in pieces, with what is allowed there besides. */
export function chunksOf(text: string): string {
	const content = Buffer.from(text);
	const pieces = Array.from({ length: Math.ceil(content.length / 3) }, (_, index) =>
		content.subarray(index * 3, index * 3 + 3),
	);
	return pieces
		.map((piece) => `${piece.length.toString(16)};note=x\r\n${piece.toString('latin1')}\r\n`)
		.join('');
}

function trickle(head: string, piece: string): Meet {
	return (socket) => {
		socket.write(head);
		keepOn(socket, () => socket.write(piece));
	};
}

/** The request as text, with the secrets in it. */
function echo(socket: Socket, raw: Buffer, status: string, type: string): void {
	const text = raw.toString('latin1');
	const content = type === 'text/html' ? `<h1>Cannot serve</h1><pre>${text}</pre>` : text;
	const body = type === 'application/json' ? JSON.stringify({ error: text }) : content;
	socket.end(headOf(status, `Content-Type: ${type}`, inBytes(body)) + body);
}

const echoes = ['text/html', 'text/plain', 'application/json'].flatMap((type) =>
	['200 OK', '404 Not Found', '502 Bad Gateway'].map(
		(status): Fault => ({
			name: `${status} that repeats the request, secrets and all, as ${type}`,
			meet: (socket, { raw: request }) => echo(socket, request, status, type),
		}),
	),
);

/** Answers so long that a quote of them ends in the middle of a secret. */
const cutSecrets = [seedAccount.instance, seedAccount.token, seedAccount.clientToken].map(
	(secret, index): Fault => ({
		name: `a long refusal with secret ${index + 1} where it is cut off`,
		meet: (socket) => answer(socket, { error: `${'x '.repeat(140)}${secret} ${'y '.repeat(140)}` }),
	}),
);

/** Redirects, and what only looks like one. The other server is told of by {@link redirectsTo}. */
const redirects: Fault[] = [
	['301 to itself', '301 Moved Permanently', 'Location: /'],
	['302 to an address that is none', '302 Found', 'Location: http://'],
	['302 to a file', '302 Found', 'Location: file:///etc/passwd'],
	['307 without an address', '307 Temporary Redirect'],
	['300 with many choices', '300 Multiple Choices'],
	['304, though nothing was asked conditionally', '304 Not Modified'],
	['305 to a proxy', '305 Use Proxy', 'Location: http://127.0.0.1:1/'],
	['399, which nobody knows', '399 Whatever'],
].map(([name = '', status = '', ...headers]) => ({
	name,
	meet: raw(headOf(status, 'Content-Length: 0', ...headers)),
}));

/** @returns one fault for each status that sends the client elsewhere, to an address of the other server's */
export function redirectsTo(other: () => string): Fault[] {
	return ['301', '302', '303', '307', '308'].map((status) => ({
		name: `${status} to another server`,
		meet: (socket, { target }) =>
			socket.end(
				headOf(`${status} Elsewhere`, 'Content-Length: 0', `Location: ${other()}${target}`),
			),
	}));
}

/** What a page can begin again and again without an end. */
export const FLOODS = ['<', '<title', '<script', '<a'];

/** A page that keeps a reader busy who looks for the end of each beginning. */
export function flood(piece: string, kilobytes: number): Fault {
	const body = `<p>${piece.repeat((kilobytes * 1024) / piece.length)}`;
	return {
		name: `a page of ${kilobytes} kB that consists of ${JSON.stringify(piece)}`,
		meet: page(body),
	};
}

/** What has to become an error in words. */
export const faults: Fault[] = [
	{ name: 'a connection that is refused', meet: 'refuse' },
	{ name: 'a reset before any answer', meet: (socket) => void socket.resetAndDestroy() },
	{ name: 'a connection that ends without a word', meet: (socket) => void socket.end() },
	{ name: 'a reset after half of the first line', meet: breakAfter('HTTP/1.') },
	{ name: 'an end in the middle of the headers', meet: raw('HTTP/1.1 200 OK\r\nContent-Ty') },
	{
		name: 'a reset between headers and body',
		meet: breakAfter(headOf('200 OK', JSON_TYPE, inBytes(GOOD_TEXT))),
	},
	{
		name: 'a reset in the middle of the body',
		meet: breakAfter(headOf('200 OK', JSON_TYPE, inBytes(GOOD_TEXT)), GOOD_TEXT.slice(0, 9)),
	},
	{
		name: 'an end in the middle of the body',
		meet: raw(headOf('200 OK', JSON_TYPE, inBytes(GOOD_TEXT)), GOOD_TEXT.slice(0, 9)),
	},
	{
		name: 'a reset after a body of unknown length',
		meet: breakAfter(headOf('200 OK', JSON_TYPE), GOOD_TEXT),
	},
	{
		name: 'an end before the last chunk',
		meet: raw(headOf('200 OK', JSON_TYPE, 'Transfer-Encoding: chunked'), chunksOf(GOOD_TEXT)),
	},
	{ name: 'no answer at all', isSlow: true, meet: () => {} },
	{
		name: 'headers and then nothing',
		isSlow: true,
		meet: (socket) => void socket.write(headOf('200 OK', JSON_TYPE, inBytes(GOOD_TEXT))),
	},
	{
		name: 'a body that trickles and never ends',
		isSlow: true,
		meet: trickle(headOf('200 OK', JSON_TYPE), ' '),
	},
	{
		name: 'headers that trickle and never end',
		isSlow: true,
		meet: trickle('HTTP/1.1 200 OK\r\nX-Pad: ', 'x'),
	},
	{
		name: 'interim answers without end',
		isSlow: true,
		meet: trickle('', 'HTTP/1.1 102 Processing\r\n\r\n'),
	},
	{ name: 'truncated JSON', meet: (socket) => answer(socket, GOOD_TEXT.slice(0, -5)) },
	{ name: 'a page with status 200', meet: page('<html><title>Router</title><p>Log in</p></html>') },
	{
		name: 'JSON in UTF-16',
		meet: (socket) => answer(socket, Buffer.from(GOOD_TEXT, 'utf16le'), '200 OK'),
	},
	{
		name: 'bytes that are no text',
		meet: (socket) => answer(socket, Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))),
	},
	{
		name: 'a body of 10 MB that is no JSON',
		isLarge: true,
		meet: page('a '.repeat(TEN_MEGABYTES / 2)),
	},
	...FLOODS.map((piece) => flood(piece, 16)),
	{
		name: 'JSON that is nested 100,000 levels deep',
		meet: (socket) => answer(socket, `{"error":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
	},
	{ name: 'a list that is no list of objects', meet: (socket) => answer(socket, '[[1],[2]]') },
	{ name: 'a number', meet: (socket) => answer(socket, '7') },
	{ name: 'a refusal with status 200', meet: (socket) => answer(socket, { value: false }) },
	{ name: 'an error with status 200', meet: (socket) => answer(socket, { error: 'No' }) },
	{ name: 'an error that is an object', meet: (socket) => answer(socket, { error: { a: [1] } }) },
	...cutSecrets,
	{ name: 'an empty 400', meet: page('', '400 Bad Request') },
	{ name: 'a 401 that asks for a password', meet: page('', '401 No', 'WWW-Authenticate: Basic') },
	{ name: 'a 407 of a proxy', meet: page('', '407 No', 'Proxy-Authenticate: Basic') },
	{ name: 'a 429 that does not say until when', meet: page('', '429 Too Many Requests') },
	{ name: 'an empty 500', meet: page('', '500 Internal Server Error') },
	{ name: 'a 503 with a page', meet: page('<h1>Down</h1>', '503 Service Unavailable') },
	{ name: 'a 999', meet: page('', '999 Request Denied') },
	...echoes,
	...redirects,
	{
		name: '101 to another protocol',
		isSlow: true,
		meet: raw('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n'),
	},
	{ name: 'no HTTP at all', meet: raw('220 mail.example.com ESMTP\r\n') },
	{ name: 'HTTP 0.9', meet: raw(GOOD_TEXT) },
	{ name: 'a status that is no number', meet: raw('HTTP/1.1 OK 200\r\n\r\n') },
	{
		name: 'headers of 1 MB',
		meet: raw(headOf('200 OK', `X-Pad: ${'x'.repeat(1024 * 1024)}`), GOOD_TEXT),
	},
	{
		name: 'a header that is none',
		meet: raw(headOf('200 OK', 'no colon', inBytes(GOOD_TEXT)), GOOD_TEXT),
	},
	{
		name: 'two lengths',
		meet: raw(headOf('200 OK', JSON_TYPE, inBytes(GOOD_TEXT), 'Content-Length: 3'), GOOD_TEXT),
	},
	{
		name: 'a chunk whose length is none',
		meet: raw(headOf('200 OK', JSON_TYPE, 'Transfer-Encoding: chunked'), 'xyz\r\n{}\r\n0\r\n\r\n'),
	},
	{
		name: 'more bytes than promised',
		meet: (socket) => {
			socket.end(`${headOf('200 OK', JSON_TYPE, inBytes(GOOD_TEXT))}${GOOD_TEXT}more`);
		},
	},
	{ name: 'gzip that is none', meet: encoded('gzip', Buffer.from(GOOD_TEXT)) },
	{ name: 'gzip that is cut off', meet: encoded('gzip', gzipSync(GOOD_TEXT).subarray(0, 20)) },
	{
		name: 'a page of 10 MB in gzip',
		isLarge: true,
		meet: encoded('gzip', gzipSync('<p>'.repeat(TEN_MEGABYTES / 3))),
	},
];
