import { operation } from '../../language/operation';
import { broadcastId } from '../../fields/broadcastId';

/** @see https://developer.z-api.io/broadcast/delete-broadcast */
export const deleteOne = operation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete a broadcast list',
	description: "Delete a broadcast list. This can't be undone.",
	request: { method: 'DELETE', url: '/broadcast/{broadcastId}' },
	deletes: true,
	fields: [broadcastId],
	refusedAdvice: 'Check that the list still exists.',
});
