import { operation } from '../../language/operation';

/** @see https://developer.z-api.io/queue/delete-queue */
export const clear = operation({
	name: 'Delete All',
	value: 'clear',
	action: 'Delete all messages in the queue',
	description: "Delete all messages that are waiting to be sent. This can't be undone.",
	request: { method: 'DELETE', url: '/queue' },
	deletes: true,
	confirm: 'all messages that are waiting are deleted, and nobody will get them',
	refusedAdvice: 'Try again. If it keeps failing, look at the queue in the Z-API panel.',
});
