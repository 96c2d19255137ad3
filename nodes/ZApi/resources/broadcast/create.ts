import { operation } from '../../language/operation';
import { text } from '../../language/text';
import { participants } from '../../fields/phones';

const listName = text('listName', 'Name', {
	sentAs: 'name',
	placeholder: 'e.g. Customers with a Yearly Plan',
	description: 'The name of the list',
});

/** @see https://developer.z-api.io/broadcast/create-broadcast */
export const create = operation({
	name: 'Create',
	value: 'create',
	action: 'Create a broadcast list',
	description:
		'Create a broadcast list. A message sent to its ID reaches each recipient in a private chat.',
	request: { method: 'POST', url: '/broadcast' },
	fields: [listName, participants],
	refusedAdvice: 'Check that all recipients are on WhatsApp.',
});
