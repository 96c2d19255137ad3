import { operation } from '../../language/operation';
import { toggle } from '../../language/toggle';
import { newsletterId } from '../../fields/newsletterId';
import { person } from '../../fields/person';

const quitAdmin = toggle('quitAdmin', 'Stop Being an Admin', {
	default: true,
	description: 'Whether the connected number also stops being an admin of the channel',
});

/** @see https://developer.z-api.io/newsletter/transfer-newsletter-ownership */
export const transferOwnership = operation({
	name: 'Transfer Ownership',
	value: 'transferOwnership',
	action: 'Transfer the ownership of a channel',
	description: 'Make another admin the owner of a channel. Only the new owner can undo it.',
	request: { method: 'POST', url: '/newsletter/transfer-ownership/{newsletterId}' },
	fields: [newsletterId, person('New Owner', 'The admin of the channel to make its owner')],
	confirm: 'the channel then belongs to the new owner, and only they can give it back',
	options: [quitAdmin],
	refusedAdvice:
		'Check that the connected number owns this channel, and that the new owner is one of its admins.',
});
