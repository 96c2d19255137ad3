import { InvalidValue, quote } from './invalidValue';
import { toListOf } from './lists';
import type { Read } from './values';
import { cleanText, isBlank } from './cleanText';

/** What an ID stands for, in the words of an error. */
export type IdKind =
	| "a group's ID"
	| "a community's ID"
	| 'an @lid'
	| "a channel's ID"
	| "a broadcast list's ID"
	| 'a phone number'
	| 'a name';

/**
 * How Z-API writes its IDs; the first match counts. An older group's ID consists of its creator's number and a time.
 */
const KINDS: Array<[IdKind, RegExp]> = [
	["a group's ID", /^(\d+-group|[1-9]\d{6,14}-\d{10})$/],
	['an @lid', /^[1-9]\d*@lid$/],
	["a channel's ID", /^[1-9]\d*@newsletter$/],
	["a broadcast list's ID", /^[1-9]\d*@broadcast$/],
	['a phone number', /^\d{10,15}$|^[+(][\d\s()-]+$/],
	["a community's ID", /^[1-9]\d*$/],
	['a name', /^(?!(null|undefined|NaN|-?Infinity|true|false)$)(?!.*(\d-group|@)).*\p{L}/su],
];

/** A text without blanks that doesn't look like a missing value, JSON or an ordinary number. */
const ANY_ID =
	/^(?!(-?[\d.]+|null|undefined|NaN|-?Infinity|true|false)$)(?![[{"])[\x21-\x7E]{1,200}$|^[1-9]\d{0,199}$/;

const ID_ADVICE = 'Use an expression that returns the ID as text.';
export const GROUP_ADVICE =
	'Choose from the list, or use the ID that Group: Get Many returns as "phone", such as 120363019502650977-group.';
const COMMUNITY_ADVICE =
	'Choose from the list, or use the ID that Community: Get Many returns as "id", such as 120363019502650977.';
const CHANNEL_ADVICE =
	'Choose from the list, or use the ID that Channel: Get Many returns as "id", such as 120363166555745933@newsletter.';
const BROADCAST_ADVICE =
	'Choose from the list, or use the ID that Broadcast List: Get Many returns as "broadcastId", such as 1779474934@broadcast.';

/** @returns what kind of ID a text looks like, according to Z-API's documentation */
export function idKindOf(text: string): IdKind | undefined {
	return KINDS.find(([, pattern]) => pattern.test(text))?.[0];
}

/**
 * Brings an ID into the form that Z-API's requests have. Its events write the IDs of broadcast lists differently, and
 * WhatsApp itself those of groups; it also tells the devices of a person apart, whose numbers follow a colon.
 */
function inZApisForm(text: string): string {
	return text
		.replace(/-broadcast$/, '@broadcast')
		.replace(/^(\d+)[.:][\d.:]+@lid$/, '$1@lid')
		.replace(/^(\d+)@g\.us$/, '$1-group')
		.replace(/^(\d+-\d+)@g\.us$/, '$1');
}

/**
 * Reads the text of an ID or a phone number, without judging its form.
 *
 * @param wanted what is expected, in the words of an error
 * @throws InvalidValue when it is empty, or neither a text nor a number that is still exact
 */
export function idText(value: unknown, wanted: string, advice: string): string {
	if (isBlank(value)) throw new InvalidValue('is empty', advice);
	if (typeof value !== 'string' && typeof value !== 'number') {
		throw new InvalidValue(`isn't ${wanted}: ${quote(value)}`, advice);
	}
	// In spreadsheets, an apostrophe in front makes a number a text.
	const text = inZApisForm(cleanText(String(value)).replace(/^'\s*(?=[\d+(])/, ''));
	const isRounded = Number.isInteger(value) && !Number.isSafeInteger(value);
	const isShortened = /^\d+([.,]\d+)?e\+?\d+$/i.test(text);
	if (isRounded || isShortened) {
		const cause = isShortened
			? 'A spreadsheet has shortened it. Format the column as text there, and enter the number again.'
			: 'Pass it as text, not as a number: long numbers lose their last digits.';
		throw new InvalidValue(`has lost its last digits: ${quote(text)}`, `${cause} ${advice}`);
	}
	return text;
}

/** Makes the error about a text that isn't what is expected, saying what it looks like instead. */
export function refuseKind(text: string, wanted: string, advice: string): InvalidValue {
	const kind = idKindOf(text);
	const problem = kind === undefined ? `isn't ${wanted}` : `looks like ${kind}, not ${wanted}`;
	return new InvalidValue(`${problem}: ${quote(text)}`, advice);
}

function toIdOf(wanted: IdKind, advice: string): Read<string> {
	return (value) => {
		const text = idText(value, wanted, advice);
		if (idKindOf(text) === wanted) return text;
		throw refuseKind(text, wanted, advice);
	};
}

function toAnyId(wanted: string, advice: string): Read<string> {
	return (value) => {
		const text = idText(value, wanted, advice);
		if (ANY_ID.test(text)) return text;
		throw new InvalidValue(`isn't ${wanted}: ${quote(text)}`, advice);
	};
}

/**
 * Reads an ID whose format Z-API doesn't document, such as a tag's.
 *
 * @param value a text, or a number short enough to be exact
 * @returns the ID without blanks and invisible characters
 * @throws InvalidValue when it is empty, or can't be an ID
 */
export const toOpaqueId: Read<string> = toAnyId('an ID', ID_ADVICE);

/** Reads the ID of a message. See {@link toOpaqueId}. */
export const toMessageId: Read<string> = toAnyId(
	'the ID of a message',
	'Use the messageId from a previous step: that of a sent message, or from the Z-API Trigger.',
);

/**
 * Reads the ID of a group, in the new form (`120363019502650977-group`) or the older one (`5511999999999-1623281429`).
 *
 * @throws InvalidValue when it is empty, or something else, such as a name or a community's ID
 * @see https://developer.z-api.io/group/get-groups
 */
export const toGroupId: Read<string> = toIdOf("a group's ID", GROUP_ADVICE);

/**
 * Reads the ID of a community (`120363019502650977`).
 *
 * @throws InvalidValue when it is empty, or something else, such as a name or a group's ID
 * @see https://developer.z-api.io/communities/list-communities
 */
export const toCommunityId: Read<string> = toIdOf("a community's ID", COMMUNITY_ADVICE);

/**
 * Reads the ID of a channel (`120363166555745933@newsletter`).
 *
 * @throws InvalidValue when it is empty, or something else, such as a name or an ID without its ending
 * @see https://developer.z-api.io/newsletter/newsletter-list
 */
export const toChannelId: Read<string> = toIdOf("a channel's ID", CHANNEL_ADVICE);

/**
 * Reads the ID of a broadcast list (`1779474934@broadcast`).
 *
 * @throws InvalidValue when it is empty, or something else
 * @see https://developer.z-api.io/broadcast/list-broadcast
 */
export const toBroadcastId: Read<string> = toIdOf("a broadcast list's ID", BROADCAST_ADVICE);

/**
 * Reads the IDs of groups, in any form that {@link toListOf} takes.
 *
 * @returns the IDs in their order, each once; never empty
 * @throws InvalidValue when the list is empty, or an entry isn't the ID of a group
 */
export const toGroupIdList: Read<string[]> = toListOf(toGroupId, GROUP_ADVICE);
