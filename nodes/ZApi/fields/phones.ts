import type { RequiredValue, Value } from '../language/field';
import { multiOptions } from '../language/locator';
import { NUMBER_HINT, numberOption } from '../language/numberOption';
import { text, type Details } from '../language/text';
import { toggle } from '../language/toggle';
import { toNewParticipantList, toParticipantList, toPhoneNumber } from '../../shared/values/phones';
import type { ReadFor } from '../../shared/values/values';

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
	const field = text(name, label, {
		read: toPhoneNumber,
		placeholder,
		hint: NUMBER_HINT,
		...details,
	});
	return { ...field, options: [numberOption] };
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
	const field = text(name, label, {
		read: toParticipantList,
		placeholder,
		hint: NUMBER_HINT,
		...details,
	});
	return { ...field, options: [numberOption] };
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
	const field = multiOptions('phones', 'Participant Names or IDs', {
		load,
		dependsOn: [dependsOn],
		read: toParticipantList,
	});
	return { ...field, options: [numberOption] };
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
