import { idText, kindOf, refuseKind, type Kind } from './ids';
import { InvalidValue, quote } from './invalidValue';
import { toListOf } from './lists';
import type { Read } from './values';

const PHONE = 'a phone number';
const PHONE_ADVICE =
	'Write the number with country and area code, and without a zero before the area code. Brazil is 55, as in +55 (44) 99999-9999.';
const CHAT_ADVICE = `${PHONE_ADVICE} For a group or a channel, use its ID.`;
const NO_LID_ADVICE = `Z-API adds people by phone number, not by @lid. ${PHONE_ADVICE}`;

const CHATS: Kind[] = ["a group's ID", 'an @lid', "a channel's ID", "a broadcast list's ID"];

/** What can't be one number, though it has only the right characters: 5511999999999.0, and "1. " before an entry. */
const NOT_ONE = /^\d+\.\d\d?$|\.\s/;

/** There is no slash among them: it stands before a second number, or an extension. */
const AS_WRITTEN = /^\(?\+?\s*\d[\d\s().\u2010-\u2015-]*\d$/;

/** A zero in brackets is for calls within the country. Italy and San Marino dial it from abroad, too. */
const TRUNK_ZERO = /^(\(?(?:\+|00)?(?!39|378)[1-9]\d{0,2}\)?\s*)\(0\)/;

/**
 * Area code and number, grouped as Brazilians do: without a plus, nobody can tell whether the first two digits are the
 * country's: 44 is an area of Brazil, and the United Kingdom.
 */
const WITHOUT_COUNTRY = /^\d{2}[\s.-]+(9[\s.]?)?\d{4}[-\u2010-\u2015]\d{4}$/;

/** Countries whose codes have one or two digits, and no zero after them. Only Italy has one. */
const ZERO_TOO_MANY = /^(7|2[07]|3[0-46]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])0/;

/** Beyond 15 digits no number exists. North America has 10 digits after the country code, Brazil 10 or 11. */
const COMPLETE = /^(?!1(?![2-9]\d{9}$)|55(?!\d{10,11}$))\d{10,15}$/;

/**
 * Reads a number as people write it. What could be more than one number is refused, as no one would notice a message
 * to a stranger. The ninth digit of Brazilian numbers is left to Z-API.
 */
function digitsOf(text: string, advice: string): string {
	const written = text.replace(/^(tel|whatsapp):/i, '').replace(/@(s\.whatsapp\.net|c\.us)$/i, '');
	const refuse = (problem: string) => new InvalidValue(`${problem}: ${quote(text)}`, advice);
	if (!AS_WRITTEN.test(written) || NOT_ONE.test(written)) throw refuse(`isn't ${PHONE}`);
	const international = written.replace(TRUNK_ZERO, '$1');
	const dialled = international.replace(/\D/g, '');
	if (
		/^\((?!\+)/.test(international) ||
		/^0(?!0[1-9])/.test(dialled) ||
		WITHOUT_COUNTRY.test(international)
	) {
		throw refuse('lacks its country code');
	}
	const digits = dialled.replace(/^00/, '');
	if (international.includes('(0') || ZERO_TOO_MANY.test(digits)) {
		throw refuse('may have a zero too many');
	}
	if (!COMPLETE.test(digits)) throw refuse(`isn't ${PHONE}`);
	return digits;
}

/** Makes the reader of a number, which also takes IDs of some kinds, as they are. */
function toPhoneOr(kinds: Kind[], advice: string): Read<string> {
	return (value) => {
		const text = idText(value, PHONE, advice);
		const kind = kindOf(text);
		if (kind === undefined || !CHATS.includes(kind)) return digitsOf(text, advice);
		if (kinds.includes(kind)) return text;
		throw refuseKind(text, PHONE, advice);
	};
}

/**
 * Reads who gets something: a phone number, as people write it, or the ID of a chat (group, `@lid`, channel or
 * broadcast list).
 *
 * @returns the number as digits only, with country and area code; or the ID as it is
 * @throws InvalidValue when there is none, or it isn't clear which number is meant
 * @see https://developer.z-api.io/tips/phones-format
 */
export const toPhone: Read<string> = toPhoneOr(CHATS, CHAT_ADVICE);

/**
 * Reads chats: phone numbers and IDs, in any form that {@link toListOf} takes. See {@link toPhone}.
 *
 * @returns each once, in their order; never empty
 * @throws InvalidValue when there is none at all, or an entry can't be one
 */
export const toPhoneList: Read<string[]> = toListOf(toPhone, CHAT_ADVICE);

/** Reads a person: a phone number or an `@lid`. See {@link toPhone}. */
export const toPersonPhone: Read<string> = toPhoneOr(['an @lid'], PHONE_ADVICE);

/** Reads a phone number where Z-API takes nothing else. See {@link toPhone}. */
export const toPhoneNumber: Read<string> = toPhoneOr([], PHONE_ADVICE);

/**
 * Makes the reader of a list of phone numbers. See {@link toPhoneList}.
 *
 * @param most how many Z-API takes at once
 */
export function toPhoneNumberList(most: number): Read<string[]> {
	const read = toListOf(toPhoneNumber, PHONE_ADVICE);
	return (value) => {
		const numbers = read(value);
		if (numbers.length <= most) return numbers;
		throw new InvalidValue(
			`has ${numbers.length} numbers, and Z-API takes ${most} at once`,
			'Split the list, for example with a Loop Over Items node.',
		);
	};
}

/** Reads people, such as those who are in a group, or want to be. See {@link toPersonPhone} and {@link toPhoneList}. */
export const toParticipantList: Read<string[]> = toListOf(toPersonPhone, PHONE_ADVICE);

/**
 * Reads people who are to be added to a group. Z-API takes only their phone numbers. See {@link toPhoneList}.
 *
 * @see https://developer.z-api.io/group/add-participant
 */
export const toNewParticipantList: Read<string[]> = toListOf(
	toPhoneOr([], NO_LID_ADVICE),
	NO_LID_ADVICE,
);

/**
 * Brings the ID of a chat into the one form in which it is compared. Brazilian mobile numbers are known with and
 * without their ninth digit, and events may come with either. Numbers that begin with 2 to 5 are landlines. WhatsApp
 * likewise has a 1 in mobile numbers of Mexico and a 9 in those of Argentina, which people may leave out.
 */
export function comparableChat(chatId: string): string {
	return chatId
		.replace(/^(55\d{2})9([016-9]\d{7})$/, '$1$2')
		.replace(/^(52(?=1)|54(?=9))\d(\d{10})$/, '$1$2')
		.replace(/-broadcast$/, '@broadcast');
}

/** Reads the phone numbers of a contact, all of them as they are given. See {@link toPhoneList}. */
export const toContactPhones: Read<string[]> = toListOf(toPhoneNumber, PHONE_ADVICE, {
	isEachOnce: false,
});
