import type { IBinaryData, INodeExecutionData } from 'n8n-workflow';
import type { Settings } from '../../shared/account/settings';
import { isUrl } from '../../shared/values/urls';
import { endingOf } from '../../shared/values/extensions';
import { checkFileUrl } from '../../shared/values/fileUrls';
import {
	bareType,
	isUnknownType,
	typeOfBase64,
	typeOfExtension,
	UNKNOWN_TYPE,
} from '../../shared/values/fileTypes';
import { InvalidValue, quote } from '../../shared/values/invalidValue';
import { isObject } from '../../shared/values/objects';
import { cleanText, isBlank, isNotGiven } from '../../shared/values/cleanText';
import type { MediaKind } from './mediaKinds';

const BYTES_PER_MEGABYTE = 1024 * 1024;

/** The name of the option that allows larger files. */
export const LARGEST_FILE = 'Largest File (MB)';

/** The name of the choice between an address and a file. */
export const SOURCE = 'Media Source';

function textAdvice({ what, placeholder, mimeType }: MediaKind): string {
	return `Enter the address of ${what}, such as ${placeholder.replace('e.g. ', '')}, or the file itself as Base64, such as data:${mimeType};base64,… To send a file from a previous step, set ${SOURCE} to "File From a Previous Step".`;
}

function checkType(mimeType: string, kind: MediaKind): void {
	if (kind.mimeTypes.test(mimeType)) return;
	throw new InvalidValue(`isn't ${kind.what}: it is ${quote(mimeType)}`, kind.advice);
}

/** The type of the files that are called so, for those whose type and bytes say nothing. */
function typeOfName(fileName = ''): string {
	return typeOfExtension(endingOf(fileName) ?? '') ?? UNKNOWN_TYPE;
}

/**
 * Makes the data URI of a file, if it is of the right kind.
 *
 * @throws InvalidValue when it isn't
 */
export function toDataUri(
	base64: string,
	mimeType: string,
	kind: MediaKind,
	fileName?: string,
): string {
	const type = isUnknownType(mimeType)
		? (typeOfBase64(base64) ?? typeOfName(fileName))
		: bareType(mimeType);
	checkType(type, kind);
	return `data:${type};base64,${base64}`;
}

/** Reads Base64, also in lines or URL-safe. */
function toBase64(text: string): string | undefined {
	const base64 = text.replace(/\s+/g, '').replaceAll('-', '+').replaceAll('_', '/');
	const characters = base64.replace(/={1,2}$/, '');
	// An expression that repeats itself over a whole file of 10 MB needs more memory than it may have.
	if (characters === '' || /[^A-Za-z\d+/]/.test(characters)) return undefined;
	// Base64 encodes three bytes as four characters, and a last byte as two: a remainder of one is broken padding.
	return base64.length >= 4 && characters.length % 4 !== 1 ? base64 : undefined;
}

/** How many megabytes, so that one byte more than a limit is more. */
function megabytesOf(bytes: number): number {
	return Math.ceil((bytes / BYTES_PER_MEGABYTE) * 10) / 10;
}

/** @throws InvalidValue when a file is larger than Z-API documents */
function checkDocumented(megabytes: number, { megabytes: most = Infinity }: MediaKind): void {
	if (megabytes <= most) return;
	throw new InvalidValue(
		`is a file of ${megabytes} MB`,
		`Z-API accepts up to ${most} MB here. Send a smaller file.`,
	);
}

/** @throws InvalidValue when a file of the item is empty, or larger than Z-API or the user allows */
export function checkSize(bytes: number, allowed: number, kind: MediaKind): void {
	if (bytes === 0) {
		throw new InvalidValue('points to an empty file', 'Check the step that returns the file.');
	}
	const megabytes = megabytesOf(bytes);
	checkDocumented(megabytes, kind);
	if (megabytes > allowed) {
		throw new InvalidValue(
			`points to a file of ${megabytes} MB, more than the ${allowed} MB that are allowed`,
			`Raise the option ${LARGEST_FILE} to send it.`,
		);
	}
}

/** Longer than what stands before the Base64 in a data URI. */
const LONGEST_START = 400;

/** Reads an address, a data URI, or bare Base64. */
export function toMedia(kind: MediaKind) {
	const advice = textAdvice(kind);
	return (value: unknown, { ownHost }: Settings): string => {
		if (isBlank(value)) throw new InvalidValue('is empty', advice);
		if (isObject(value) && 'mimeType' in value) {
			throw new InvalidValue('is a file, not the address of one', advice);
		}
		const text = typeof value === 'string' ? cleanText(value) : '';
		if (isUrl(text)) {
			if (kind.refusedAddresses?.test(text)) {
				throw new InvalidValue(`isn't ${kind.what}: ${quote(text)}`, kind.advice);
			}
			checkFileUrl(text, ownHost);
			return text;
		}
		const [start = '', type] =
			/^data:([\w.+-]+\/[\w.+-]+)[^,]{0,100};base64,/i.exec(text.slice(0, LONGEST_START)) ?? [];
		const base64 = toBase64(text.slice(start.length));
		if (type !== undefined && !base64) {
			throw new InvalidValue(`has no whole file after "base64,": ${quote(value)}`, advice);
		}
		const mimeType = base64 && (type ?? typeOfBase64(base64));
		if (!base64 || mimeType === undefined) {
			throw new InvalidValue(`is neither an address nor ${kind.what}: ${quote(value)}`, advice);
		}
		checkDocumented(megabytesOf(Buffer.byteLength(base64, 'base64')), kind);
		return toDataUri(base64, mimeType, kind);
	};
}

/** A file of the item. */
interface MediaFile {
	name: string;
	file: IBinaryData & { bytes?: number };
}

/** The names of the fields that hold files, as they were entered. The name of a field may have a comma, too. */
function namesIn(value: unknown, binary: object): string[] {
	const names = (Array.isArray(value) ? value : [value]).flatMap((entry: unknown) => {
		const name = typeof entry === 'string' ? cleanText(entry) : '';
		return Object.hasOwn(binary, name) ? [name] : name.split(',').map(cleanText);
	});
	return [...new Set(names.filter((name) => name !== ''))];
}

/**
 * Finds files of the item, without reading them.
 *
 * @param value the name of a field that holds a file, or several
 * @returns at least one
 * @throws InvalidValue when a field holds no file, or one of another kind
 */
export function findFiles(value: unknown, item: INodeExecutionData, kind: MediaKind): MediaFile[] {
	const { binary = {} } = item;
	const names = namesIn(value, binary);
	const missing = names.find((name) => !Object.hasOwn(binary, name));
	if (names.length > 0 && missing === undefined) {
		return names.map((name) => {
			const file = binary[name] as MediaFile['file'];
			if (!isUnknownType(file.mimeType)) checkType(bareType(file.mimeType), kind);
			return { name, file };
		});
	}
	const all = Object.keys(binary);
	throw new InvalidValue(
		isNotGiven(value) ? 'is empty' : `isn't a field that holds a file: ${quote(missing ?? value)}`,
		all.length === 0
			? 'This item has no file. Check that the previous step outputs one: the input panel shows files under Binary.'
			: `The files of this item are in: ${quote(all.join(', '))}.`,
	);
}
