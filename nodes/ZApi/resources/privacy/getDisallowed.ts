import { operation } from '../../language/operation';
import { allAtOnce } from '../../language/pages';
import { choice } from '../../language/choice';
import { entriesIn } from '../../../shared/requests/pagination';

const disallowedType = choice(
	'disallowedType',
	'Setting',
	{ description: 'About', groupAdd: 'Group Add', lastSeen: 'Last Seen', photo: 'Photo' },
	{
		sentAs: 'type',
		inQuery: true,
		default: 'lastSeen',
		required: true,
		description: 'The privacy setting whose exceptions to get',
	},
);

const contactsIn = entriesIn('disallowedContacts');

/** @see https://developer.z-api.io/privacy/get-disallowed-contacts */
export const getDisallowed = operation({
	name: 'Get Disallowed Contacts',
	value: 'getDisallowed',
	action: 'Get the contacts that a privacy setting excludes',
	description: 'Get the contacts that are excluded from one of your privacy settings',
	request: { method: 'GET', url: '/privacy/disallowed-contacts' },
	pages: allAtOnce,
	// Z-API lists bare phone numbers, and an item needs a name for each.
	entries: (body) =>
		contactsIn(body).map((entry) => (typeof entry === 'string' ? { phone: entry } : entry)),
	fields: [disallowedType],
	refusedAdvice:
		'Try again. If it keeps failing, check in the Z-API panel that WhatsApp is connected.',
});
