import type { IBinaryData, IExecuteSingleFunctions } from 'n8n-workflow';
import { InvalidValue, quote } from '../../shared/values/invalidValue';
import { readNamed, type Field } from './field';

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

/** Finds a file of the item, without reading it. */
function findPicture(name: string, context: IExecuteSingleFunctions): IBinaryData {
	const { binary = {} } = context.getInputData();
	const file = Object.hasOwn(binary, name) ? binary[name] : undefined;
	if (!file) throw new InvalidValue(`finds no file in the field "${quote(name)}"`, FILE_ADVICE);
	if (!file.mimeType.startsWith('image/')) {
		throw new InvalidValue(
			`finds a file that isn't a picture in the field "${quote(name)}": ${quote(file.mimeType)}`,
			'Use a JPEG or PNG file.',
		);
	}
	return file;
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
			const name = String(context.getNodeParameter('binaryPropertyName', '')).trim();
			const { mimeType } = readNamed(context, 'Input Data Field Name', () =>
				findPicture(name, context),
			);
			draft.body[property] = '';
			draft.addFile = async () => {
				const content = await context.helpers.getBinaryDataBuffer(name);
				draft.body[property] = `data:${mimeType};base64,${content.toString('base64')}`;
			};
		},
	};
}
