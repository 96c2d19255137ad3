import { tag } from '../../fields/tag';
import { chatId } from '../../fields/to';
import type { Operation } from '../operation';

/** @see https://developer.z-api.io/business/tags-remove */
export const removeTag: Operation = {
	name: 'Remove Tag',
	value: 'removeTag',
	action: 'Remove a tag from a chat',
	description: 'Take a tag off a chat. Only in WhatsApp Business.',
	request: { method: 'PUT', url: '/chats/{phone}/tags/{tag}/remove' },
	fields: [chatId, tag],
	refusedAdvice:
		'Check that the connected number uses WhatsApp Business, and that this chat and this tag exist.',
};
