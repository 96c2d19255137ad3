import { idText, idKindOf, refuseKind, type IdKind } from './ids';
import { InvalidValue, quote } from './invalidValue';
import { toListOf } from './lists';
import type { Settings } from '../account/settings';
import { readNumber } from '../numbers/readNumber';
import { NUMBER_ADVICE } from '../numbers/numberMessages';

/** Reads phone numbers. Without settings, no country code is added. */
type ReadPhones<Result> = (value: unknown, settings?: Settings) => Result;

const PHONE = 'a phone number';
const CHAT_ADVICE = 'For a group or a channel, use its ID.';
const NO_LID_ADVICE = 'Z-API adds people by phone number, not by @lid.';

const CHATS: IdKind[] = ["a group's ID", 'an @lid', "a channel's ID", "a broadcast list's ID"];

/** A number that was chosen from a list, which has it from WhatsApp. */
const CHOSEN = /^[1-9]\d{4,14}$/;

/** Reads a number as people write it. What becomes of one without a country code is in `numbers/readNumber.ts`. */
function digitsOf(text: string, settings: Settings, advice: string): string {
	if (settings.isChosen && CHOSEN.test(text)) return text;
	const { defaultCountryCode = '', numbersWithoutCountryCode: whenUnclear = 'whenCertain' } =
		settings;
	const reading = readNumber(text, { defaultCountryCode, whenUnclear });
	if (reading.kind === 'refused') {
		throw new InvalidValue(
			`${reading.problem}: ${quote(text)}`,
			`${reading.advice} ${advice}`.trim(),
		);
	}
	settings.onNumber?.(reading);
	return reading.digits;
}

/** Makes the reader of a number. It also accepts IDs of some kinds, and leaves them as they are. */
function toPhoneOr(kinds: IdKind[], advice = ''): ReadPhones<string> {
	return (value, settings = {}) => {
		const text = idText(value, PHONE, `${NUMBER_ADVICE} ${advice}`.trim());
		const kind = idKindOf(text);
		if (kind === undefined || !CHATS.includes(kind)) return digitsOf(text, settings, advice);
		if (kinds.includes(kind)) return text;
		throw refuseKind(text, PHONE, `${advice} ${NUMBER_ADVICE}`.trim());
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
export const toPhone: ReadPhones<string> = toPhoneOr(CHATS, CHAT_ADVICE);

/**
 * Reads chats: phone numbers and IDs, in any form that {@link toListOf} takes. See {@link toPhone}.
 *
 * @returns each once, in their order; never empty
 * @throws InvalidValue when the list is empty, or an entry can't be one
 */
export const toPhoneList: ReadPhones<string[]> = toListOf(
	toPhone,
	`${NUMBER_ADVICE} ${CHAT_ADVICE}`,
);

/** Reads a person: a phone number or an `@lid`. See {@link toPhone}. */
export const toPersonPhone: ReadPhones<string> = toPhoneOr(['an @lid']);

/** Reads a phone number where Z-API takes nothing else. See {@link toPhone}. */
export const toPhoneNumber: ReadPhones<string> = toPhoneOr([]);

/**
 * Makes the reader of a list of phone numbers. See {@link toPhoneList}.
 *
 * @param most how many Z-API takes at once
 */
export function toPhoneNumberList(most: number): ReadPhones<string[]> {
	const read = toListOf(toPhoneNumber, NUMBER_ADVICE);
	return (value, settings) => {
		const numbers = read(value, settings);
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
export const toParticipantList: ReadPhones<string[]> = toListOf(toPersonPhone, NUMBER_ADVICE);

/**
 * Reads people who are to be added to a group. Z-API takes only their phone numbers. See {@link toPhoneList}.
 *
 * @see https://developer.z-api.io/group/add-participant
 */
export const toNewParticipantList: ReadPhones<string[]> = toListOf(
	toPhoneOr([], NO_LID_ADVICE),
	`${NO_LID_ADVICE} ${NUMBER_ADVICE}`,
);

/**
 * Normalizes the ID of a chat for comparing. WhatsApp knows Brazilian mobile numbers with or without their ninth digit,
 * and events may have either. Numbers that begin with 2 to 5 are landlines. Likewise, WhatsApp has a 1 in mobile
 * numbers of Mexico and a 9 in those of Argentina, which people may leave out.
 */
export function comparableChat(chatId: string): string {
	return chatId
		.replace(/^(55\d{2})9([016-9]\d{7})$/, '$1$2')
		.replace(/^(52(?=1)|54(?=9))\d(\d{10})$/, '$1$2')
		.replace(/-broadcast$/, '@broadcast');
}

/** Reads the phone numbers of a contact, including duplicates. See {@link toPhoneList}. */
export const toContactPhones: ReadPhones<string[]> = toListOf(toPhoneNumber, NUMBER_ADVICE, {
	isEachOnce: false,
});
