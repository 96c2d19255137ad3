import { inBody } from '../../fields/field';
import { person } from '../../fields/person';
import { toAddress } from '../../../shared/values/addresses';
import { toWholeNumber, unlessBlank } from '../../../shared/values/values';
import type { Operation } from '../operation';

const callDuration = inBody(
	{
		displayName: 'Duration (Seconds)',
		name: 'callDuration',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 15 },
		default: 5,
		description: 'How long the call lasts, from 1 to 15 seconds. Without this option, 5 seconds.',
	},
	toWholeNumber(1, 15),
);

const callAudioUrl = inBody(
	{
		displayName: 'Audio URL',
		name: 'callAudioUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/aviso.mp3',
		description:
			'The address of an audio file to play, with a bit rate of 16k. Z-API must have enabled the call feature for your account.',
	},
	unlessBlank(toAddress),
);

/**
 * Where the documentation contradicts itself: the older introduction says that a call can have no audio; the newer
 * pages have `callAudioUrl`.
 *
 * @see https://developer.z-api.io/calls/send-call
 */
export const make: Operation = {
	name: 'Make',
	value: 'make',
	action: 'Make a call',
	description:
		"Call a person on WhatsApp for a few seconds. Z-API's message queue waits meanwhile.",
	request: { method: 'POST', url: '/send-call' },
	sendsToChat: true,
	fields: [person('To', 'The person to call')],
	options: [callAudioUrl, callDuration],
	bodyOrder: ['phone', 'callDuration', 'callAudioUrl'],
	refusedAdvice:
		'Check that the number is on WhatsApp. Calls with audio need the call feature, which Z-API must enable for your account.',
};
