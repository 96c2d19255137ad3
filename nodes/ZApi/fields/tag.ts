import { locator } from '../language/locator';
import { byName } from '../language/named';
import { number } from '../language/number';
import { text } from '../language/text';
import { toOpaqueId } from '../../shared/values/ids';

function tagSentAs(sentAs: string) {
	return locator('tag', 'Tag', {
		what: 'tag',
		search: 'searchTags',
		...byName({
			what: 'tag',
			toId: toOpaqueId,
			// WhatsApp has a few tags, which it counts; a longer number may be a name, as of a year.
			surely: /^\d{1,3}$/,
			list: async () => ['tags'],
		}),
		id: '10',
		hint: 'The ID that Tag: Get Many returns as "id", or the name',
		description: 'The tag. In WhatsApp Business, it is called a label.',
		sentAs,
	});
}

/** A tag that chats can have. */
export const tag = tagSentAs('tag');

/** The same, where Z-API calls it `tagId`. */
export const tagId = tagSentAs('tagId');

/** The name of a tag. */
export const tagName = text('tagName', 'Name', {
	sentAs: 'name',
	placeholder: 'e.g. New customer',
	description: 'The name of the tag',
});

/** The color of a tag, by its number. */
export const tagColor = number('color', 'Color', {
	min: 0,
	default: 0,
	description: 'The number of a color. Tag: Get Colors lists them all.',
});
