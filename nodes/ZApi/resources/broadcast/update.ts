import { broadcastId } from '../../fields/broadcastId';
import { inBody } from '../../fields/field';
import { allRecipients } from '../../fields/phones';
import { toText, unlessBlank } from '../../../shared/values/values';
import type { Operation } from '../operation';

const listName = inBody(
	{
		displayName: 'Name',
		name: 'listName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Clientes do Plano Anual',
		description: 'The new name of the list. Without this option, the name stays as it is.',
	},
	unlessBlank(toText),
	'name',
);

/** @see https://developer.z-api.io/broadcast/update-broadcast */
export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update a broadcast list',
	description: 'Replace the recipients of a broadcast list, and optionally rename it',
	request: { method: 'PUT', url: '/broadcast/{broadcastId}' },
	fields: [broadcastId, allRecipients],
	options: [listName],
	bodyOrder: ['name', 'phones'],
	refusedAdvice: 'Check that the list still exists, and that all recipients are on WhatsApp.',
};
