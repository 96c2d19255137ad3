import { operation } from '../../language/operation';
import { visibilityWithExceptions } from '../../fields/visibility';

/** @see https://developer.z-api.io/privacy/set-privacy-description */
export const updateAbout = operation({
	name: 'Update About',
	value: 'updateAbout',
	action: 'Update the privacy setting for the about text',
	description: 'Choose who sees the about text of your profile. This replaces the current choice.',
	request: { method: 'POST', url: '/privacy/description' },
	fields: [
		visibilityWithExceptions('Who Can See It', {
			description: 'Who sees the about text of your profile',
			sentAs: 'visualizationType',
			values: ['ALL', 'CONTACTS', 'CONTACT_BLACKLIST', 'NONE'],
			default: 'CONTACTS',
		}),
	],
	refusedAdvice:
		'Try again. If it keeps failing, check in the Z-API panel that WhatsApp is connected.',
});
