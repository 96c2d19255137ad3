import { UserError } from 'n8n-workflow';
import type {
	IBinaryData,
	IDataObject,
	IN8nHttpFullResponse,
	IWebhookFunctions,
} from 'n8n-workflow';
import { isOnInternet } from '../shared/requests/hosts';
import { Limiter } from '../shared/requests/limiter';
import { isObject } from '../shared/values/objects';

/** A file that came with a message. */
export interface Media {
	kind: string;
	/** Where Z-API keeps the file, for 30 days. */
	url: string;
	mimeType?: string;
	/** Without an extension, if nothing tells it but the type. */
	fileName: string;
	/** Z-API's words when it couldn't get the file from WhatsApp. */
	downloadError?: string;
}

/** How far a download may go. */
export interface Limits {
	megabytes: number;
	seconds: number;
	/** An address beside those on the internet that files may come from: `protocol://host:port`. */
	trustedOrigin?: string;
}

/** Kinds of messages with a file, and where each has its address. */
const FILE_ADDRESSES = {
	image: 'imageUrl',
	audio: 'audioUrl',
	video: 'videoUrl',
	document: 'documentUrl',
	sticker: 'stickerUrl',
};

/** Files pass through n8n's memory, and messages can come in any number at once. */
const downloads = new Limiter(10);

const BYTES_PER_MEGABYTE = 1024 * 1024;
const MOST_REDIRECTS = 3;
const LONGEST_FILE_NAME = 150;
const EXTENSION = /[^.]\.\w{1,5}$/;
const MIME_TYPE = /^[a-z]+\/[\w.+-]+/i;

function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Only a name: nothing of it can lead to another folder, or show in another direction than it is. */
function cleanFileName(name: unknown): string {
	if (typeof name !== 'string') return '';
	const clean = name.replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]/gu, '_').trim();
	return [...clean].slice(-LONGEST_FILE_NAME).join('').replace(/^\.+/, '');
}

/** Z-API keeps files under names that tell their kind, such as `A20DA9.jpeg`. */
function nameInAddress(url: string): string | undefined {
	const name = URL.canParse(url) ? new URL(url).pathname.split('/').at(-1) : undefined;
	return name && EXTENSION.test(name) ? name : undefined;
}

/**
 * Finds the file of a message: its own, or that of a template's header.
 *
 * @param body a received message
 * @returns undefined if it has none
 * @see https://developer.z-api.io/webhooks/on-message-received
 */
export function mediaOf(body: IDataObject): Media | undefined {
	const template = isObject(body.hydratedTemplate) ? body.hydratedTemplate.header : undefined;
	for (const place of [body, template]) {
		if (!isObject(place)) continue;
		for (const [kind, addressName] of Object.entries(FILE_ADDRESSES)) {
			const content = place[kind];
			if (!isObject(content)) continue;
			const { [addressName]: url, mimeType, fileName, downloadError } = content;
			const address = typeof url === 'string' ? url : '';
			return {
				kind,
				url: address,
				mimeType: typeof mimeType === 'string' && MIME_TYPE.test(mimeType) ? mimeType : undefined,
				fileName:
					cleanFileName(fileName) ||
					cleanFileName(nameInAddress(address)) ||
					cleanFileName([kind, textOf(body.messageId)].filter(Boolean).join('-')),
				downloadError: typeof downloadError === 'string' ? downloadError : undefined,
			};
		}
	}
	return undefined;
}

/**
 * @throws UserError unless the address is a public one of https, or of the trusted origin
 */
function checkAddress(address: string, { trustedOrigin }: Limits): string {
	const url = URL.canParse(address) ? new URL(address) : undefined;
	const isTrusted = url?.origin === trustedOrigin && trustedOrigin !== undefined;
	if (url && (isTrusted || (url.protocol === 'https:' && isOnInternet(url)))) return url.href;
	throw new UserError(
		`The file wasn't downloaded, because its address isn't a public https:// address${url?.host ? `: ${url.host}` : ''}`,
	);
}

async function open(
	context: IWebhookFunctions,
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
			// Each address on the way is checked as the first one is.
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
): Promise<Buffer> {
	const tooLarge = () =>
		new UserError(`The file is larger than ${megabytes} MB. Raise Largest File Size to get it.`);
	const stream = body as unknown as AsyncIterable<Buffer> & { destroy: () => void };
	try {
		if (statusCode < 200 || statusCode >= 300) {
			throw new UserError(
				`The file's server answered with status ${statusCode}. Z-API keeps files for only 30 days.`,
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
function reasonOf(error: unknown, isLate: boolean, { seconds }: Limits): string {
	if (error instanceof UserError) return error.message;
	if (isLate) {
		return `The download took longer than ${seconds} s. Raise Download Timeout to wait longer.`;
	}
	const { code } = Object(error) as { code?: unknown };
	return `The download was interrupted${typeof code === 'string' ? ` (${code})` : ''}. The item has the file's address: try it with an HTTP Request node.`;
}

/** Without an extension, many programs don't open a file. */
function withExtension(fileName: string, { fileExtension }: IBinaryData): string {
	return EXTENSION.test(fileName) || !fileExtension ? fileName : `${fileName}.${fileExtension}`;
}

/**
 * Downloads the file of a message, and hands it to n8n, which keeps it as it is set up to.
 *
 * @returns what an item has under `binary`; or, when there is no file, the reason in words for the user
 */
export async function download(
	this: IWebhookFunctions,
	media: Media,
	limits: Limits,
): Promise<{ file: IBinaryData } | { reason: string }> {
	if (media.downloadError) {
		return {
			reason: `Z-API couldn't get the file from WhatsApp: ${media.downloadError}. Ask the sender to send it again.`,
		};
	}
	return await downloads.run(async () => {
		const abortSignal = AbortSignal.timeout(limits.seconds * 1000);
		try {
			const answer = await open(this, media.url, limits, abortSignal);
			const content = await readBody(answer, limits);
			const type = media.mimeType ?? String(answer.headers['content-type'] ?? '');
			const mimeType = MIME_TYPE.exec(type)?.[0];
			const file = await this.helpers.prepareBinaryData(content, media.fileName, mimeType);
			return { file: { ...file, fileName: withExtension(media.fileName, file) } };
		} catch (error) {
			return { reason: reasonOf(error, abortSignal.aborted, limits) };
		}
	});
}
