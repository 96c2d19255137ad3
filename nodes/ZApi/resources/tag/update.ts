import { operation } from '../../language/operation';
import { tagColor, tagId, tagName } from '../../fields/tag';

/** @see https://developer.z-api.io/business/edit-tag */
export const update = operation({
	name: 'Update',
	value: 'update',
	action: 'Update a tag',
	description: 'Change the name of a tag, and optionally its color. WhatsApp Business only.',
	request: { method: 'POST', url: '/business/edit-tag/{tagId}' },
	fields: [tagId, tagName],
	options: [tagColor],
	refusedAdvice: 'Check that the tag exists: choose it from the list again.',
});
