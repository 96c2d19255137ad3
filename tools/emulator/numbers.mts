import { allGroups, isGroupId } from './groups.mts';
import type { State } from './types.mts';

/** Brazilian mobile numbers are known with and without a ninth digit. */
function withOrWithoutNinthDigit(phone: string): string {
	const [, short, rest] = /^(55\d\d)9(\d{8})$/.exec(phone) ?? [];
	return short && rest ? short + rest : phone.replace(/^(55\d\d)(\d{8})$/, '$19$2');
}

/** @returns the id that stands for a number. Assumption: its form; it is documented only that each has one */
export function lidOf(phone: string): string {
	return phone.endsWith('@lid') ? phone : `9${phone.padStart(14, '0')}@lid`;
}

/** @returns whoever is known to be on WhatsApp: the members of groups, those of chats, and contacts */
function knownPeople(state: State): string[] {
	const members = allGroups(state).flatMap(({ participants, pendingRequests }) => [
		...participants.map(({ phone }) => phone),
		...pendingRequests,
	]);
	const listed = [...state.chats, ...state.contacts].map(({ phone }) => phone);
	return [state.connectedPhone, ...members, ...listed, ...state.inviteOnlyPhones];
}

/**
 * Finds someone on WhatsApp.
 *
 * Assumption: only those are there whom the emulator knows. Documented: the answer has the number in WhatsApp's own
 * form, which may differ in the ninth digit.
 *
 * @param phone digits, or an id that ends with `@lid`
 * @returns the number as WhatsApp has it; undefined if it isn't there
 */
export function findNumber(state: State, phone: string): string | undefined {
	const people = knownPeople(state);
	const forms = [phone, withOrWithoutNinthDigit(phone)];
	return (
		people.find((known) => known === phone) ??
		people.find((known) => forms.includes(known) || lidOf(known) === phone)
	);
}

/**
 * @param phone a chat's id, or another form of it
 * @returns the id under which the chat is kept: someone's number rather than the id that stands for it
 */
export function chatIdOf(state: State, phone: string): string {
	const isPerson = /^\d+(@lid)?$/.test(phone) && !isGroupId(phone);
	return isPerson ? (findNumber(state, phone) ?? phone) : phone;
}
