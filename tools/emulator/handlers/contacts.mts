import { allGroups, findParticipant } from '../groups.mts';
import { findNumber, lidOf } from '../numbers.mts';
import { member } from '../people.mts';
import type { State } from '../types.mts';
import { paginate, type Handlers } from './call.mts';

/** Documented: `name` and `short` are filled only of those in the address book; `notify` is a person's own name. */
function showContact(state: State, phone: string) {
	const { name = '', short = '' } = state.contacts.find((saved) => saved.phone === phone) ?? {};
	// Assumption: someone without a known name has none of their own.
	return { name, short, notify: member(phone).short ?? '', vname: name, phone };
}

/** Documented: the address book, and more: also the members of shared groups. Assumption: and who is in a chat. */
function contactsOf(state: State): string[] {
	const groups = allGroups(state).filter((group) => findParticipant(group, state.connectedPhone));
	const members = groups.flatMap(({ participants }) => participants);
	const phones = [...state.contacts, ...state.chats, ...members].map(({ phone }) => phone);
	return [...new Set(phones)].filter(
		(phone) => /^\d+$/.test(phone) && phone !== state.connectedPhone,
	);
}

/** Documented: `lid` is null where the number isn't on WhatsApp. */
function check(state: State, phone: string) {
	const found = findNumber(state, phone);
	return { exists: found !== undefined, phone: found ?? phone, lid: found ? lidOf(found) : null };
}

/** What is about people. */
export const contactHandlers: Handlers = {
	'get-iswhatsapp': ({ state, pathParameters }) => [check(state, pathParameters.phone ?? '')],
	'get-iswhatsapp-batch': ({ state, body }) =>
		(body as { phones: string[] }).phones.map((inputPhone) => {
			const { exists, phone: outputPhone, lid } = check(state, inputPhone);
			return { exists, inputPhone, outputPhone, lid };
		}),

	'get-contacts': ({ state, query }) =>
		paginate(contactsOf(state), query).map((phone) => showContact(state, phone)),
	'get-metadata-contact': ({ state, pathParameters: { phone = '' } }) => {
		const { vname, ...contact } = showContact(state, findNumber(state, phone) ?? phone);
		// Assumption: nobody has a picture or says anything about themselves.
		return { ...contact, ...(vname === '' ? {} : { vname }), imgUrl: null, about: '' };
	},
	'add-contacts': ({ state, body }) => {
		const people = body as Array<{ firstName: string; lastName?: string; phone: string }>;
		for (const { firstName, lastName = '', phone } of people) {
			const others = state.contacts.filter((contact) => contact.phone !== phone);
			state.contacts = [
				...others,
				{ phone, name: `${firstName} ${lastName}`.trim(), short: firstName },
			];
		}
		return { success: true, errors: [] };
	},
	'remove-contacts': ({ state, body }) => {
		state.contacts = state.contacts.filter(({ phone }) => !(body as string[]).includes(phone));
		return { success: true, errors: [] };
	},
};
