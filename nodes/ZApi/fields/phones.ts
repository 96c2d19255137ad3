import type { RequiredValue, Value } from '../language/field';
import { multiOptions } from '../language/locator';
import { text, type Details } from '../language/text';
import { toggle } from '../language/toggle';
import { toNewParticipantList, toParticipantList, toPhoneNumber } from '../../shared/values/phones';
import type { ReadFor } from '../../shared/values/values';

const HINT = 'With country and area code; Brazil is 55';

/** What differs between fields for phone numbers. */
type PhoneDetails<Result> = Details<Result> & { read?: ReadFor<Result> };

/** A phone number. */
export function phone(
	name: string,
	label: string,
	details: PhoneDetails<string> & { optional: true },
): Value<string | undefined>;
export function phone(
	name: string,
	label: string,
	details: PhoneDetails<string>,
): RequiredValue<string>;
export function phone(
	name: string,
	label: string,
	details: PhoneDetails<string> & { optional?: true },
): Value<string | undefined> | RequiredValue<string> {
	const placeholder = 'e.g. +55 (44) 99999-9999';
	return text(name, label, {
		read: toPhoneNumber,
		placeholder,
		hint: HINT,
		...details,
	});
}

/** Several phone numbers, separated by commas. */
export function phones(
	name: string,
	label: string,
	details: PhoneDetails<string[]> & { optional: true },
): Value<string[] | undefined>;
export function phones(
	name: string,
	label: string,
	details: PhoneDetails<string[]>,
): RequiredValue<string[]>;
export function phones(
	name: string,
	label: string,
	details: PhoneDetails<string[]> & { optional?: true },
): Value<string[] | undefined> | RequiredValue<string[]> {
	const placeholder = 'e.g. +55 (44) 99999-9999, +55 (11) 98888-8888';
	return text(name, label, {
		read: toParticipantList,
		placeholder,
		hint: HINT,
		...details,
	});
}

/** Any people, such as those who asked to join. */
export const participants = phones('phones', 'Phones', {
	description: 'Phone numbers, separated by commas',
});

/** People to add. */
export const newParticipants = phones('phones', 'Phones', {
	read: toNewParticipantList,
	description: "Phone numbers, separated by commas. Z-API can't add people by @lid.",
});

function members(load: 'getGroupParticipants' | 'getCommunityParticipants', dependsOn: string) {
	return multiOptions('phones', 'Participant Names or IDs', {
		load,
		dependsOn: [dependsOn],
		read: toParticipantList,
	});
}

/** Participants of the chosen group. */
export const groupParticipants = members('getGroupParticipants', 'groupId.value');

/** Participants of the chosen community. */
export const communityParticipants = members('getCommunityParticipants', 'communityId.value');

/** What to do about people whose privacy settings don't let them be added. */
export const autoInvite = toggle('autoInvite', "Invite Those Who Can't Be Added", {
	default: false,
	description:
		'Whether to send a private invite link to people whose privacy settings keep you from adding them',
});
