import type { INodeProperties } from 'n8n-workflow';
import { toWholeNumber } from '../../shared/values/values';
import { choice } from './choice';
import { parameterOf, putAt, readNamed, sentProperty, type Field, type Item } from './field';
import type { MediaKind } from './mediaKinds';
import { checkSize, findFile, LARGEST_FILE, SOURCE, toDataUri, toMedia } from './mediaValue';
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

function panelOf(name: string, kind: MediaKind, sentAs: string): INodeProperties[] {
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
		description: 'Find it in the input panel, under Binary',
	};
	const sent = [entered, ofItem].map((property) => sentProperty(property, { sentAs }));
	return [source.property, ...sent];
}

function largestOf(item: Item): number {
	return readNamed(item, LARGEST_FILE, () =>
		toWholeNumber(1)(parameterOf(item, 'options.largestFileMegabytes', LARGEST_FILE_MEGABYTES)),
	);
}

/** A field for a file, which brings an option along. */
export type MediaField = Field & Required<Pick<Field, 'options' | 'fill'>>;

/**
 * An image, a video or another file: an address or Base64, or a file of the item. What can't be sent is refused before
 * any request; a file is read when it is its request's turn. It brings the option *Largest File* along.
 *
 * @param name the field's name
 * @param kind the required kind of file
 * @param sentAs Z-API's name for it, if it differs from the panel's, with dots leading into objects
 */
export function media(name: string, kind: MediaKind, sentAs = name): MediaField {
	const read = toMedia(kind);
	return {
		properties: panelOf(name, kind, sentAs),
		options: [largestFile],
		fill(request, item) {
			const chosen = readNamed(item, SOURCE, () =>
				source.read(parameterOf(item, 'mediaSource', 'text'), item.settings),
			);
			if (chosen === 'text') {
				const value = readNamed(item, kind.displayName, () => read(parameterOf(item, name, '')));
				putAt(request.body, sentAs, value);
				return;
			}
			const allowed = largestOf(item);
			const { context } = item;
			const named = <Result>(act: () => Result) => readNamed(item, INPUT_FIELD, act);
			const { name: field, file } = named(() => {
				const entered = parameterOf(item, 'binaryPropertyName', '');
				const found = findFile(entered, context.getInputData(), kind);
				if (found.file.bytes !== undefined) checkSize(found.file.bytes, allowed, kind);
				return found;
			});
			putAt(request.body, sentAs, '');
			request.file = file;
			request.addFile = async () => {
				const content = await context.helpers.getBinaryDataBuffer(field);
				const value = named(() => {
					checkSize(content.length, allowed, kind);
					return toDataUri(content.toString('base64'), file.mimeType, kind);
				});
				putAt(request.body, sentAs, value);
			};
		},
	};
}
