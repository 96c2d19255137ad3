import { nameOf } from '../events.mts';
import { allGroups, findParticipant, findPlace, isGroupId } from '../groups.mts';
import type { JournalEntry } from '../journal.mts';
import { isAboutOther } from '../messages.mts';
import type { EmulatedInstance, Message, State } from '../types.mts';
import { viewOf, type View } from './view.mts';

/** Only the last ones are drawn. */
const MOST_MESSAGES = 300;

interface Person {
	phone: string;
	name: string;
}

function peopleIn(state: State, phone: string): Person[] {
	const group = state.groups.find((candidate) => candidate.phone === phone);
	return (group?.participants ?? [])
		.filter((participant) => participant.phone !== state.connectedPhone)
		.map((participant) => ({ phone: participant.phone, name: nameOf(state, participant.phone) }));
}

/** Groups' messages of people who aren't in it any more still have a chat. */
function chatsOf(state: State, shown: Message[]) {
	const isJoined = (group: { phone: string }) =>
		state.groups.some(
			(known) => known.phone === group.phone && findParticipant(known, state.connectedPhone),
		);
	const groups = allGroups(state).filter(isJoined);
	const ids = [...state.chats, ...groups, ...shown].map(({ phone }) => phone);
	return [...new Set(ids)].map((id) => {
		const messages = shown.filter(({ phone }) => phone === id);
		const isGroup = isGroupId(id);
		return {
			id,
			name: nameOf(state, id),
			kind: isGroup ? 'group' : id.endsWith('@newsletter') ? 'channel' : 'person',
			about: isGroup ? (findPlace(state, id)?.community.name ?? '') : '',
			people: isGroup ? peopleIn(state, id) : [],
			time: messages.at(-1)?.momment ?? 0,
			last: messages.at(-1)?.messageId,
			unread: messages.filter(isUnread).length,
		};
	});
}

function isUnread({ fromMe, status }: Message): boolean {
	return fromMe && (status === 'SENT' || status === 'RECEIVED');
}

/** A file is fetched by itself, not with every look at the chats. */
function withoutData(view: View, address: string): View {
	const { media, cards } = view;
	const isData = media?.url.startsWith('data:') ?? false;
	return {
		...view,
		...(media && isData ? { media: { ...media, url: address } } : {}),
		...(cards
			? { cards: cards.map((card, index) => withoutData(card, `${address}&card=${index}`)) }
			: {}),
	};
}

function show(state: State, message: Message, number: number) {
	const { messageId: id, phone: chat, fromMe, participantPhone, reactions } = message;
	const who = participantPhone ?? chat;
	const named = (by: string) => (by === state.connectedPhone ? '' : nameOf(state, by));
	return {
		...{ id, chat, fromMe, who, time: message.momment, status: message.status },
		name: fromMe ? '' : nameOf(state, who),
		error: message.error,
		isByHand: message.isByHand ?? false,
		isEdited: message.isEdited ?? false,
		isDeleted: message.isDeleted === 'forEveryone',
		isPinned: message.isPinned ?? false,
		quoted: message.quotedMessageId,
		reactions: Object.entries(reactions).map(([by, emoji]) => ({ emoji, by, name: named(by) })),
		view: withoutData(viewOf(message), `/phone/api/media?number=${number}&message=${id}`),
	};
}

/** What the phone shows of all numbers, and more of the chosen one, or else of the first. */
export function snapshotOf(
	instances: readonly EmulatedInstance[],
	wanted: number,
	journal: readonly JournalEntry[],
): object | undefined {
	const number = instances[wanted] ? wanted : 0;
	const chosen = instances[number];
	if (!chosen) return undefined;
	const { state, account } = chosen;
	const shown = state.messages.filter((message) => !isAboutOther(message)).slice(-MOST_MESSAGES);
	return {
		number,
		numbers: instances.map(({ name, state: { connected, messages } }, id) => ({
			...{ id, name, connected },
			unread: messages.filter((message) => !isAboutOther(message) && isUnread(message)).length,
		})),
		chats: chatsOf(state, shown),
		messages: shown.map((message) => show(state, message, number)),
		journal: journal
			.filter(({ instance }) => instance === undefined || instance === account.instance)
			.map(({ id, time, kind, title, status, problem, body, answer }) => ({
				...{ id, time, kind, title, status, problem },
				...{ body: printed(body), answer: printed(answer) },
			})),
	};
}

const LONGEST_TEXT = 4000;

/** Files in a body would make it unreadable, and slow. */
function printed(value: unknown): string {
	if (value === undefined || value === '') return '';
	const text = typeof value === 'string' ? value : JSON.stringify(value, shortened, 2);
	return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)} …` : text;
}

function shortened(_key: string, value: unknown): unknown {
	const isFile = typeof value === 'string' && /^data:[^,]{0,80};base64,/.test(value);
	return isFile ? `${value.slice(0, 60)}…` : value;
}
