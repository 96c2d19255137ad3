import { updateDisplayOptions } from 'n8n-workflow';
import { toOneOf } from '../../shared/values/values';
import { readNamed, type Field } from './field';
import { media } from './media';
import { mediaKinds } from './mediaKinds';

const HEADER = 'Header';

const NONE = { name: 'None', value: 'none' };

/** A file to show above a message, with the value that chooses it. */
interface Choice {
	name: string;
	value: string;
	file: Field;
}

/** A choice between files to show above a message's text. */
function header(choices: Choice[]): Field {
	const options = [...choices.map(({ name, value }) => ({ name, value })), NONE];
	const toChoice = toOneOf(...options.map(({ value }) => value));
	return {
		properties: [
			{
				displayName: HEADER,
				name: 'header',
				type: 'options',
				noDataExpression: true,
				options: options.sort((a, b) => a.name.localeCompare(b.name)),
				default: 'none',
				description: 'What to show above the text',
			},
			...choices.flatMap(({ value, file }) =>
				updateDisplayOptions({ show: { header: [value] } }, file.properties),
			),
		],
		fill(draft, context) {
			const choice = readNamed(context, HEADER, () =>
				toChoice(context.getNodeParameter('header', NONE.value)),
			);
			choices.find(({ value }) => value === choice)?.file.fill(draft, context);
		},
	};
}

/** A picture above the text, or none. */
export const imageHeader = header([
	{ name: 'Image', value: 'image', file: media('image', mediaKinds.image) },
]);

/** A picture or a video above reply buttons, or none. */
export const buttonListHeader = header([
	{
		name: 'Image',
		value: 'image',
		file: media('headerImage', mediaKinds.image, 'buttonList.image'),
	},
	{
		name: 'Video',
		value: 'video',
		file: media('headerVideo', mediaKinds.video, 'buttonList.video'),
	},
]);
