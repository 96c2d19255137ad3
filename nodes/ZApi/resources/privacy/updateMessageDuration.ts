import { inQuery } from '../../fields/field';
import { toOneOf } from '../../../shared/values/values';
import type { Operation } from '../operation';

const messageDuration = inQuery(
	{
		displayName: 'Duration',
		name: 'messageDuration',
		type: 'options',
		required: true,
		options: [
			{ name: '24 Hours', value: 'hours24' },
			{ name: '7 Days', value: 'days7' },
			{ name: '90 Days', value: 'days90' },
			{ name: 'Off', value: 'disable' },
		],
		default: 'disable',
		description: 'How long after they are sent messages disappear',
	},
	toOneOf('hours24', 'days7', 'days90', 'disable'),
	'value',
);

/**
 * A POST request without a body, as documented. The values differ from those of a single chat.
 *
 * @see https://developer.z-api.io/privacy/set-messages-duration
 */
export const updateMessageDuration: Operation = {
	name: 'Update Message Duration',
	value: 'updateMessageDuration',
	action: 'Update the privacy setting for the default message timer',
	description:
		'Choose when messages disappear in new chats with one person. Existing chats stay as they are.',
	request: { method: 'POST', url: '/privacy/messages-duration' },
	fields: [messageDuration],
	refusedAdvice:
		'Try again. If it keeps failing, check in the Z-API panel that WhatsApp is connected.',
};
