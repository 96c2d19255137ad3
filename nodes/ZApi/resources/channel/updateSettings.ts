import { operation } from '../../language/operation';
import { choice } from '../../language/choice';
import { newsletterId } from '../../fields/newsletterId';

const reactionCodes = choice(
	'reactionCodes',
	'Reactions',
	{ all: 'Any Emoji', basic: 'Default Emoji Only' },
	{ default: 'basic', required: true, description: 'Which reactions followers may send' },
);

/** @see https://developer.z-api.io/newsletter/update-newsletter-config */
export const updateSettings = operation({
	name: 'Update Settings',
	value: 'updateSettings',
	action: 'Update the settings of a channel',
	description: 'Choose which reactions followers of a channel may send',
	request: { method: 'POST', url: '/newsletter/settings/{newsletterId}' },
	fields: [newsletterId, reactionCodes],
	refusedAdvice: 'Check that the connected number owns this channel.',
});
