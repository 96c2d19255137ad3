import { tellOfStatus } from '../events.mts';
import { allGroups, findParticipant, findPlace } from '../groups.mts';
import { messagesOf } from '../messages.mts';
import { chatIdOf } from '../numbers.mts';
import { Refusal } from '../refusal.mts';
import type { Chat, Message, State } from '../types.mts';
import { paginate, type Call, type Handlers } from './call.mts';

function unreadIn(state: State, phone: string): Message[] {
	return messagesOf(state, phone).filter(({ status, fromMe }) => !fromMe && status === 'RECEIVED');
}

function showChat(state: State, { phone, name, lastMessageTime }: Chat) {
	const isGroup = state.groups.some((group) => group.phone === phone);
	const isAnnouncement = findPlace(state, phone)?.subGroup.isGroupAnnouncement ?? false;
	const {
		archived = false,
		pinned = false,
		muted = false,
		unread = false,
	} = state.chatSettings[phone] ?? {};
	// Assumption: a chat that was marked as unread counts as one message.
	const count = Math.max(unreadIn(state, phone).length, Number(unread));
	return {
		...{ archived: String(archived), pinned: String(pinned), messagesUnread: count },
		...{ phone, unread: String(count) },
		// Assumption: a person whom the connected number doesn't know has no name, rather than an empty one.
		...(name === undefined ? {} : { name }),
		lastMessageTime: String(Math.floor(lastMessageTime / 1000)),
		// Assumption: nobody has a picture.
		...{ isMuted: muted ? '1' : '0', isMarkedSpam: 'false', profileThumbnail: null },
		// Documented: either is true. Assumption: the other one is false then.
		...{ isGroupAnnouncement: isAnnouncement, isGroup: isGroup && !isAnnouncement },
	};
}

function chatsOf(state: State): Chat[] {
	const joined = allGroups(state).filter((group) => findParticipant(group, state.connectedPhone));
	// Assumption: groups come first.
	return [...joined, ...state.chats];
}

/** What `action` does to a chat's settings. */
const SETTINGS: Record<string, State['chatSettings'][string]> = {
	archive: { archived: true },
	unarchive: { archived: false },
	pin: { pinned: true },
	unpin: { pinned: false },
	mute: { muted: true },
	unmute: { muted: false },
	read: { unread: false },
	unread: { unread: true },
};

/** Assumption: a chat that isn't there is changed to no effect. */
function modifyChat({ state, body }: Call) {
	const { phone, action } = body as { phone: string; action: string };
	const chatId = chatIdOf(state, phone);
	state.chatSettings[chatId] = { ...state.chatSettings[chatId], ...SETTINGS[action] };
	const unread = action === 'read' ? unreadIn(state, chatId) : [];
	for (const message of unread) message.status = 'READ_BY_ME';
	if (unread.length > 0) tellOfStatus(state, unread, 'READ_BY_ME');
	if (action === 'clear' || action === 'delete') {
		state.messages = state.messages.filter((message) => message.phone !== chatId);
	}
	// Assumption: a group's chat stays as long as the connected number is in the group.
	if (action === 'delete') state.chats = state.chats.filter((chat) => chat.phone !== chatId);
	return { value: true };
}

/** What is about chats. */
export const chatHandlers: Handlers = {
	'get-chats': ({ state, query }) =>
		paginate(chatsOf(state), query).map((chat) => showChat(state, chat)),
	// Recorded: there is no instance of another version any more.
	'get-message-chats': () => {
		throw new Refusal(400, 'Does not work in multi device version');
	},
	'get-metadata-chat': ({ state, pathParameters: { phone = '' } }) => {
		const chatId = chatIdOf(state, phone);
		const chat = chatsOf(state).find((candidate) => candidate.phone === chatId);
		// Assumption: 400 with a text of the emulator's own, as for an unknown group.
		if (!chat) throw new Refusal(400, 'Chat not found');
		return showChat(state, chat);
	},

	'read-chat': modifyChat,
	'archive-chat': modifyChat,
	'pin-chat': modifyChat,
	'mute-chat': modifyChat,
	'clear-chat': modifyChat,
	'delete-chat': modifyChat,
};
