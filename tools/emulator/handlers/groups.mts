import {
	allGroups,
	findJoinedGroup,
	findParticipant,
	findPlace,
	isOwnAdmin,
	makeGroup,
} from '../groups.mts';
import { makeNewId } from '../made.mts';
import {
	add,
	changeEach,
	drop,
	join,
	leaveAnnouncement,
	readPhones,
	remove,
	setAdmin,
} from '../members.mts';
import { Refusal } from '../refusal.mts';
import type { Group, State } from '../types.mts';
import { checkName, checkPhoto, paginate } from './call.mts';
import type { Call, Handlers } from './call.mts';

function listGroups({ state, query, endpoint }: Call) {
	const [sample] = endpoint.response.shape as object[];
	const joined = allGroups(state).filter((group) => findParticipant(group, state.connectedPhone));
	// Assumption: groups of communities come first, and nothing is unread, muted, archived or pinned.
	return paginate(joined, query).map(({ name, phone, lastMessageTime }) => ({
		...sample,
		...{ name, phone, lastMessageTime: String(lastMessageTime) },
	}));
}

function createGroup({ state, body }: Call) {
	const { autoInvite, groupName, phones } = body as {
		autoInvite: boolean;
		groupName: string;
		phones: string[];
	};
	checkName(groupName, 'groupName');
	const people = readPhones(phones);
	// Documented: the connected number must not be among them. Assumption: how that is refused.
	if (people.includes(state.connectedPhone)) {
		throw new Refusal(400, 'phones must not include the connected number');
	}
	const group = makeGroup(state, { phone: `${makeNewId(state)}-group`, name: groupName });
	state.groups.push(group);
	// Assumption: the list is empty if all were added, and the group is made even if nobody was.
	const phonesNotAdded = people.filter((phone) => add(state, group, phone, autoInvite) !== 'added');
	return { phone: group.phone, phonesNotAdded, invitationLink: group.invitationLink };
}

/** Who may make a change: only admins, or everybody unless a setting of the group keeps it to admins. */
type Right = 'admins' | 'adminOnlySettings' | 'adminOnlyAddMember';

/**
 * Makes a handler that changes a group.
 *
 * Assumption: without the right to, the answer is `value: false`. Only for settings and description it is
 * documented that admins alone have it.
 *
 * @param right who may
 * @param change checks and makes the change, and tells whether it was possible
 */
function write<Body>(
	right: Right,
	change: (group: Group, body: Body, state: State) => boolean | void,
): (call: Call) => object {
	return ({ state, body }) => {
		const { groupId, phone } = body as { groupId?: string; phone?: string };
		const group = findJoinedGroup(state, groupId ?? phone);
		const isOpen = right !== 'admins' && !group[right];
		if (!isOpen && !isOwnAdmin(state, group)) return { value: false };
		return { value: change(group, body as Body, state) ?? true };
	};
}

/** Makes a handler that changes a group's members, one by one. */
function writeEach(
	change: (group: Group, phone: string, state: State) => boolean,
): (call: Call) => object {
	return write<{ phones: string[] }>('admins', (group, { phones }, state) =>
		changeEach(readPhones(phones), (phone) => change(group, phone, state)),
	);
}

function rename(group: Group, { groupName }: { groupName: string }, state: State) {
	checkName(groupName, 'groupName');
	const place = findPlace(state, group.phone);
	group.name = groupName;
	group.subjectTime = Date.now();
	group.subjectOwner = state.connectedPhone;
	if (!place) return;
	place.subGroup.name = groupName;
	// Assumption: a community and its announcement group have one name.
	if (place.subGroup.isGroupAnnouncement) place.community.name = groupName;
}

/** Takes a request to join from a group's list. */
function takeRequest(group: Group, phone: string): boolean {
	const isPending = group.pendingRequests.includes(phone);
	group.pendingRequests = group.pendingRequests.filter((pending) => pending !== phone);
	return isPending;
}

