import { operation } from '../../language/operation';
import { text } from '../../language/text';
import { broadcastId } from '../../fields/broadcastId';
import { phones } from '../../fields/phones';

const listName = text('listName', 'Name', {
	optional: true,
	sentAs: 'name',
	placeholder: 'e.g. Customers with a Yearly Plan',
	description: 'The new name of the list. Without this option, the name stays as it is.',
});

const recipients = phones('phones', 'Phones', {
	description:
		'Phone numbers of all recipients, separated by commas. They replace the current ones.',
});

/** @see https://developer.z-api.io/broadcast/update-broadcast */
export const update = operation({
	name: 'Update',
	value: 'update',
	action: 'Update a broadcast list',
	description: 'Replace the recipients of a broadcast list, and optionally rename it',
	request: { method: 'PUT', url: '/broadcast/{broadcastId}' },
	fields: [broadcastId, recipients],
	options: [listName],
	bodyOrder: ['name', 'phones'],
	refusedAdvice: 'Check that the list still exists, and that all recipients are on WhatsApp.',
});
