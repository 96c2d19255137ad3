import { operation } from '../../language/operation';
import { number } from '../../language/number';
import { text } from '../../language/text';
import { person } from '../../fields/person';
import { toFileUrl } from '../../../shared/values/fileUrls';

const callDuration = number('callDuration', 'Duration (Seconds)', {
	min: 1,
	max: 15,
	default: 5,
	description: 'How long the call lasts, from 1 to 15 seconds. Without this option, 5 seconds.',
});

const callAudioUrl = text('callAudioUrl', 'Audio URL', {
	optional: true,
	read: toFileUrl,
	placeholder: 'e.g. https://example.com/notice.mp3',
	description:
		'The address of an audio file to play, with a bit rate of 16k. Z-API must have enabled the call feature for your account.',
});

/** @see https://developer.z-api.io/calls/send-call */
export const make = operation({
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
});
