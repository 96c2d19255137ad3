import {
	findAnnouncement,
	findGroup,
	findParticipant,
	findPlace,
	ordinaryGroups,
} from './groups.mts';
import { member } from './people.mts';
import { Refusal } from './refusal.mts';
import type { Community, Group, State } from './types.mts';

/**
 * Reads a list of people.
 *
 * @param phones digits, or ids that end with `@lid`
 * @returns each of them once
 */
export function readPhones(phones: string[]): string[] {
	// Assumption: a list without people is refused, and a person listed twice counts once.
	if (phones.length === 0) throw new Refusal(400, 'phones must not be empty');
	// Documented: the text, but only for reporting a contact. Assumption: it is the same here.
	if (!phones.every((phone) => /^\d+(@lid)?$/.test(phone))) throw new Refusal(400, 'Invalid phone');
	return [...new Set(phones)];
}

/**
 * Changes something for each of several people.
 *
 * Assumption: the answer is false unless all went well, but what is possible is done.
 *
 * @param phones who
 * @param change tells whether it went well
 */
export function changeEach(phones: string[], change: (phone: string) => boolean): boolean {
	return phones.map(change).every(Boolean);
}

/** Makes someone a member of a group, and of the announcement group of its community. */
export function join(state: State, group: Group, phone: string): void {
	const community = findPlace(state, group.phone)?.community;
	const announcement = community && findAnnouncement(state, community);
	for (const joined of new Set([group, announcement ?? group])) {
		if (!findParticipant(joined, phone)) joined.participants.push(member(phone));
	}
	group.pendingRequests = group.pendingRequests.filter((pending) => pending !== phone);
}

/** Takes someone out of one group, whatever this means for others. */
export function drop(group: Group, phone: string): void {
	group.participants = group.participants.filter((participant) => participant.phone !== phone);
}

/**
 * Takes people out of the announcement group of a community who left another group of it.
 *
 * Documented: they leave it. Assumption: not those who are in one more group, and not its admins.
 */
export function leaveAnnouncement(state: State, community: Community, phones: string[]): void {
	const announcement = findAnnouncement(state, community);
	if (!announcement) return;
	const others = ordinaryGroups(community).map(({ phone }) => findGroup(state, phone));
	for (const phone of phones) {
		const own = findParticipant(announcement, phone);
		const mustStay = own?.isAdmin || own?.isSuperAdmin;
		const isInOther = others.some((group) => findParticipant(group, phone));
		if (!mustStay && !isInOther) drop(announcement, phone);
	}
}

/**
 * Adds someone to a group.
 *
 * @param state `inviteOnlyPhones` says who can't be added
 * @param group where to
 * @param phone whom
 * @param autoInvite sends an invitation to who can't be added
 */
export function add(
	state: State,
	group: Group,
	phone: string,
	autoInvite: boolean,
): 'added' | 'invited' | 'refused' {
	// Assumption: someone who is a member counts as added.
	if (findParticipant(group, phone)) return 'added';
	// Documented: an id with `@lid` adds nobody. Assumption: nor does it get an invitation.
	if (phone.endsWith('@lid')) return 'refused';
	if (!state.inviteOnlyPhones.includes(phone)) {
		join(state, group, phone);
		return 'added';
	}
	if (autoInvite) state.invitations.push({ phone, groupId: group.phone });
	return autoInvite ? 'invited' : 'refused';
}

/**
 * Removes someone from a group; from the announcement group means from the whole community.
 *
 * @returns whether it was possible
 */
export function remove(state: State, group: Group, phone: string): boolean {
	const participant = findParticipant(group, phone);
	// Assumption: neither whoever made the group nor the connected number itself can be removed.
	if (!participant || participant.isSuperAdmin || phone === state.connectedPhone) return false;
	drop(group, phone);
	const place = findPlace(state, group.phone);
	if (place?.subGroup.isGroupAnnouncement) {
		// Assumption: there is no leaving a community without leaving its groups.
		for (const other of place.community.subGroups) drop(findGroup(state, other.phone), phone);
	} else if (place) {
		leaveAnnouncement(state, place.community, [phone]);
	}
	return true;
}

/**
 * Makes a member an admin, or an admin an ordinary member.
 *
 * @returns whether it was possible
 */
export function setAdmin(group: Group, phone: string, isAdmin: boolean): boolean {
	const participant = findParticipant(group, phone);
	if (!participant) return false;
	// Assumption: whoever made the group is admin for good.
	if (participant.isSuperAdmin) return isAdmin;
	// Assumption: who already is what they are to become counts as done.
	participant.isAdmin = isAdmin;
	return true;
}
