import { operation } from '../../language/operation';
import { tag } from '../../fields/tag';
import { chatId } from '../../fields/to';

/** @see https://developer.z-api.io/business/tags-remove */
export const removeTag = operation({
	name: 'Remove Tag',
	value: 'removeTag',
	action: 'Remove a tag from a chat',
	description: 'Take a tag off a chat. WhatsApp Business only.',
	request: { method: 'PUT', url: '/chats/{phone}/tags/{tag}/remove' },
	fields: [chatId, tag],
	refusedAdvice:
		'Check that the connected number is a WhatsApp Business account, and that this chat and this tag exist.',
});
