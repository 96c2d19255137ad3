import { operation } from '../../language/operation';
import { tagId } from '../../fields/tag';

/** @see https://developer.z-api.io/business/delete-tag */
export const deleteTag = operation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete a tag',
	description:
		"Delete a tag and remove it from all chats. This can't be undone. WhatsApp Business only.",
	request: { method: 'DELETE', url: '/business/tag/{tagId}' },
	deletes: true,
	fields: [tagId],
	refusedAdvice: 'Check that the tag exists: choose it from the list again.',
});
