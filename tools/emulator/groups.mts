import { makeLink } from './made.mts';
import { member, phonesOfPeople } from './people.mts';
import { Refusal } from './refusal.mts';
import type { Community, Group, Participant, State, SubGroup } from './types.mts';

/** When groups were made of which nothing else is known. */
const EARLIER = Date.UTC(2024, 2, 10, 12);

/** @returns the groups of a community besides its announcement group */
export function ordinaryGroups({ subGroups }: Community): SubGroup[] {
	return subGroups.filter(({ isGroupAnnouncement }) => !isGroupAnnouncement);
}

/** @returns whether an id is a group's: with `-group`, or of the older kind with number and time of making */
export function isGroupId(id: string): boolean {
	return id.endsWith('-group') || /^\d+-\d+$/.test(id);
}

/**
 * Finds the place of a group in its community.
 *
 * @returns nothing for a group outside communities
 */
export function findPlace(
	{ communities }: State,
	phone: string,
): { community: Community; subGroup: SubGroup } | undefined {
	for (const community of communities) {
		const subGroup = community.subGroups.find((candidate) => candidate.phone === phone);
		if (subGroup) return { community, subGroup };
	}
	return undefined;
}

/**
 * Makes a group in which the connected number made everything and no one else is.
 *
 * @param state nothing is added to it
 * @param group its phone and name, and whatever is to be different from an ordinary new group
 */
export function makeGroup(
	{ connectedPhone }: State,
	group: Pick<Group, 'phone' | 'name'> & Partial<Group>,
): Group {
	const { creation = Date.now() } = group;
	return {
		...{ description: '', photo: null, owner: connectedPhone, creation },
		...{ subjectTime: creation, subjectOwner: connectedPhone, lastMessageTime: creation },
		invitationLink: makeLink(group.phone),
		...{ adminOnlyMessage: false, adminOnlySettings: false },
		...{ requireAdminApproval: false, adminOnlyAddMember: false },
		participants: [{ phone: connectedPhone, isAdmin: false, isSuperAdmin: true }],
		pendingRequests: [],
		...group,
	};
}

/** Makes up what isn't known of a group in a community: a few people, depending on its id. */
function makeSubGroup(state: State, community: Community, { phone, name, ...place }: SubGroup) {
	const adminOnlyMessage = place.isGroupAnnouncement;
	const group = makeGroup(state, { phone, name, creation: EARLIER, adminOnlyMessage });
	const digits = Number(/\d{1,2}(?=-|$)/.exec(phone)?.[0] ?? 0);
	// Documented: whoever is in one of the other groups is in the announcement group.
	const members = place.isGroupAnnouncement
		? ordinaryGroups(community).flatMap((other) => findGroup(state, other.phone).participants)
		: phonesOfPeople(digits, 2 + (digits % 4)).map(member);
	for (const { phone: candidate } of members) {
		if (!findParticipant(group, candidate)) group.participants.push(member(candidate));
	}
	return group;
}

/**
 * Finds a group, and adds its details to the state where only its community knows of it.
 *
 * @throws {Refusal} if there is none
 */
export function findGroup(state: State, phone: string | undefined): Group {
	const place = findPlace(state, phone ?? '');
	let group = state.groups.find((candidate) => candidate.phone === phone);
	if (!group && place) {
		group = makeSubGroup(state, place.community, place.subGroup);
		state.groups.push(group);
	}
	// Assumption: 400 with a text of the emulator's own, as for an unknown community.
	if (!group) throw new Refusal(400, 'Group not found');
	if (place) group.name = place.subGroup.name;
	return group;
}

/**
 * Finds a group that the connected number is in.
 *
 * Assumption: any other group is an unknown one, also one that has been left.
 *
 * @throws {Refusal} if there is none
 */
export function findJoinedGroup(state: State, phone: string | undefined): Group {
	const group = findGroup(state, phone);
	if (!findParticipant(group, state.connectedPhone)) throw new Refusal(400, 'Group not found');
	return group;
}

/** @returns every group, those in communities first, also those that the connected number isn't in */
export function allGroups(state: State): Group[] {
	const subGroups = state.communities.flatMap((community) => community.subGroups);
	const inCommunities = subGroups.map(({ phone }) => findGroup(state, phone));
	return [...new Set([...inCommunities, ...state.groups])];
}

/** @returns the announcement group of a community, if it has one */
export function findAnnouncement(state: State, { subGroups }: Community): Group | undefined {
	const place = subGroups.find(({ isGroupAnnouncement }) => isGroupAnnouncement);
	return place && findGroup(state, place.phone);
}

/** @returns the member of a group with that number, if there is one */
export function findParticipant({ participants }: Group, phone: string): Participant | undefined {
	return participants.find((participant) => participant.phone === phone);
}

/** @returns whether the connected number is an admin of a group */
export function isOwnAdmin({ connectedPhone }: State, group: Group): boolean {
	const own = findParticipant(group, connectedPhone);
	return own !== undefined && (own.isAdmin || own.isSuperAdmin);
}
