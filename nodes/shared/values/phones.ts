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

/** What can't be one number, although all its characters are allowed: 5511999999999.0, or a "1. " in front. */
const NOT_ONE = /^\d+\.\d\d?$|\.\s/;

/** A number as people write it. A slash isn't allowed: it separates a second number or an extension. */
const AS_WRITTEN = /^\(?\+?\s*\d[\d\s().\u2010-\u2015-]*\d$/;

/** A zero in brackets, which is dialled only within the country; in Italy and San Marino, also from abroad. */
const TRUNK_ZERO = /^(\(?(?:\+|00)?(?!39|378)[1-9]\d{0,2}\)?\s*)\(0\)/;

/**
 * Area code and number, grouped as Brazilians do: without a plus, nobody can tell whether the first two digits are the
 * country's: 44 is an area of Brazil, and the United Kingdom.
 */
const WITHOUT_COUNTRY = /^\d{2}[\s.-]+(9[\s.]?)?\d{4}[-\u2010-\u2015]\d{4}$/;

/** Codes of countries with one or two digits, followed by a zero, which is wrong. Only Italy has such numbers. */
const ZERO_TOO_MANY = /^(7|2[07]|3[0-46]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])0/;

/** No number has more than 15 digits. North America has 10 digits after the country code, Brazil 10 or 11. */
const COMPLETE = /^(?!1(?![2-9]\d{9}$)|55(?!\d{10,11}$))\d{10,15}$/;

/**
 * Reads a number as people write it. If it could be more than one number, it is refused, since nobody would notice that
 * a message went to a stranger. The ninth digit of Brazilian numbers is left to Z-API.
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
		throw refuse('may have an extra zero');
	}
	if (!COMPLETE.test(digits)) throw refuse(`isn't ${PHONE}`);
	return digits;
}

/** Makes the reader of a number. It also accepts IDs of some kinds, and leaves them as they are. */
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
 * Reads a recipient: a phone number, as people write it, or the ID of a chat (group, `@lid`, channel or broadcast
 * list).
 *
 * @returns the number as digits only, with country and area code; or the ID as it is
 * @throws InvalidValue when it is empty, or it isn't clear which number is meant
 * @see https://developer.z-api.io/tips/phones-format
 */
export const toPhone: Read<string> = toPhoneOr(CHATS, CHAT_ADVICE);

/**
 * Reads chats: phone numbers and IDs, in any form that {@link toListOf} takes. See {@link toPhone}.
 *
 * @returns each once, in their order; never empty
 * @throws InvalidValue when the list is empty, or an entry can't be one
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
			`has ${numbers.length} numbers, but Z-API accepts up to ${most} at once`,
			'Split the list, for example with a Loop Over Items node.',
		);
	};
}

/**
 * Reads people, such as those in a group, or those who asked to join it. See {@link toPersonPhone} and
 * {@link toPhoneList}.
 */
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
 * Converts the ID of a chat to the form in which IDs are compared. WhatsApp knows Brazilian mobile numbers with or
 * without their ninth digit, and events may have either. Numbers that begin with 2 to 5 are landlines.
 */
export function comparableChat(chatId: string): string {
	return chatId.replace(/^(55\d{2})9([016-9]\d{7})$/, '$1$2').replace(/-broadcast$/, '@broadcast');
}

/** Reads the phone numbers of a contact, including duplicates. See {@link toPhoneList}. */
export const toContactPhones: Read<string[]> = toListOf(toPhoneNumber, PHONE_ADVICE, {
	isEachOnce: false,
});
