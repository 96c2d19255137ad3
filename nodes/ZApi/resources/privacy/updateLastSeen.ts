import { visibilityWithExceptions } from '../../fields/visibility';
import type { Operation } from '../operation';

/** @see https://developer.z-api.io/privacy/set-last-seen */
export const updateLastSeen: Operation = {
	name: 'Update Last Seen',
	value: 'updateLastSeen',
	action: 'Update the privacy setting for last seen',
	description: 'Choose who sees when you were last on WhatsApp. This replaces the current choice.',
	request: { method: 'POST', url: '/privacy/last-seen' },
	fields: [
		visibilityWithExceptions({
			displayName: 'Who Can See It',
			description: 'Who sees when you were last on WhatsApp',
			path: 'visualizationType',
			values: ['ALL', 'CONTACTS', 'CONTACT_BLACKLIST', 'NONE'],
			default: 'CONTACTS',
		}),
	],
	refusedAdvice:
		'Try again. If it keeps failing, check in the Z-API panel that WhatsApp is connected.',
};
