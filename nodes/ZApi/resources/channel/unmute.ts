import { operation } from '../../language/operation';
import { newsletterIdAsId } from '../../fields/newsletterId';

/** @see https://developer.z-api.io/newsletter/unmute-newsletter */
export const unmute = operation({
	name: 'Unmute',
	value: 'unmute',
	action: 'Unmute a channel',
	description: "Turn a channel's notifications back on",
	request: { method: 'PUT', url: '/unmute-newsletter' },
	fields: [newsletterIdAsId],
	refusedAdvice: 'Check that the connected number follows this channel.',
});
