import type { IExecuteSingleFunctions, INodeProperties } from 'n8n-workflow';
import { InvalidValue, quote } from '../../shared/values/invalidValue';
import { isObject } from '../../shared/values/objects';
import { cleanText, isBlank } from '../../shared/values/text';
import { prepareProperty } from '../transport/prepare';
import { inBody } from './placement';

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

/** Reads a file of the item as a data URI, the form in which Z-API takes one. */
async function toDataUri(value: unknown, context: IExecuteSingleFunctions): Promise<string> {
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
	const content = await context.helpers.getBinaryDataBuffer(name);
	return `data:${file.mimeType};base64,${content.toString('base64')}`;
}

/**
 * The fields for a photo: an address or Base64, or a file of the item.
 *
 * @param property the photo's name in the body
 * @returns the choice between the two, and a field for each
 */
export function photo(property: string): INodeProperties[] {
	return [
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
		inBody(
			{
				displayName: 'Photo',
				name: property,
				type: 'string',
				required: true,
				displayOptions: { show: { photoSource: ['text'] } },
				default: '',
				placeholder: 'e.g. https://example.com/photo.png',
				description: 'The address of a JPEG or PNG picture, or the picture as a Base64 data URI',
			},
			toPhoto,
		),
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
			routing: {
				send: {
					type: 'body',
					property,
					preSend: [prepareProperty('Input Data Field Name', 'body', property, toDataUri)],
				},
			},
		},
	];
}
