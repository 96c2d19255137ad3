import { decode } from './routes.mts';
import type { Answer, ReceivedRequest, ServedFile } from './types.mts';

const FILE_ADDRESS = /^\/files\/([^?]+)/;

/** @returns whether a request is for one of the emulator's files, not for Z-API */
export function isForFile({ method, target }: ReceivedRequest): boolean {
	return method === 'GET' && FILE_ADDRESS.test(target);
}

/**
 * Answers a request for a file.
 *
 * @param request one that {@link isForFile}
 * @param files the files there are, by their names
 */
export function answerFile(
	{ target }: ReceivedRequest,
	files: ReadonlyMap<string, ServedFile>,
): Answer {
	const file = files.get(decode(FILE_ADDRESS.exec(target)?.[1] ?? ''));
	if (!file) return { status: 404, body: { error: 'Not Found' } };
	return { headers: { 'Content-Type': file.contentType }, body: file.content };
}
