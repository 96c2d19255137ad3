import { toId } from '../../shared/values/ids';
import { toText, toWholeNumber } from '../../shared/values/values';
import { inBody } from './field';
import { locator } from './locator';

const property = locator({
	displayName: 'Tag',
	name: 'tag',
	description: 'The tag. In WhatsApp Business, it is called a label.',
	what: 'tag',
	searchListMethod: 'searchTags',
	example: '10',
	hint: 'The ID that Tag: Get Many returns as "id"',
});

/** A tag that chats can have. */
export const tag = inBody(property, toId);

/** The same, where Z-API calls it `tagId`. */
export const tagId = inBody(property, toId, 'tagId');

/** The name of a tag. */
export const tagName = inBody(
	{
		displayName: 'Name',
		name: 'tagName',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Novo cliente',
		description: 'The name of the tag',
	},
	toText,
	'name',
);

/** The color of a tag, by its number. */
export const tagColor = inBody(
	{
		displayName: 'Color',
		name: 'color',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'The number of a color. Tag: Get Colors lists them all.',
	},
	toWholeNumber(0),
);
