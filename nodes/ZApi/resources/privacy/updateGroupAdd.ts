import { visibilityWithExceptions } from '../../fields/visibility';
import type { Operation } from '../operation';

/**
 * Unlike the others, this endpoint calls the choice `type`, and doesn't offer nobody.
 *
 * @see https://developer.z-api.io/privacy/set-group-add-permission
 */
export const updateGroupAdd: Operation = {
	name: 'Update Group Add',
	value: 'updateGroupAdd',
	action: 'Update the privacy setting for being added to groups',
	description: 'Choose who may add you to groups. This replaces the current choice.',
	request: { method: 'POST', url: '/privacy/group-add' },
	fields: [
		visibilityWithExceptions({
			displayName: 'Who Can Add You',
			description: 'Who may add you to groups',
			path: 'type',
			values: ['ALL', 'CONTACTS', 'CONTACT_BLACKLIST'],
			default: 'CONTACTS',
		}),
	],
	refusedAdvice:
		'Try again. If it keeps failing, check in the Z-API panel that WhatsApp is connected.',
};
