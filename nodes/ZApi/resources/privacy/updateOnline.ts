import { operation } from '../../language/operation';
import { visibility } from '../../fields/visibility';

/** @see https://developer.z-api.io/privacy/set-privacy-online */
export const updateOnline = operation({
	name: 'Update Online',
	value: 'updateOnline',
	action: 'Update the privacy setting for being online',
	description: 'Choose who sees that you are online. This replaces the current choice.',
	request: { method: 'POST', url: '/privacy/online' },
	fields: [
		visibility('Who Can See It', {
			description: 'Who sees that you are online',
			sentAs: 'visualizationType',
			values: ['ALL', 'SAME_LAST_SEEN'],
			default: 'SAME_LAST_SEEN',
		}),
	],
	refusedAdvice:
		'Try again. If it keeps failing, check in the Z-API panel that WhatsApp is connected.',
});
