import { operation } from '../../language/operation';
import { visibilityWithExceptions } from '../../fields/visibility';

/**
 * Unlike the others, this endpoint calls the choice `type`, and doesn't offer nobody.
 *
 * @see https://developer.z-api.io/privacy/set-group-add-permission
 */
export const updateGroupAdd = operation({
	name: 'Update Group Add',
	value: 'updateGroupAdd',
	action: 'Update the privacy setting for being added to groups',
	description: 'Choose who may add you to groups. This replaces the current choice.',
	request: { method: 'POST', url: '/privacy/group-add' },
	fields: [
		visibilityWithExceptions('Who Can Add You', {
			description: 'Who may add you to groups',
			sentAs: 'type',
			values: ['ALL', 'CONTACTS', 'CONTACT_BLACKLIST'],
			default: 'CONTACTS',
		}),
	],
	refusedAdvice:
		'Try again. If it keeps failing, check in the Z-API panel that WhatsApp is connected.',
});
