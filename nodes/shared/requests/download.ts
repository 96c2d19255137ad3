import { UserError } from 'n8n-workflow';
import type { IBinaryData, IExecuteSingleFunctions, IN8nHttpFullResponse } from 'n8n-workflow';
import { extensionOfName, withBetterExtension } from '../values/extensions';
import { extensionOfType, isUnknownType } from '../values/fileTypes';
import { isOnInternet } from '../values/hosts';

/** How far a download may go. */
export interface Limits {
	megabytes: number;
	seconds: number;
	/** Another address that files may come from, besides those on the internet: `protocol://host:port`. */
	trustedOrigin?: string;
}

/** What the user can do about a failed download, as whole sentences. */
export interface DownloadAdvice {
	/** When the server has no such file. */
	missing: string;
	tooLarge: string;
	tooSlow: string;
}

/** A file on somebody else's server. */
export interface RemoteFile {
	url: string;
	/** Without an extension, if only the type is known. */
	fileName: string;
	/** If it isn't known, the server has to say it. */
	mimeType?: string;
}

const BYTES_PER_MEGABYTE = 1024 * 1024;
const MOST_REDIRECTS = 3;
const EXTENSION = /[^.]\.\w{1,5}$/;
const MIME_TYPE = /^[a-z]+\/[\w.+-]+/i;

/** @returns the MIME type that a text begins with, if any */
export function mimeTypeIn(text: string): string | undefined {
	return MIME_TYPE.exec(text)?.[0];
}

/** @returns whether a file's name has an extension */
export function hasExtension(fileName: string): boolean {
	return EXTENSION.test(fileName);
}

/** Whether a name shows what kind of file it is; or the type doesn't, either. */
function isTelling(fileName: string, { mimeType }: IBinaryData): boolean {
	return (
		extensionOfName(fileName) !== undefined || (hasExtension(fileName) && isUnknownType(mimeType))
	);
}

/** Many programs don't open a file without an extension, or a voice message as `.oga`, which n8n calls them. */
function withExtension(fileName: string, file: IBinaryData): IBinaryData {
	// n8n takes for an extension whatever stands behind the name's last dot.
	const ofType = hasExtension(fileName) ? extensionOfType(file.mimeType) : undefined;
	const { fileExtension: given = '' } = file;
	const extension = isTelling(fileName, file) ? given : (ofType ?? given);
	const fileExtension = withBetterExtension(`.${extension}`).slice(1);
	const name = isTelling(fileName, file) || !extension ? fileName : `${fileName}.${extension}`;
	return {
		...file,
		fileName: withBetterExtension(name),
		...(fileExtension && { fileExtension }),
	};
}

/** @throws UserError unless it is a public https address, or one of the trusted origin */
function checkAddress(address: string, { trustedOrigin }: Limits): string {
	const url = URL.canParse(address) ? new URL(address) : undefined;
	const isTrusted = url?.origin === trustedOrigin && trustedOrigin !== undefined;
	if (url && (isTrusted || (url.protocol === 'https:' && isOnInternet(url)))) return url.href;
	throw new UserError(
		`The file wasn't downloaded, because its address isn't a public https:// address${url?.host ? `: ${url.host}` : ''}`,
	);
}

type Context = {
	helpers: Pick<IExecuteSingleFunctions['helpers'], 'httpRequest' | 'prepareBinaryData'>;
};

async function open(
	context: Context,
	address: string,
	limits: Limits,
	abortSignal: AbortSignal,
): Promise<IN8nHttpFullResponse> {
	let url = checkAddress(address, limits);
	for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
		const answer = (await context.helpers.httpRequest({
			method: 'GET',
			url,
			encoding: 'stream',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			// Each address on the way is checked like the first one.
			disableFollowRedirect: true,
			abortSignal,
		})) as IN8nHttpFullResponse;
		const { location } = answer.headers;
		const isRedirect = answer.statusCode >= 300 && answer.statusCode < 400;
		if (!isRedirect || typeof location !== 'string') return answer;
		(answer.body as { destroy?: () => void }).destroy?.();
		url = checkAddress(
			URL.canParse(location, url) ? new URL(location, url).href : location,
			limits,
		);
	}
	throw new UserError("The file wasn't downloaded, because its server redirects too many times");
}

async function readBody(
	{ body, headers, statusCode }: IN8nHttpFullResponse,
	{ megabytes }: Limits,
	advice: DownloadAdvice,
): Promise<Buffer> {
	const tooLarge = () =>
		new UserError(`The file is larger than ${megabytes} MB. ${advice.tooLarge}`);
	const stream = body as unknown as AsyncIterable<Buffer> & { destroy: () => void };
	try {
		if (statusCode < 200 || statusCode >= 300) {
			throw new UserError(
				`The file's server answered with status ${statusCode}. ${advice.missing}`,
			);
		}
		const limit = megabytes * BYTES_PER_MEGABYTE;
		if (Number(headers['content-length']) > limit) throw tooLarge();
		const chunks: Buffer[] = [];
		let size = 0;
		for await (const chunk of stream) {
			size += chunk.length;
			if (size > limit) throw tooLarge();
			chunks.push(chunk);
		}
		return Buffer.concat(chunks);
	} finally {
		stream.destroy();
	}
}

/** Why there is no file, in words for the user. */
function reasonOf(error: unknown, isLate: boolean, seconds: number, advice: DownloadAdvice) {
	if (error instanceof UserError) return error;
	if (isLate) {
		return new UserError(`The download took longer than ${seconds} s. ${advice.tooSlow}`);
	}
	const { code } = Object(error) as { code?: unknown };
	return new UserError(
		`The download was interrupted${typeof code === 'string' ? ` (${code})` : ''}. The item has the file's address: try it with an HTTP Request node.`,
	);
}

/**
 * Downloads a file whose address comes from Z-API, and passes it to n8n, which stores it as configured. Nothing about
 * the account is sent along.
 *
 * @param advice what the user can do when there is no file
 * @returns what an item has under `binary`
 * @throws UserError in words for the user
 */
export async function downloadFile(
	context: Context,
	{ url, fileName, mimeType }: RemoteFile,
	limits: Limits,
	advice: DownloadAdvice,
): Promise<IBinaryData> {
	const abortSignal = AbortSignal.timeout(limits.seconds * 1000);
	try {
		const answer = await open(context, url, limits, abortSignal);
		const content = await readBody(answer, limits, advice);
		const type = mimeTypeIn(mimeType ?? String(answer.headers['content-type'] ?? ''));
		const file = await context.helpers.prepareBinaryData(content, fileName, type);
		return withExtension(fileName, file);
	} catch (error) {
		throw reasonOf(error, abortSignal.aborted, limits.seconds, advice);
	}
}
