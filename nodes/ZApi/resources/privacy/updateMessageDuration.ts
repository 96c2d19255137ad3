import { operation } from '../../language/operation';
import { choice } from '../../language/choice';

const messageDuration = choice(
	'messageDuration',
	'Duration',
	{ hours24: '24 Hours', days7: '7 Days', days90: '90 Days', disable: 'Off' },
	{
		sentAs: 'value',
		inQuery: true,
		default: 'disable',
		required: true,
		description: 'How long after they are sent messages disappear',
	},
);

/**
 * A POST request without a body, as documented. The values differ from those of a single chat.
 *
 * @see https://developer.z-api.io/privacy/set-messages-duration
 */
export const updateMessageDuration = operation({
	name: 'Update Message Duration',
	value: 'updateMessageDuration',
	action: 'Update the privacy setting for the default message timer',
	description:
		'Choose when messages disappear in new chats with one person. Existing chats stay as they are.',
	request: { method: 'POST', url: '/privacy/messages-duration' },
	fields: [messageDuration],
	refusedAdvice:
		'Try again. If it keeps failing, check in the Z-API panel that WhatsApp is connected.',
});
