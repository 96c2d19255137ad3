import type { IBinaryData, IDataObject, IWebhookFunctions } from 'n8n-workflow';
import {
	downloadFile,
	hasExtension,
	mimeTypeIn,
	type DownloadAdvice,
	type Limits,
	type RemoteFile,
} from '../../shared/requests/download';
import { Limiter } from '../../shared/requests/limiter';
import { isObject } from '../../shared/values/objects';

/** A file that came with a message. */
export interface Media extends RemoteFile {
	kind: string;
	/** Z-API's words if it couldn't get the file from WhatsApp. */
	downloadError?: string;
}

/** The contents that have a file: their key, where each has its address, and their kind. */
const CONTENTS = [
	['image', 'imageUrl', 'image'],
	['audio', 'audioUrl', 'audio'],
	['video', 'videoUrl', 'video'],
	['ptv', 'ptvUrl', 'video'],
	['document', 'documentUrl', 'document'],
	['sticker', 'stickerUrl', 'sticker'],
] as const;

/** A semaphore: files are held in n8n's memory, and any number of messages can arrive at once. */
const downloads = new Limiter(10);

const NO_ADDRESS = 'Z-API sent no address for the file. Ask the sender to send it again.';
const LONGEST_FILE_NAME = 150;
const ADVICE: DownloadAdvice = {
	missing: 'Z-API keeps files for only 30 days.',
	tooLarge: 'Raise Largest File Size to get it.',
	tooSlow: 'Raise Download Timeout to wait longer.',
};

function toFileNamePart(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Sanitizes a file's name: it can't lead to another folder, or contain characters that reverse how it is displayed. */
function cleanFileName(name: unknown): string {
	if (typeof name !== 'string') return '';
	const clean = name.replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]/gu, '_').trim();
	return [...clean].slice(-LONGEST_FILE_NAME).join('').replace(/^\.+/, '');
}

/** Z-API stores files under names with an extension, such as `A20DA9.jpeg`. */
function nameInAddress(url: string): string | undefined {
	const name = URL.canParse(url) ? new URL(url).pathname.split('/').at(-1) : undefined;
	return name && hasExtension(name) ? name : undefined;
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
		for (const [key, addressName, kind] of CONTENTS) {
			const content = place[key];
			if (!isObject(content)) continue;
			const { [addressName]: url, mimeType, fileName, downloadError } = content;
			const address = typeof url === 'string' ? url : '';
			return {
				kind,
				url: address,
				mimeType: typeof mimeType === 'string' && mimeTypeIn(mimeType) ? mimeType : undefined,
				fileName:
					cleanFileName(fileName) ||
					cleanFileName(nameInAddress(address)) ||
					cleanFileName([kind, toFileNamePart(body.messageId)].filter(Boolean).join('-')),
				downloadError: typeof downloadError === 'string' ? downloadError : undefined,
			};
		}
	}
	return undefined;
}

/**
 * Finds the file of a message that is to be downloaded.
 *
 * @returns undefined if there is none, as in an edit: it has the new caption, and no file
 */
export function fileToDownload(body: IDataObject): Media | undefined {
	const media = mediaOf(body);
	return body.isEdit === true && media?.url === '' && !media.downloadError ? undefined : media;
}

/**
 * Downloads the file of a message, and passes it to n8n, which stores it as configured.
 *
 * @returns what an item has under `binary`; or, if there is no file, the reason in words for the user
 */
export async function downloadMedia(
	this: IWebhookFunctions,
	media: Media,
	limits: Limits,
): Promise<{ file: IBinaryData } | { reason: string }> {
	if (media.downloadError) {
		return {
			reason: `Z-API couldn't get the file from WhatsApp: ${media.downloadError}. Ask the sender to send it again.`,
		};
	}
	if (media.url === '') return { reason: NO_ADDRESS };
	return await downloads.run(async () => {
		try {
			return { file: await downloadFile(this, media, limits, ADVICE) };
		} catch (error) {
			return { reason: (error as Error).message };
		}
	});
}
