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

const deleteForMe = inQuery(
	{
		displayName: 'Delete for Me',
		name: 'deleteForMe',
		type: 'boolean',
		default: true,
		description: 'Whether to delete the message only for you. The others in the chat keep it.',
	},
	toBoolean,
);

/**
 * Where the documentation contradicts itself: the older pages answer without content.
 *
 * @see https://developer.z-api.io/message/delete-message
 */
export const deleteMessage: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a message',
	description:
		"Delete a message for everyone in the chat or, with an option, only for you. This can't be undone.",
	request: { method: 'DELETE', url: '/messages' },
	fields: [chatIdInQuery, messageIdInQuery, owner],
	options: [deleteForMe],
	refusedAdvice:
		'Check that the message is in this chat, and that Sent by Me is set correctly. WhatsApp allows this only for a limited time. Only admins of a group can delete the messages of others.',
};
