import { extensionOfType, typeOfExtension } from './fileTypes';
import { InvalidValue, quote } from './invalidValue';
import { cleanText, isMissing } from './cleanText';
import type { Read } from './values';

export { bareType, extensionOfType } from './fileTypes';

/** Extensions under which WhatsApp's apps know a file better. */
const BETTER: Record<string, string> = { oga: 'ogg', jpe: 'jpg', mpga: 'mp3' };

/**
 * @param name the name of a file
 * @returns what stands behind its last dot, in lower case, whether it is an extension or not; undefined for a number such
 * as in "v1.2"
 */
export function endingOf(name: string): string | undefined {
	const ending = /\.(?=\d*[a-z])([a-z\d]{1,7})$/i.exec(cleanText(name))?.[1]?.toLowerCase();
	return ending === undefined ? undefined : (BETTER[ending] ?? ending);
}

/** @returns the extension of a file's name; undefined if it has none that is known, as in "Energia S.A" */
export function extensionOfName(name: string): string | undefined {
	const ending = endingOf(name);
	return ending !== undefined && typeOfExtension(ending) !== undefined ? ending : undefined;
}

/** @returns a file's name with the extension that WhatsApp's apps know better, such as `.ogg` for `.oga` */
export function withBetterExtension(name: string): string {
	const [, ending = ''] = /\.([a-z]{1,7})\s*$/i.exec(name) ?? [];
	const better = BETTER[ending.toLowerCase()];
	return better === undefined ? name : `${name.trimEnd().slice(0, -ending.length)}${better}`;
}

/** @returns the path of an address, without its query */
function pathOf(address: string): string {
	return /^https?:\/\/[^/?#]+\/([^?#]*)/i.exec(address)?.[1] ?? '';
}

/** Extensions of scripts on a server, which may return any kind of file. */
const PAGES = ['asp', 'aspx', 'cgi', 'do', 'jsp', 'php'];

/** @returns the extension of the file at an address; undefined if the address doesn't tell */
export function extensionOfUrl(address: string): string | undefined {
	const extension = extensionOfName(pathOf(address));
	return extension !== undefined && PAGES.includes(extension) ? undefined : extension;
}

/** What is known of a file. */
export interface FileClues {
	/** What it is to be called. */
	name?: string;
	/** Where it is, if it has an address. */
	address?: string;
	/** Its MIME type, if that is known; see `typeOfBytes`. */
	type?: string;
	/** What n8n takes for its extension. */
	extension?: string;
}

/**
 * Finds a file's extension: the known one of its name, or else what its type or its address say.
 *
 * @returns undefined if nothing of this tells
 */
export function extensionOf({ name = '', address = '', type = '' }: FileClues): string | undefined {
	return extensionOfName(name) ?? extensionOfType(type) ?? extensionOfUrl(address);
}

/** @returns the ending of a file's name that might be an extension, where nothing better is known; see {@link extensionOf} */
export function likelyExtension(clues: FileClues): string | undefined {
	const { name = '', address = '', extension = '' } = clues;
	const endings = [endingOf(name), endingOf(`.${extension}`), endingOf(pathOf(address))];
	return endings.find((ending = '') => ending.length > 1 && !PAGES.includes(ending));
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
	if (extension !== undefined && !isMissing(extension)) return extension.toLowerCase();
	throw new InvalidValue(`isn't an extension: ${quote(value)}`, 'Enter one such as pdf.');
};
