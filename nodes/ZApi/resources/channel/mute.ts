import { operation } from '../../language/operation';
import { newsletterIdAsId } from '../../fields/newsletterId';

/** @see https://developer.z-api.io/newsletter/mute-newsletter */
export const mute = operation({
	name: 'Mute',
	value: 'mute',
	action: 'Mute a channel',
	description: "Turn off a channel's notifications",
	request: { method: 'PUT', url: '/mute-newsletter' },
	fields: [newsletterIdAsId],
	refusedAdvice: 'Check that the connected number follows this channel.',
});
