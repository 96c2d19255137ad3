import { inQuery } from '../../fields/field';
import { messageIdInQuery } from '../../fields/message';
import { chat } from '../../fields/to';
import { toPhone } from '../../../shared/values/phones';
import { toBoolean } from '../../../shared/values/values';
import type { Operation } from '../operation';

const chatIdInQuery = inQuery(chat, toPhone);

const owner = inQuery(
	{
		displayName: 'Sent by Me',
		name: 'owner',
		type: 'boolean',
		required: true,
		default: true,
		description: 'Whether you sent the message. Turn it off for one that you received.',
	},
	toBoolean,
);

/** @see https://developer.z-api.io/message/delete-message */
export const deleteMessage: Operation = {
	name: 'Delete for Everyone',
	value: 'delete',
	action: 'Delete a message for everyone',
	description: "Delete a message for everyone in the chat. This can't be undone.",
	request: { method: 'DELETE', url: '/messages' },
	fields: [chatIdInQuery, messageIdInQuery, owner],
	refusedAdvice:
		'Check that the message is in this chat, and that Sent by Me is set correctly. WhatsApp allows this only for a limited time. Only admins of a group can delete the messages of others.',
};