function leaveGroup({ state, body }: Call) {
	const { groupId } = body as { groupId: string };
	const group = findJoinedGroup(state, groupId);
	const place = findPlace(state, groupId);
	// Assumption: nobody leaves an announcement group but by leaving the community.
	if (place?.subGroup.isGroupAnnouncement) return { value: false };
	drop(group, state.connectedPhone);
	// Assumption: a group without an admin gets the member who has been there longest.
	const [eldest] = group.participants;
	const hasAdmin = group.participants.some(({ isAdmin, isSuperAdmin }) => isAdmin || isSuperAdmin);
	if (eldest && !hasAdmin) eldest.isAdmin = true;
	if (place) leaveAnnouncement(state, place.community, [state.connectedPhone]);
	return { value: true };
}

function showMetadata({ state, pathParameters }: Call, withLink: boolean) {
	const group = findJoinedGroup(state, pathParameters.phone);
	const place = findPlace(state, group.phone);
	const isAdmin = isOwnAdmin(state, group);
	const { phone, description, owner, name, creation, participants } = group;
	const { adminOnlyMessage, adminOnlySettings, requireAdminApproval } = group;
	return {
		...{ phone, description, owner, subject: name, creation },
		invitationLink: withLink && isAdmin ? group.invitationLink : null,
		// Documented: the texts. Assumption: this is the one for who is no admin.
		invitationLinkError: withLink && !isAdmin ? 'not-authorized' : null,
		communityId: place?.community.id ?? null,
		...{ adminOnlyMessage, adminOnlySettings, requireAdminApproval },
		isGroupAnnouncement: place?.subGroup.isGroupAnnouncement ?? false,
		...{ participants, subjectTime: group.subjectTime, subjectOwner: group.subjectOwner },
	};
}

type Settings = Pick<
	Group,
	'adminOnlyMessage' | 'adminOnlySettings' | 'requireAdminApproval' | 'adminOnlyAddMember'
>;

/** What is about groups, but for their invitation links. */
export const groupHandlers: Handlers = {
	'get-groups': listGroups,
	'create-group': createGroup,

	'update-group-name': write('adminOnlySettings', rename),
	'update-group-photo': write<{ groupPhoto: string }>(
		'adminOnlySettings',
		(group, { groupPhoto }) => {
			checkPhoto(groupPhoto, 'groupPhoto');
			group.photo = groupPhoto;
		},
	),

	'add-participant': write<{ phones: string[]; autoInvite: boolean }>(
		'adminOnlyAddMember',
		(group, { phones, autoInvite }, state) =>
			// Assumption: someone who has been invited counts as added.
			changeEach(readPhones(phones), (phone) => add(state, group, phone, autoInvite) !== 'refused'),
	),
	'remove-participant': writeEach((group, phone, state) => remove(state, group, phone)),
	'approve-participant': writeEach((group, phone, state) => {
		const isPending = takeRequest(group, phone);
		if (isPending) join(state, group, phone);
		return isPending;
	}),
	'reject-participant': writeEach(takeRequest),
	'add-admin': writeEach((group, phone) => setAdmin(group, phone, true)),
	'remove-admin': writeEach((group, phone) => setAdmin(group, phone, false)),
	'leave-group': leaveGroup,

	'metadata-group': (call) => showMetadata(call, true),
	'light-group-metadata': (call) => showMetadata(call, false),

	'update-group-settings': write<Settings>('admins', (group, settings) => {
		group.adminOnlyMessage = settings.adminOnlyMessage;
		group.adminOnlySettings = settings.adminOnlySettings;
		group.requireAdminApproval = settings.requireAdminApproval;
		group.adminOnlyAddMember = settings.adminOnlyAddMember;
	}),
	'update-group-description': write<{ groupDescription: string }>(
		'admins',
		(group, { groupDescription }) => {
			group.description = groupDescription;
		},
	),
};
