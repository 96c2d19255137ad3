import { operation } from '../../language/operation';
import { visibilityWithExceptions } from '../../fields/visibility';

/** @see https://developer.z-api.io/privacy/set-photo-visualization */
export const updatePhoto = operation({
	name: 'Update Photo',
	value: 'updatePhoto',
	action: 'Update the privacy setting for the profile photo',
	description: 'Choose who sees your profile picture. This replaces the current choice.',
	request: { method: 'POST', url: '/privacy/photo-visualization', olderUrl: '/privacy/photo' },
	fields: [
		visibilityWithExceptions('Who Can See It', {
			description: 'Who sees your profile picture',
			sentAs: 'visualizationType',
			values: ['ALL', 'CONTACTS', 'CONTACT_BLACKLIST', 'NONE'],
			default: 'CONTACTS',
		}),
	],
	refusedAdvice:
		'Try again. If it keeps failing, check in the Z-API panel that WhatsApp is connected.',
});
