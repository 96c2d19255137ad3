import { operation } from '../../language/operation';
import { visibilityWithExceptions } from '../../fields/visibility';

/** @see https://developer.z-api.io/privacy/set-last-seen */
export const updateLastSeen = operation({
	name: 'Update Last Seen',
	value: 'updateLastSeen',
	action: 'Update the privacy setting for last seen',
	description: 'Choose who sees when you were last on WhatsApp. This replaces the current choice.',
	request: { method: 'POST', url: '/privacy/last-seen' },
	fields: [
		visibilityWithExceptions('Who Can See It', {
			description: 'Who sees when you were last on WhatsApp',
			sentAs: 'visualizationType',
			values: ['ALL', 'CONTACTS', 'CONTACT_BLACKLIST', 'NONE'],
			default: 'CONTACTS',
		}),
	],
	refusedAdvice:
		'Try again. If it keeps failing, check in the Z-API panel that WhatsApp is connected.',
});
