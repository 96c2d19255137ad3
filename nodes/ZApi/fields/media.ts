import type { IBinaryData, IExecuteSingleFunctions, INodeProperties } from 'n8n-workflow';
import { isAddress } from '../../shared/values/addresses';
import { bareType } from '../../shared/values/extensions';
import { InvalidValue, quote } from '../../shared/values/invalidValue';
import { isObject } from '../../shared/values/objects';
import { cleanText, isBlank } from '../../shared/values/text';
import { toOneOf, toWholeNumber } from '../../shared/values/values';
import { putAt, readNamed, type Field, type ValueField } from './field';
import { mimeTypeOf, UNKNOWN_TYPE, type MediaKind } from './mediaKinds';

const BYTES_PER_MEGABYTE = 1024 * 1024;
const LARGEST_FILE = 'Largest File (MB)';

/** What n8n's memory can easily take: while a file is being sent, it takes up three times its size. */
const LARGEST_FILE_MEGABYTES = 50;

const SOURCE = 'Media Source';

/** The option that goes with every media field. It isn't sent. */
export const largestFile: ValueField = {
	properties: [
		{
			displayName: LARGEST_FILE,
			name: 'largestFileMegabytes',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: LARGEST_FILE_MEGABYTES,
			displayOptions: { show: { '/mediaSource': ['file'] } },
			description:
				"The largest file from a previous step to send. While a file is being sent, it takes up about three times its size in n8n's memory.",
		},
	],
	fill() {},
	put() {},
};

function textAdvice({ what, placeholder, mimeType }: MediaKind): string {
	return `Enter the address of ${what}, such as ${placeholder.replace('e.g. ', '')}, or the file itself as Base64, such as data:${mimeType};base64,… To send a file from a previous step, set ${SOURCE} to "File From a Previous Step".`;
}

function checkType(mimeType: string, kind: MediaKind): void {
	if (kind.mimeTypes.test(mimeType)) return;
	throw new InvalidValue(`isn't ${kind.what}: it is ${quote(mimeType)}`, kind.advice);
}

/** Whether a type says nothing, as the types of stored files often do. Then the bytes tell. */
function isUnknown(type: string): boolean {
	return ['', UNKNOWN_TYPE, 'binary/octet-stream'].includes(type);
}

/** Makes the data URI of a file, if it is of the right kind. */
function toDataUri(base64: string, mimeType: string, kind: MediaKind): string {
	const given = bareType(mimeType);
	const type = isUnknown(given) ? (mimeTypeOf(base64) ?? UNKNOWN_TYPE) : given;
	checkType(type, kind);
	return `data:${type};base64,${base64}`;
}

