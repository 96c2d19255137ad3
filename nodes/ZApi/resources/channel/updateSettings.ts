import { inBody } from '../../fields/field';
import { newsletterId } from '../../fields/newsletterId';
import { toOneOf } from '../../../shared/values/values';
import type { Operation } from '../operation';

const reactionCodes = inBody(
	{
		displayName: 'Reactions',
		name: 'reactionCodes',
		type: 'options',
		required: true,
		options: [
			{ name: 'Any Emoji', value: 'all' },
			{ name: 'Default Emoji Only', value: 'basic' },
		],
		default: 'basic',
		description: 'Which reactions followers may send',
	},
	toOneOf('all', 'basic'),
);

/**
 * Where the documentation contradicts itself: its samples send "basic | all" as the value; it is one of the two.
 *
 * @see https://developer.z-api.io/newsletter/update-newsletter-config
 */
export const updateSettings: Operation = {
	name: 'Update Settings',
	value: 'updateSettings',
	action: 'Update the settings of a channel',
	description: 'Choose which reactions followers of a channel may send',
	request: { method: 'POST', url: '/newsletter/settings/{newsletterId}' },
	fields: [newsletterId, reactionCodes],
	refusedAdvice: 'Check that the connected number owns this channel.',
};
