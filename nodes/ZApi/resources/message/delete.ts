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
		'Check that the message is in this chat, and whether you sent it. WhatsApp allows this for a limited time only. Messages of others can be deleted by the admins of a group.',
};
