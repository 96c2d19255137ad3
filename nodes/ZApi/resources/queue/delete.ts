import { operation } from '../../language/operation';
import { text } from '../../language/text';
import { toOpaqueId } from '../../../shared/values/ids';

const zaapId = text('zaapId', 'Zaap ID', {
	read: toOpaqueId,
	placeholder: 'e.g. 39BB1684570F00E91090F6BBC7EE7646',
	description: 'The zaapId that you got when you sent the message, or its ZaapId in the queue',
});

/** @see https://developer.z-api.io/queue/delete-queue-id */
export const deleteMessage = operation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete a message in the queue',
	description: "Delete a message that is waiting to be sent. This can't be undone.",
	request: { method: 'DELETE', url: '/queue/{zaapId}' },
	deletes: true,
	fields: [zaapId],
	refusedAdvice:
		'Check Zaap ID. The message may have left the queue already: to delete it in the chat, use Message: Delete.',
});
