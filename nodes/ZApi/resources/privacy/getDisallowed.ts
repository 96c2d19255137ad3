import { inQuery } from '../../fields/field';
import { entriesIn } from '../../../shared/requests/pages';
import { toOneOf } from '../../../shared/values/values';
import type { Operation } from '../operation';

const disallowedType = inQuery(
	{
		displayName: 'Setting',
		name: 'disallowedType',
		type: 'options',
		required: true,
		options: [
			{ name: 'About', value: 'description' },
			{ name: 'Group Add', value: 'groupAdd' },
			{ name: 'Last Seen', value: 'lastSeen' },
			{ name: 'Photo', value: 'photo' },
		],
		default: 'lastSeen',
		description: 'The privacy setting whose exceptions to get',
	},
	toOneOf('description', 'groupAdd', 'lastSeen', 'photo'),
	'type',
);

const contactsIn = entriesIn('disallowedContacts');

/**
 * Where the documentation contradicts itself: its sample addresses lack `/privacy`, which the headings have.
 *
 * @see https://developer.z-api.io/privacy/get-disallowed-contacts
 */
export const getDisallowed: Operation = {
	name: 'Get Disallowed Contacts',
	value: 'getDisallowed',
	action: 'Get the contacts that a privacy setting excludes',
	description: 'Get the contacts that are excluded from one of your privacy settings',
	request: { method: 'GET', url: '/privacy/disallowed-contacts' },
	isList: true,
	// Z-API lists bare phone numbers, and an item needs a name for each.
	toEntries: (body) =>
		contactsIn(body).map((entry) => (typeof entry === 'string' ? { phone: entry } : entry)),
	fields: [disallowedType],
	refusedAdvice:
		'Try again. If it keeps failing, check in the Z-API panel that WhatsApp is connected.',
};
