import type { IExecuteSingleFunctions, INodeProperties } from 'n8n-workflow';
import { InvalidValue, quote } from '../../shared/values/invalidValue';
import { prepareProperty } from '../transport/prepare';
import { inBody } from './placement';

const TEXT_ADVICE =
	'Enter the address of a picture, starting with https://, or the picture itself as data:image/png;base64,…';
const FILE_ADVICE =
	'Check that the step before gives a file, and enter the name of the field that holds it. The input panel shows it under Binary.';

function toPhoto(value: unknown): string {
	const photo = typeof value === 'string' ? value.trim() : '';
	if (/^https?:\/\/\S+$/i.test(photo) || /^data:image\/[\w.+-]+;base64,\S+$/i.test(photo)) {
		return photo;
	}
	throw new InvalidValue(
		photo === '' ? 'is empty' : `is neither an address nor a picture: ${quote(photo)}`,
		TEXT_ADVICE,
	);
}

/** Reads a file of the item as a data URI, the form in which Z-API takes one. */
async function toDataUri(fieldName: unknown, context: IExecuteSingleFunctions): Promise<string> {
	const name = typeof fieldName === 'string' ? fieldName.trim() : '';
	const { binary = {} } = context.getInputData();
	const file = Object.hasOwn(binary, name) ? binary[name] : undefined;
	if (!file) throw new InvalidValue(`finds no file in the field "${quote(name)}"`, FILE_ADVICE);
	if (!file.mimeType.startsWith('image/')) {
		throw new InvalidValue(
			`finds a file that isn't a picture in the field "${quote(name)}": ${quote(file.mimeType)}`,
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
