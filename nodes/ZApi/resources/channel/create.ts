import { channelName } from '../../fields/channelName';
import { inBody } from '../../fields/field';
import { toText, unlessBlank } from '../../../shared/values/values';
import type { Operation } from '../operation';

const description = inBody(
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		placeholder: 'e.g. Avisos e novidades para os moradores',
		description: 'What the channel is about',
	},
	unlessBlank(toText),
);

/** @see https://developer.z-api.io/newsletter/create-newsletter */
export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create a channel',
	description:
		'Create a channel owned by the connected number. You can set its picture afterwards.',
	request: { method: 'POST', url: '/create-newsletter' },
	fields: [channelName],
	options: [description],
	refusedAdvice: 'Check that the connected number may create channels on WhatsApp.',
};
