import { inBody } from '../../fields/field';
import { phones } from '../../fields/phones';
import { toText } from '../../../shared/values/values';
import type { Operation } from '../operation';

const listName = inBody(
	{
		displayName: 'Name',
		name: 'listName',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Clientes do Plano Anual',
		description: 'The name of the list',
	},
	toText,
	'name',
);

/** @see https://developer.z-api.io/broadcast/create-broadcast */
export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create a broadcast list',
	description:
		'Create a broadcast list. A message sent to its ID reaches each recipient in a private chat.',
	request: { method: 'POST', url: '/broadcast' },
	fields: [listName, phones],
	refusedAdvice: 'Check that all recipients are on WhatsApp.',
};
