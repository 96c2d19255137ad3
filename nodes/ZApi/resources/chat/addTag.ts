import { operation } from '../../language/operation';
import { tag } from '../../fields/tag';
import { chatId } from '../../fields/to';

/** @see https://developer.z-api.io/business/tags-add */
export const addTag = operation({
	name: 'Add Tag',
	value: 'addTag',
	action: 'Add a tag to a chat',
	description: 'Put a tag on a chat. WhatsApp Business only.',
	request: { method: 'PUT', url: '/chats/{phone}/tags/{tag}/add' },
	fields: [chatId, tag],
	refusedAdvice:
		'Check that the connected number is a WhatsApp Business account, and that this chat and this tag exist.',
});
