import { operation } from '../../language/operation';
import { toggle } from '../../language/toggle';
import { messageIdInQuery } from '../../fields/message';
import { chatIdInQuery } from '../../fields/to';

const owner = toggle('owner', 'Sent by Me', {
	inQuery: true,
	default: true,
	required: true,
	description: 'Whether you sent the message. Turn it off for one that you received.',
});

const deleteForMe = toggle('deleteForMe', 'Delete for Me', {
	inQuery: true,
	default: true,
	description: 'Whether to delete the message only for you. The others in the chat keep it.',
});

/** @see https://developer.z-api.io/message/delete-message */
export const deleteMessage = operation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete a message',
	description:
		"Delete a message for everyone in the chat or, with an option, only for you. This can't be undone.",
	request: { method: 'DELETE', url: '/messages' },
	deletes: true,
	fields: [chatIdInQuery, messageIdInQuery, owner],
	options: [deleteForMe],
	refusedAdvice:
		'Check that the message is in this chat, and that Sent by Me is set correctly. WhatsApp allows this only for a limited time. Only admins of a group can delete the messages of others.',
});
