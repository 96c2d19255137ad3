import type { IBinaryData, IExecuteSingleFunctions, INodeProperties } from 'n8n-workflow';
import { isAddress } from '../../shared/values/addresses';
import { InvalidValue, quote } from '../../shared/values/invalidValue';
import { isObject } from '../../shared/values/objects';
import { cleanText, isBlank } from '../../shared/values/text';
import { toOneOf, toWholeNumber } from '../../shared/values/values';
import { putAt, readNamed, type Field, type ValueField } from './field';
import { mimeTypeOf, type MediaKind } from './mediaKinds';

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
		const [, type, content] =
			/^data:([\w.+-]+\/[\w.+-]+)[^,]{0,100};base64,(.*)$/is.exec(text) ?? [];
		const base64 = (content ?? text).replace(/\s+/g, '');
		const isBase64 = base64.length >= 4 && /^[\w+/-]+={0,2}$/.test(base64);
		if (type !== undefined && !isBase64) {
			throw new InvalidValue(`has no whole file after "base64,": ${quote(value)}`, advice);
		}
		const mimeType = isBase64 ? (type?.toLowerCase() ?? mimeTypeOf(base64)) : undefined;
		if (mimeType === undefined) {
			throw new InvalidValue(`is neither an address nor ${kind.what}: ${quote(value)}`, advice);
		}
		checkType(mimeType, kind);
		return `data:${mimeType};base64,${base64}`;
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
		checkType(file.mimeType, kind);
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

function checkSize(bytes: number, allowed: number, { megabytes = Infinity }: MediaKind): void {
	const size = Math.ceil((bytes / BYTES_PER_MEGABYTE) * 10) / 10;
	if (size > megabytes) {
		throw new InvalidValue(
			`points to a file of ${size} MB`,
			`Z-API accepts up to ${megabytes} MB here. Send a smaller file.`,
		);
	}
	if (size > allowed) {
		throw new InvalidValue(
			`points to a file of ${size} MB, more than the ${allowed} MB that are allowed`,
			`Raise the option ${LARGEST_FILE} to send it.`,
		);
	}
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
				checkSize(found.file.bytes ?? 0, allowed, kind);
				return found;
			});
			putAt(draft.body, path, '');
			draft.file = file;
			draft.addFile = async () => {
				const content = await context.helpers.getBinaryDataBuffer(field);
				named(() => checkSize(content.length, allowed, kind));
				putAt(draft.body, path, `data:${file.mimeType};base64,${content.toString('base64')}`);
			};
		},
	};
}
