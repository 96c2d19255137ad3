import { InvalidValue, quote } from './invalidValue';
import { cleanText } from './text';
import type { Read } from './values';

/** Extensions of common types whose names don't end in them. */
const EXTENSIONS = new Map([
	['application/epub+zip', 'epub'],
	['application/gzip', 'gz'],
	['application/msword', 'doc'],
	['application/vnd.ms-excel', 'xls'],
	['application/vnd.ms-powerpoint', 'ppt'],
	['application/vnd.oasis.opendocument.presentation', 'odp'],
	['application/vnd.oasis.opendocument.spreadsheet', 'ods'],
	['application/vnd.oasis.opendocument.text', 'odt'],
	['application/vnd.openxmlformats-officedocument.presentationml.presentation', 'pptx'],
	['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
	['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
	['application/vnd.rar', 'rar'],
	['application/x-7z-compressed', '7z'],
	['application/x-zip-compressed', 'zip'],
	['audio/mp4', 'm4a'],
	['audio/mpeg', 'mp3'],
	['image/jpeg', 'jpg'],
	['image/svg+xml', 'svg'],
	['text/calendar', 'ics'],
	['text/markdown', 'md'],
	['text/plain', 'txt'],
	['text/vcard', 'vcf'],
	['video/quicktime', 'mov'],
]);

/** Extensions of scripts on a server, which may return any kind of file. */
const PAGES = ['asp', 'aspx', 'cgi', 'jsp', 'php'];

/**
 * @param name the name of a file
 * @returns its extension, in lower case; undefined if it has none, and for a number such as in "v1.2"
 */
export function extensionOfName(name: string): string | undefined {
	return /\.(?=\d*[a-z])([a-z\d]{1,5})$/i.exec(cleanText(name))?.[1]?.toLowerCase();
}

/** @returns the extension of a file of a MIME type; undefined if it isn't one of the usual ones */
export function extensionOfType(mimeType: string): string | undefined {
	const type = mimeType.toLowerCase();
	return EXTENSIONS.get(type) ?? /\/([a-z\d]{1,5})$/.exec(type)?.[1];
}

/** @returns the extension of the file at an address; undefined if the address doesn't tell */
export function extensionOfAddress(address: string): string | undefined {
	const path = /^https?:\/\/[^/?#]+\/([^?#]*)/i.exec(address)?.[1] ?? '';
	const extension = extensionOfName(path);
	return extension !== undefined && PAGES.includes(extension) ? undefined : extension;
}

/**
 * Reads the extension of a file, with or without its dot.
 *
 * @returns the extension in lower case, without the dot
 * @throws InvalidValue when it can't be one
 */
export const toExtension: Read<string> = (value) => {
	const text = typeof value === 'string' ? cleanText(value) : '';
	const extension = /^\.?([a-z\d]{1,10})$/i.exec(text)?.[1];
	if (extension !== undefined) return extension.toLowerCase();
	throw new InvalidValue(`isn't an extension: ${quote(value)}`, 'Enter one such as pdf.');
};
