import {
	findAnnouncement,
	findGroup,
	findPlace,
	isOwnAdmin,
	makeGroup,
	ordinaryGroups,
} from '../groups.mts';
import { makeNewId, makeNewLink } from '../made.mts';
import {
	add,
	changeEach,
	join,
	leaveAnnouncement,
	readPhones,
	remove,
	setAdmin,
} from '../members.mts';
import { Refusal } from '../refusal.mts';
import type { Community, Group, State } from '../types.mts';
import { checkName, checkPhoto, paginate } from './call.mts';
import type { Call, Handlers } from './call.mts';

/** Documented: how many groups a community holds. Assumption: the announcement group isn't one of them. */
export const MOST_GROUPS = 50;

function findCommunity(state: State, communityId: string | undefined): Community {
	const community = state.communities.find(({ id }) => id === communityId);
	// Assumption: 400 with a text of the emulator's own; nothing is documented for an unknown community.
	if (!community) throw new Refusal(400, 'Community not found');
	return community;
}

/** Assumption: the admins of a community are those of its announcement group. */
function isCommunityAdmin(state: State, community: Community): boolean {
	const announcement = findAnnouncement(state, community);
	return !announcement || isOwnAdmin(state, announcement);
}

function createCommunity({ state, body }: Call) {
	const { name, description = '' } = body as { name: string; description?: string };
	checkName(name, 'name');
	const phone = `${makeNewId(state)}-group`;
	const subGroups = [{ name, phone, isGroupAnnouncement: true }];
	const community = { id: makeNewId(state), name, description, subGroups };
	state.groups.push(makeGroup(state, { phone, name, adminOnlyMessage: true }));
	// Assumption: a new one comes last, here and for groups; the order of the lists isn't documented.
	state.communities.push(community);
	return { id: community.id, subGroups };
}

/** What link and unlink are about. */
function readGroups({ state, body }: Call) {
	const { communityId, groupsPhones } = body as { communityId: string; groupsPhones: string[] };
	// Assumption: a list without groups is refused, and a group listed twice counts once.
	if (groupsPhones.length === 0) throw new Refusal(400, 'groupsPhones must not be empty');
	return { community: findCommunity(state, communityId), phones: [...new Set(groupsPhones)] };
}

function linkGroup(state: State, community: Community, phone: string): boolean {
	const place = findPlace(state, phone);
	// Assumption: a group that already is in this community counts as linked.
	if (place) return place.community === community;
	const group = state.groups.find((candidate) => candidate.phone === phone);
	const isFull = ordinaryGroups(community).length >= MOST_GROUPS;
	// Assumption: only an admin of the group can link it.
	if (!group || isFull || !isOwnAdmin(state, group)) return false;
	community.subGroups.push({ name: group.name, phone, isGroupAnnouncement: false });
	// Documented: the members of a linked group join the announcement group.
	for (const participant of group.participants) join(state, group, participant.phone);
	return true;
}

function linkGroups(call: Call) {
	const { state } = call;
	const { community, phones } = readGroups(call);
	const isAllowed = community.whoCanAddNewGroups === 'all' || isCommunityAdmin(state, community);
	// Assumption: for any group that can't be linked (in another community, unknown, one too many) the answer
	// is false, though the free ones are linked: they are documented to be, and the answer is documented to
	// tell, but how isn't.
	return {
		success: isAllowed && changeEach(phones, (phone) => linkGroup(state, community, phone)),
	};
}

function unlinkGroups(call: Call) {
	const { state } = call;
	const { community, phones } = readGroups(call);
	const groups = ordinaryGroups(community);
	const leaving = groups.filter(({ phone }) => phones.includes(phone));
	// Documented: at least one group besides the announcement group must stay. Assumption: the answer to an attempt is
	// `success: false`, as for a group that isn't an ordinary one of this community, and nothing is unlinked then.
	if (leaving.length < phones.length || leaving.length === groups.length) return { success: false };
	if (!isCommunityAdmin(state, community)) return { success: false };

	const details = leaving.map(({ phone }) => findGroup(state, phone));
	// Its members would be others, were it made up only after the groups have gone.
	findAnnouncement(state, community);
	community.subGroups = community.subGroups.filter((group) => !leaving.includes(group));
	const members = details.flatMap(({ participants }) => participants.map(({ phone }) => phone));
	leaveAnnouncement(state, community, [...new Set(members)]);
	return { success: true };
}

