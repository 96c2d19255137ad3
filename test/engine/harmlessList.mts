import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import {
	breakAfter,
	chunksOf,
	encoded,
	GOOD,
	GOOD_TEXT,
	inBytes,
	JSON_TYPE,
	page,
	raw,
	TEN_MEGABYTES,
	type Fault,
} from './faultList.mts';
import { answer, headOf, keepOn } from './faultyServer.mts';

/** What looks odd, but is a good answer. */
export const harmless: Fault[] = [
	{ name: 'nothing odd', meet: (socket) => answer(socket, GOOD) },
	{ name: 'gzip', meet: encoded('gzip', gzipSync(GOOD_TEXT)) },
	{ name: 'deflate', meet: encoded('deflate', deflateSync(GOOD_TEXT)) },
	{ name: 'brotli', meet: encoded('br', brotliCompressSync(GOOD_TEXT)) },
	{
		name: 'chunks, with extensions and a trailer',
		meet: (socket) => {
			socket.write(headOf('200 OK', JSON_TYPE, 'Transfer-Encoding: chunked', 'Trailer: X-Sum'));
			socket.end(`${chunksOf(GOOD_TEXT)}0\r\nX-Sum: 1\r\n\r\n`, 'latin1');
		},
	},
	{
		name: 'an answer that comes in drops, but ends',
		meet: (socket) => {
			const bytes = Buffer.from(headOf('200 OK', JSON_TYPE, inBytes(GOOD_TEXT)) + GOOD_TEXT);
			let at = 0;
			keepOn(
				socket,
				() => {
					if (at >= bytes.length) socket.end();
					else socket.write(bytes.subarray(at, (at += 16)));
				},
				5,
			);
		},
	},
	{ name: 'a body of unknown length', meet: raw(headOf('200 OK', JSON_TYPE), GOOD_TEXT) },
	{
		name: 'headers that are there twice',
		meet: (socket) => {
			const twice = [
				JSON_TYPE,
				'Set-Cookie: a=1',
				'Set-Cookie: a=2',
				'Date: x',
				'Date: y',
				'X-A: 1',
				'X-A: 2',
			];
			answer(socket, GOOD, '200 OK', ...twice);
		},
	},
	{
		name: '100 before the answer',
		meet: (socket) => {
			socket.write('HTTP/1.1 100 Continue\r\n\r\n');
			answer(socket, GOOD);
		},
	},
	{
		name: '102 and 103 before the answer',
		meet: (socket) => {
			socket.write('HTTP/1.1 102 Processing\r\n\r\n');
			socket.write('HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n');
			answer(socket, GOOD);
		},
	},
	{
		name: 'a charset other than UTF-8 around plain letters',
		isPlain: true,
		meet: raw(
			headOf('200 OK', 'Content-Type: application/json; charset=iso-8859-1'),
			'{"value":true}',
		),
	},
	{
		name: 'a charset that nobody knows',
		meet: raw(headOf('200 OK', 'Content-Type: application/json; charset=x-none'), GOOD_TEXT),
	},
	{ name: 'a byte order mark', meet: (socket) => answer(socket, `\uFEFF${GOOD_TEXT}`) },
	{ name: 'another content type', meet: page(GOOD_TEXT) },
	{ name: 'no content type', meet: raw(headOf('200 OK', inBytes(GOOD_TEXT)), GOOD_TEXT) },
	{ name: 'a status without words', meet: (socket) => answer(socket, GOOD, '200') },
	{ name: '201', meet: (socket) => answer(socket, GOOD, '201 Created') },
	{
		name: 'a reset once all is sent',
		meet: breakAfter(headOf('200 OK', JSON_TYPE, inBytes(GOOD_TEXT)), GOOD_TEXT),
	},
	{
		name: 'a body of 10 MB',
		isLarge: true,
		meet: (socket) => answer(socket, { ...GOOD, large: 'x'.repeat(TEN_MEGABYTES) }),
	},
	{ name: 'an empty body', hasNoContent: true, meet: (socket) => answer(socket, '') },
	{ name: 'a body of blanks', hasNoContent: true, meet: (socket) => answer(socket, ' \r\n ') },
	{
		name: '202 without a body',
		hasNoContent: true,
		meet: (socket) => answer(socket, '', '202 Accepted'),
	},
	{ name: '204', hasNoContent: true, meet: raw(headOf('204 No Content')) },
	{ name: '205', hasNoContent: true, meet: raw(headOf('205 Reset Content', 'Content-Length: 0')) },
];
