import { allGroups, findParticipant, findPlace } from '../groups.mts';
import type { Chat, Group, State } from '../types.mts';
import { paginate } from './call.mts';
import type { Handlers } from './call.mts';

function showChat(
	{ phone, name, lastMessageTime }: Chat,
	isGroup: boolean,
	isAnnouncement: boolean,
) {
	return {
		// Assumption: nothing is unread, muted, archived or pinned, and nobody has a picture.
		...{ archived: 'false', pinned: 'false', messagesUnread: 0, phone, unread: '0' },
		// Assumption: a person whom the connected number doesn't know has no name, rather than an empty one.
		...(name === undefined ? {} : { name }),
		lastMessageTime: String(Math.floor(lastMessageTime / 1000)),
		...{ isMuted: '0', isMarkedSpam: 'false', profileThumbnail: null },
		...{ isGroupAnnouncement: isAnnouncement, isGroup },
	};
}

function showGroup(state: State, group: Group) {
	// Documented: either is true. Assumption: the other one is false then.
	const isAnnouncement = findPlace(state, group.phone)?.subGroup.isGroupAnnouncement ?? false;
	return showChat(group, !isAnnouncement, isAnnouncement);
}

/** What is about chats. */
export const chatHandlers: Handlers = {
	'get-chats': ({ state, query }) => {
		const joined = allGroups(state).filter((group) => findParticipant(group, state.connectedPhone));
		// Assumption: groups come first.
		const chats = [
			...joined.map((group) => showGroup(state, group)),
			...state.chats.map((chat) => showChat(chat, false, false)),
		];
		return paginate(chats, query);
	},
};