function deactivateCommunity({ state, pathParameters }: Call) {
	const community = findCommunity(state, pathParameters.communityId);
	if (!isCommunityAdmin(state, community)) return { success: false };
	const announcement = findAnnouncement(state, community);
	// Documented: the groups stay, detached. Their details must be known before the community has gone.
	for (const { phone } of community.subGroups) findGroup(state, phone);
	state.communities = state.communities.filter((other) => other !== community);
	// Assumption: the announcement group goes with its community.
	state.groups = state.groups.filter((group) => group !== announcement);
	return { success: true };
}

function redefineLink({ state, pathParameters }: Call) {
	const community = findCommunity(state, pathParameters.communityId);
	const announcement = findAnnouncement(state, community);
	// Assumption: the link of a community is that of its announcement group. Without the right to it, the
	// answer is the one that other writes have.
	if (!announcement || !isOwnAdmin(state, announcement)) return { value: false };
	announcement.invitationLink = makeNewLink(state);
	return { invitationLink: announcement.invitationLink };
}

/** Changes what a community is; documented as for admins. Assumption: others get `value: false`. */
function update(change: (community: Community, body: Record<string, string>) => void) {
	return ({ state, body }: Call) => {
		const values = body as Record<string, string>;
		const community = findCommunity(state, values.communityId);
		const isAllowed = isCommunityAdmin(state, community);
		if (isAllowed) change(community, values);
		return { value: isAllowed };
	};
}

/**
 * Changes the members of a community, one by one.
 *
 * Assumption: these are the members of its announcement group, and only admins may change them.
 */
function changeMembers(
	change: (call: Call, announcement: Group, phone: string) => boolean,
): (call: Call) => object {
	return (call) => {
		const { state } = call;
		const { communityId, phones } = call.body as { communityId: string; phones: string[] };
		const announcement = findAnnouncement(state, findCommunity(state, communityId));
		if (!announcement || !isOwnAdmin(state, announcement)) return { value: false };
		return { value: changeEach(readPhones(phones), (phone) => change(call, announcement, phone)) };
	};
}

/** What is about communities. */
export const communityHandlers: Handlers = {
	'create-community': createCommunity,

	'list-communities': ({ state, query }) =>
		paginate(state.communities, query).map(({ name, id }) => ({ name, id })),

	'link-groups': linkGroups,
	'unlink-groups': unlinkGroups,

	'community-metadata': ({ state, pathParameters }) => {
		const { name, id, description, subGroups } = findCommunity(state, pathParameters.communityId);
		return { name, id, description, subGroups };
	},

	'redefine-community-invitation-link': redefineLink,

	'add-community-participant': changeMembers(({ state, body }, announcement, phone) => {
		const { autoInvite } = body as { autoInvite: boolean };
		return add(state, announcement, phone, autoInvite) !== 'refused';
	}),
	'remove-community-participant': changeMembers(({ state }, announcement, phone) =>
		remove(state, announcement, phone),
	),
	'add-community-admin': changeMembers((_call, announcement, phone) =>
		setAdmin(announcement, phone, true),
	),
	'remove-community-admin': changeMembers((_call, announcement, phone) =>
		setAdmin(announcement, phone, false),
	),

	'community-settings': ({ state, body }) => {
		const settings = body as Required<Pick<Community, 'whoCanAddNewGroups'>> & {
			communityId: string;
		};
		const community = findCommunity(state, settings.communityId);
		if (!isCommunityAdmin(state, community)) return { success: false };
		community.whoCanAddNewGroups = settings.whoCanAddNewGroups;
		return { success: true };
	},

	'deactivate-community': deactivateCommunity,

	'update-community-description': update((community, { communityDescription = '' }) => {
		community.description = communityDescription;
	}),
	'update-community-photo': update((community, { communityPhoto = '' }) => {
		checkPhoto(communityPhoto, 'communityPhoto');
		community.photo = communityPhoto;
	}),
};
