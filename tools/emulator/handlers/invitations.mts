import { allGroups, findJoinedGroup, findParticipant, isOwnAdmin } from '../groups.mts';
import { makeNewLink } from '../made.mts';
import { join } from '../members.mts';
import { Refusal } from '../refusal.mts';
import type { Call, Handlers } from './call.mts';

function findInvited({ state, query }: Call) {
	return allGroups(state).find(({ invitationLink }) => invitationLink === query.url);
}

function acceptInvitation(call: Call) {
	const { state } = call;
	const group = findInvited(call);
	// Assumption: false for a link that isn't or is no longer a group's, true for a group already joined.
	if (!group) return { success: false };
	if (findParticipant(group, state.connectedPhone)) return { success: true };
	if (!group.requireAdminApproval) {
		join(state, group, state.connectedPhone);
	} else if (!group.pendingRequests.includes(state.connectedPhone)) {
		// Assumption: asking to join is a success, although only an admin of the group can let one in.
		group.pendingRequests.push(state.connectedPhone);
	}
	return { success: true };
}

function showInvitation(call: Call) {
	const group = findInvited(call);
	// Assumption: 400 with a text of the emulator's own, as for an unknown group.
	if (!group) throw new Refusal(400, 'Invitation not found');
	const { phone, owner, name, description, creation, invitationLink, participants } = group;
	return {
		...{ phone, owner, subject: name, description, creation, invitationLink },
		// Assumption: contacts are the members whom the connected number knows by name.
		contactsCount: participants.filter((participant) => participant.name !== undefined).length,
		participantsCount: participants.length,
		participants: participants.map(({ phone: number, isAdmin, isSuperAdmin }) => ({
			...{ phone: number, isAdmin, isSuperAdmin },
		})),
		...{ subjectTime: group.subjectTime, subjectOwner: group.subjectOwner },
	};
}

/** What is about the invitation links of groups. */
export const invitationHandlers: Handlers = {
	'group-invitation-metadata': showInvitation,

	'redefine-invitation-link': ({ state, pathParameters }) => {
		const group = findJoinedGroup(state, pathParameters.groupId);
		// Assumption: the answer of the other writes.
		if (!isOwnAdmin(state, group)) return { value: false };
		group.invitationLink = makeNewLink(state);
		return { invitationLink: group.invitationLink };
	},

	'get-invitation-link': ({ state, pathParameters }) => {
		const group = findJoinedGroup(state, pathParameters.groupId);
		const { phone, invitationLink } = group;
		// Assumption: who is no admin gets what the group's metadata would have.
		if (isOwnAdmin(state, group)) return { phone, invitationLink };
		return { phone, invitationLink: null, invitationLinkError: 'not-authorized' };
	},

	'accept-group-invite': acceptInvitation,
};
