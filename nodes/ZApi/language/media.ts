import type { INodeProperties } from 'n8n-workflow';
import { InvalidValue, quote } from '../../shared/values/invalidValue';
import { toWholeNumber } from '../../shared/values/values';
import { choice } from './choice';
import {
	optionOf,
	parameterOf,
	putAt,
	readNamed,
	sentProperty,
	type Field,
	type Item,
} from './field';
import type { MediaKind } from './mediaKinds';
import { checkSize, findFiles, LARGEST_FILE, SOURCE, toDataUri, toMedia } from './mediaValue';
import type { Option } from './option';

/** What n8n's memory can easily take: while a file is being sent, it takes up three times its size. */
const LARGEST_FILE_MEGABYTES = 50;

const INPUT_FIELD = 'Input Data Field Name';

const source = choice(
	'mediaSource',
	SOURCE,
	{ file: 'File From a Previous Step', text: 'URL or Base64' },
	{ noDataExpression: true, default: 'text', description: 'Where the file comes from' },
);

/** The option that every file brings along. It isn't sent. */
const largestFile: Option = {
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
};

function panelOf(
	name: string,
	kind: MediaKind,
	sentAs: string,
	several: boolean,
): INodeProperties[] {
	const shownFor = (chosen: 'file' | 'text') => ({ show: { mediaSource: [chosen] } });
	const entered: INodeProperties = {
		displayName: kind.displayName,
		name,
		type: 'string',
		required: true,
		displayOptions: shownFor('text'),
		default: '',
		placeholder: kind.placeholder,
		description: `The address of ${kind.what}, or the file itself as Base64`,
	};
	const ofItem: INodeProperties = {
		displayName: INPUT_FIELD,
		name: 'binaryPropertyName',
		type: 'string',
		required: true,
		displayOptions: shownFor('file'),
		default: 'data',
		placeholder: 'e.g. data',
		hint: 'The name of the input field that holds the file',
		description: several
			? 'Find it in the input panel, under Binary. Several, separated by commas, are sent one after the other.'
			: 'Find it in the input panel, under Binary',
	};
	const sent = [entered, ofItem].map((property) => sentProperty(property, { sentAs }));
	return [source.property, ...sent];
}

function largestOf(item: Item): number {
	return readNamed(item, LARGEST_FILE, () =>
		toWholeNumber(1)(optionOf(item, 'largestFileMegabytes', LARGEST_FILE_MEGABYTES)),
	);
}

/** @throws InvalidValue when there are several files */
function onlyOne<File extends { name: string }>(files: File[]): File[] {
	if (files.length === 1) return files;
	const names = files.map(({ name }) => name).join(', ');
	throw new InvalidValue(`names ${files.length} files: ${quote(names)}`, 'Enter one of them.');
}

/** A field for a file, which brings an option along. */
export type MediaField = Field & Required<Pick<Field, 'options' | 'fill'>>;

interface Details {
	/** Z-API's name for it, if it differs from the panel's, with dots leading into objects. */
	sentAs?: string;
	/** Whether an item may have several files, each of which becomes a message. */
	several?: true;
}

/**
 * An image, a video or another file: an address or Base64, or a file of the item. What can't be sent is refused before
 * any request; a file is read when it is its request's turn. It brings the option *Largest File* along.
 *
 * @param name the field's name
 * @param kind the required kind of file
 */
export function media(name: string, kind: MediaKind, details: Details = {}): MediaField {
	const { sentAs = name, several = false } = details;
	const read = toMedia(kind);
	/** Adds the name of the field, and that of the file among several, to an error. */
	const named = <Result>(item: Item, field: string, act: () => Result) =>
		readNamed(item, field === '' ? INPUT_FIELD : `${INPUT_FIELD}, file "${field}",`, act);
	return {
		properties: panelOf(name, kind, sentAs, several),
		options: [largestFile],
		fill(request, item) {
			const chosen = readNamed(item, SOURCE, () =>
				source.read(parameterOf(item, 'mediaSource', 'text'), item.settings),
			);
			if (chosen === 'text') {
				const value = readNamed(item, kind.displayName, () =>
					read(parameterOf(item, name, ''), item.settings),
				);
				putAt(request.body, sentAs, value);
				return;
			}
			const allowed = largestOf(item);
			const { context } = item;
			const found = named(item, '', () => {
				const files = findFiles(
					parameterOf(item, 'binaryPropertyName', ''),
					context.getInputData(),
					kind,
				);
				return several ? files : onlyOne(files);
			});
			putAt(request.body, sentAs, '');
			request.files = found.map(({ name: field, file }) => {
				const place = found.length === 1 ? '' : field;
				if (file.bytes !== undefined) {
					const { bytes } = file;
					named(item, place, () => checkSize(bytes, allowed, kind));
				}
				return {
					file,
					async addTo(to) {
						const content = await context.helpers.getBinaryDataBuffer(field);
						const value = named(item, place, () => {
							checkSize(content.length, allowed, kind);
							return toDataUri(content.toString('base64'), file.mimeType, kind, file.fileName);
						});
						putAt(to.body, sentAs, value);
					},
				};
			});
		},
	};
}
