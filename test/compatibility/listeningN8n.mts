import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { makeNoteAnswer, type Note } from '../../nodes/shared/account/notes.ts';

/** Stands for the address of n8n in what Z-API answers, since it is another one each time. */
export const N8N = '{n8n}';

/**
 * Runs something beside an n8n in which a trigger takes what it is told.
 *
 * @param token the instance's, with which the trigger signs
 * @param act gets the address of n8n
 */
export async function besideTrigger<Result>(
	token: string,
	act: (address: string) => Promise<Result>,
): Promise<Result> {
	const server = createServer((request, response) => {
		void (async () => {
			const note = (await json(request)) as Note;
			const isPaused = note.does !== 'resume';
			const state = { isPaused, until: note.at, why: isPaused ? 'node' : null, keptAt: note.at };
			response.writeHead(200, { 'Content-Type': 'application/json' });
			response.end(JSON.stringify(makeNoteAnswer(token, note, state as never)));
		})();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	try {
		return await act(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
	} finally {
		server.closeAllConnections();
		server.close();
	}
}