/** Reads Base64, also in lines or URL-safe. */
function toBase64(text: string): string | undefined {
	const base64 = text.replace(/\s+/g, '').replaceAll('-', '+').replaceAll('_', '/');
	const characters = base64.replace(/={1,2}$/, '');
	// An expression that repeats itself over a whole file of 10 MB needs more memory than it may have.
	if (characters === '' || /[^A-Za-z\d+/]/.test(characters)) return undefined;
	// Four stand for three bytes; of one alone, nothing can be made.
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
function checkSize(bytes: number, allowed: number, kind: MediaKind): void {
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
function toMedia(kind: MediaKind) {
	const advice = textAdvice(kind);
	return (value: unknown): string => {
		if (isBlank(value)) throw new InvalidValue('is empty', advice);
		if (isObject(value) && 'mimeType' in value) {
			throw new InvalidValue('is a file, not the address of one', advice);
		}
		const text = typeof value === 'string' ? cleanText(value) : '';
		if (isAddress(text)) {
			if (!kind.refusedAddresses?.test(text)) return text;
			throw new InvalidValue(`isn't ${kind.what}: ${quote(text)}`, kind.advice);
		}
		const [start = '', type] =
			/^data:([\w.+-]+\/[\w.+-]+)[^,]{0,100};base64,/i.exec(text.slice(0, LONGEST_START)) ?? [];
		const base64 = toBase64(text.slice(start.length));
		if (type !== undefined && !base64) {
			throw new InvalidValue(`has no whole file after "base64,": ${quote(value)}`, advice);
		}
		const mimeType = base64 && (type ?? mimeTypeOf(base64));
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

/** Finds a file of the item, without reading it. */
function findFile(value: unknown, context: IExecuteSingleFunctions, kind: MediaKind): MediaFile {
	const name = typeof value === 'string' ? cleanText(value) : '';
	const { binary = {} } = context.getInputData();
	const file = Object.hasOwn(binary, name) ? binary[name] : undefined;
	if (file) {
		const type = bareType(file.mimeType);
		if (!isUnknown(type)) checkType(type, kind);
		return { name, file };
	}
	const names = Object.keys(binary);
	throw new InvalidValue(
		isBlank(value) ? 'is empty' : `isn't a field that holds a file: ${quote(value)}`,
		names.length === 0
			? 'This item has no file. Check that the previous step outputs one: the input panel shows files under Binary.'
			: `The files of this item are in: ${quote(names.join(', '))}.`,
	);
}

function panelOf(name: string, kind: MediaKind, path: string): INodeProperties[] {
	const send = { type: 'body', property: path } as const;
	return [
		{
			displayName: SOURCE,
			name: 'mediaSource',
			type: 'options',
			noDataExpression: true,
			options: [
				{ name: 'File From a Previous Step', value: 'file' },
				{ name: 'URL or Base64', value: 'text' },
			],
			default: 'text',
			description: 'Where the file comes from',
		},
		{
			displayName: kind.displayName,
			name,
			type: 'string',
			required: true,
			displayOptions: { show: { mediaSource: ['text'] } },
			default: '',
			placeholder: kind.placeholder,
			description: `The address of ${kind.what}, or the file itself as Base64`,
			routing: { send },
		},
		{
			displayName: 'Input Data Field Name',
			name: 'binaryPropertyName',
			type: 'string',
			required: true,
			displayOptions: { show: { mediaSource: ['file'] } },
			default: 'data',
			placeholder: 'e.g. data',
			hint: 'The name of the input field that holds the file',
			description: 'Find it in the input panel, under Binary',
			routing: { send },
		},
	];
}

/**
 * The field for an image, a video or another file: an address or Base64, or a file of the item. What can't be sent is
 * refused before any request; a file is read when it is its request's turn. Goes with the option {@link largestFile}.
 *
 * @param name the field's name
 * @param kind the required kind of file
 * @param path Z-API's name for it, if it differs from the panel's, with dots leading into objects
 */
export function media(name: string, kind: MediaKind, path = name): Field {
	const read = toMedia(kind);
	const toSource = toOneOf('text', 'file');
	return {
		properties: panelOf(name, kind, path),
		fill(draft, context) {
			const parameter = (of: string, fallback: unknown) =>
				context.getNodeParameter(of, fallback, { skipValidation: true }) as unknown;
			const source = readNamed(context, SOURCE, () => toSource(parameter('mediaSource', 'text')));
			if (source === 'text') {
				const value = readNamed(context, kind.displayName, () => read(parameter(name, '')));
				putAt(draft.body, path, value);
				return;
			}
			const allowed = readNamed(context, LARGEST_FILE, () =>
				toWholeNumber(1)(parameter('options.largestFileMegabytes', LARGEST_FILE_MEGABYTES)),
			);
			const named = <Result>(act: () => Result) => readNamed(context, 'Input Data Field Name', act);
			const { name: field, file } = named(() => {
				const found = findFile(parameter('binaryPropertyName', ''), context, kind);
				if (found.file.bytes !== undefined) checkSize(found.file.bytes, allowed, kind);
				return found;
			});
			putAt(draft.body, path, '');
			draft.file = file;
			draft.addFile = async () => {
				const content = await context.helpers.getBinaryDataBuffer(field);
				const value = named(() => {
					checkSize(content.length, allowed, kind);
					return toDataUri(content.toString('base64'), file.mimeType, kind);
				});
				putAt(draft.body, path, value);
			};
		},
	};
}
