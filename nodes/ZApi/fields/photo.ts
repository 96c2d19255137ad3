import type { IBinaryData, IExecuteSingleFunctions } from 'n8n-workflow';
import { InvalidValue, quote } from '../../shared/values/invalidValue';
import { isObject } from '../../shared/values/objects';
import { cleanText, isBlank } from '../../shared/values/text';
import { readNamed, type Field } from './field';

const TEXT_ADVICE =
	'Enter the address of a picture, starting with https://, or the picture itself as data:image/png;base64,… To send a file, set Photo Source to "File From a Previous Step".';

function toPhoto(value: unknown): string {
	if (isBlank(value)) throw new InvalidValue('is empty', TEXT_ADVICE);
	const photo = typeof value === 'string' ? cleanText(value) : '';
	if (/^(https?:\/\/|data:image\/[\w.+-]+;base64,)[^\s\p{Cs}]+$/iu.test(photo)) return photo;
	if (isObject(value) && 'mimeType' in value) {
		throw new InvalidValue('is a file, not the address of one', TEXT_ADVICE);
	}
	throw new InvalidValue(`is neither an address nor a picture: ${quote(value)}`, TEXT_ADVICE);
}

function filesAdvice(names: string[]): string {
	return names.length === 0
		? 'This item has no file. Check that the step before gives one: the input panel shows files under Binary.'
		: `The files of this item are in: ${quote(names.join(', '))}.`;
}

/** Finds a file of the item, without reading it. */
function findPicture(
	value: unknown,
	context: IExecuteSingleFunctions,
): { name: string; file: IBinaryData } {
	const name = typeof value === 'string' ? cleanText(value) : '';
	const { binary = {} } = context.getInputData();
	const file = Object.hasOwn(binary, name) ? binary[name] : undefined;
	if (!file) {
		const problem = isBlank(value)
			? 'is empty'
			: `isn't a field that holds a file: ${quote(value)}`;
		throw new InvalidValue(problem, filesAdvice(Object.keys(binary)));
	}
	if (!file.mimeType.startsWith('image/')) {
		throw new InvalidValue(
			`names a file that isn't a picture: ${quote(name)} (${quote(file.mimeType)})`,
			'Use a JPEG or PNG file.',
		);
	}
	return { name, file };
}

/**
 * The field for a photo: an address or Base64, or a file of the item.
 *
 * @param property the photo's name in the body
 */
export function photo(property: string): Field {
	const send = { type: 'body', property } as const;
	return {
		properties: [
			{
				displayName: 'Photo Source',
				name: 'photoSource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'File From a Previous Step', value: 'file' },
					{ name: 'URL or Base64', value: 'text' },
				],
				default: 'text',
				description: 'Where the photo comes from',
			},
			{
				displayName: 'Photo',
				name: property,
				type: 'string',
				required: true,
				displayOptions: { show: { photoSource: ['text'] } },
				default: '',
				placeholder: 'e.g. https://example.com/photo.png',
				description: 'The address of a JPEG or PNG picture, or the picture as a Base64 data URI',
				routing: { send },
			},
			{
				displayName: 'Input Data Field Name',
				name: 'binaryPropertyName',
				type: 'string',
				required: true,
				displayOptions: { show: { photoSource: ['file'] } },
				default: 'data',
				placeholder: 'e.g. data',
				hint: 'The name of the input field that holds the file',
				description: 'Find it in the input panel, under Binary',
				routing: { send },
			},
		],
		fill(draft, context) {
			if (context.getNodeParameter('photoSource', 'text') === 'text') {
				const value = context.getNodeParameter(property, '');
				draft.body[property] = readNamed(context, 'Photo', () => toPhoto(value));
				return;
			}
			const value = context.getNodeParameter('binaryPropertyName', '');
			const { name, file } = readNamed(context, 'Input Data Field Name', () =>
				findPicture(value, context),
			);
			draft.body[property] = '';
			draft.addFile = async () => {
				const content = await context.helpers.getBinaryDataBuffer(name);
				draft.body[property] = `data:${file.mimeType};base64,${content.toString('base64')}`;
			};
		},
	};
}
