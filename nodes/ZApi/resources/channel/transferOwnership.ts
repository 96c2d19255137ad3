import { confirm } from '../../fields/confirm';
import { inBody } from '../../fields/field';
import { newsletterId } from '../../fields/newsletterId';
import { person } from '../../fields/person';
import { toBoolean } from '../../../shared/values/values';
import type { Operation } from '../operation';

const quitAdmin = inBody(
	{
		displayName: 'Stop Being an Admin',
		name: 'quitAdmin',
		type: 'boolean',
		default: true,
		description: 'Whether the connected number also stops being an admin of the channel',
	},
	toBoolean,
);

/**
 * Where the documentation contradicts itself: the tables call `value` a text, the sample has a boolean.
 *
 * @see https://developer.z-api.io/newsletter/transfer-newsletter-ownership
 */
export const transferOwnership: Operation = {
	name: 'Transfer Ownership',
	value: 'transferOwnership',
	action: 'Transfer the ownership of a channel',
	description: 'Make another admin the owner of a channel. Only the new owner can undo it.',
	request: { method: 'POST', url: '/newsletter/transfer-ownership/{newsletterId}' },
	fields: [
		newsletterId,
		person('New Owner', 'The admin of the channel to make its owner'),
		confirm('the channel then belongs to the new owner, and only they can give it back'),
	],
	options: [quitAdmin],
	refusedAdvice:
		'Check that the connected number owns this channel, and that the new owner is one of its admins.',
};
