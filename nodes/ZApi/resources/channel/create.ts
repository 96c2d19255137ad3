import { operation } from '../../language/operation';
import { text } from '../../language/text';
import { channelName } from '../../fields/channelName';

const description = text('description', 'Description', {
	optional: true,
	typeOptions: { rows: 3 },
	placeholder: 'e.g. News for everybody who lives here',
	description: 'What the channel is about',
});

/** @see https://developer.z-api.io/newsletter/create-newsletter */
export const create = operation({
	name: 'Create',
	value: 'create',
	action: 'Create a channel',
	description:
		'Create a channel owned by the connected number. You can set its picture afterwards.',
	request: { method: 'POST', url: '/create-newsletter' },
	fields: [channelName],
	options: [description],
	refusedAdvice: 'Check that the connected number may create channels on WhatsApp.',
});
