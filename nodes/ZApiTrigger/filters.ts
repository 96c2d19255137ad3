import type { IDataObject } from 'n8n-workflow';
import { toPhoneList } from '../ZApi/fields/values';
import { searchable } from '../ZApi/methods/searchable';
import { InvalidValue } from '../ZApi/transport/prepare';
import type { TriggerEvent } from './events';
import { toPattern } from './pattern';

/** What the *Filters* hold. All that are there must be met; an empty one is met by anything. */
export interface Filters {
	chatTypes?: string[];
	chats?: { values?: Array<{ chatId?: unknown }> };
	sentBy?: string[];
	messageKinds?: string[];
	textContains?: string;
	textMatches?: string;
	sendResults?: string[];
	messageStatuses?: string[];
	chatPresences?: string[];
}

/** Tells of an event whether it may start an execution. */
export type Passes = (event: TriggerEvent, body: IDataObject) => boolean;

/** Keys that a message of a kind has, by the kind's name in *Message Kinds*. */
const KEYS_OF_KINDS: Record<string, string[]> = {
	text: ['text'],
	image: ['image'],
	audio: ['audio'],
	video: ['video'],
	document: ['document'],
	location: ['location'],
	contact: ['contact'],
	sticker: ['sticker'],
	reaction: ['reaction'],
	poll: ['poll'],
	pollVote: ['pollVote'],
	buttonReply: ['buttonsResponseMessage'],
	listReply: ['listResponseMessage'],
};

/** The kind of a message that has none of these, such as an order or an event. */
const OTHER_KIND = 'other';

/** Where a message can hold words that its reader sees. */
const TEXTS = [
	['text', 'message'],
	['image', 'caption'],
	['video', 'caption'],
	['document', 'caption'],
	['buttonsResponseMessage', 'message'],
	['listResponseMessage', 'title'],
	['listResponseMessage', 'message'],
	['hydratedTemplate', 'message'],
	['buttonsMessage', 'message'],
	['carouselMessage', 'text'],
	['poll', 'question'],
] as const;

/** Patterns look at so much of a text, so that a long one can't keep the server busy. */
const LONGEST_MATCHED_TEXT = 4_000;

function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

function chatTypeOf(body: IDataObject): string {
	const phone = textOf(body.phone);
	if (body.isStatusReply === true) return 'statusReply';
	if (body.isNewsletter === true || phone.endsWith('@newsletter')) return 'channel';
	if (/[@-]broadcast$/.test(phone)) return 'broadcastList';
	// The older IDs of groups have a number and a time.
	if (body.isGroup === true || /-group$|^\d+-\d+$/.test(phone)) return 'group';
	return 'direct';
}

/**
 * Brings the ID of a chat into the one form in which it is compared. Brazilian mobile numbers are known with and
 * without their ninth digit, and events may come with either.
 */
function comparable(chatId: string): string {
	return chatId.replace(/^(55\d{2})9(\d{8})$/, '$1$2').replace(/-broadcast$/, '@broadcast');
}

function chatsOf(body: IDataObject): string[] {
	const { phone, chatLid, senderLid } = body;
	// A direct chat has the `@lid` of the other side under either name.
	const ids = chatTypeOf(body) === 'group' ? [phone, chatLid] : [phone, chatLid, senderLid];
	return ids.map(textOf).filter((id) => id !== '');
}

function senderOf({ fromMe, fromApi }: IDataObject): string {
	if (fromMe !== true) return 'others';
	return fromApi === true ? 'api' : 'me';
}

function kindOf(body: IDataObject): string {
	const kinds = Object.keys(KEYS_OF_KINDS);
	const has = (kind: string) => KEYS_OF_KINDS[kind]?.some((key) => isObject(body[key]));
	return kinds.find(has) ?? OTHER_KIND;
}

function textsOf(body: IDataObject): string[] {
	const texts = TEXTS.map(([kind, name]) => {
		const content = body[kind];
		return isObject(content) ? textOf(content[name]) : '';
	});
	return texts.filter((text) => text !== '');
}

/** One condition, made ready once for the text, the chats and the like that it asks for. */
type Condition = (body: IDataObject) => boolean;

function oneOf(values: string[] | undefined, valueOf: (body: IDataObject) => unknown): Condition {
	return (body) =>
		values === undefined || values.length === 0 || values.includes(String(valueOf(body)));
}

function inChats({ chats }: Filters): Condition {
	const values = (chats?.values ?? []).map(({ chatId }) =>
		isObject(chatId) && 'value' in chatId ? chatId.value : chatId,
	);
	if (values.length === 0) return () => true;
	const wanted = new Set(values.flatMap(toChatIds));
	return (body) => chatsOf(body).some((id) => wanted.has(comparable(id)));
}

/** A chat that was added, but not chosen yet, is refused by the reader of lists. */
function toChatIds(value: unknown): string[] {
	const text = typeof value === 'string' ? value.replace(/-broadcast\b/g, '@broadcast') : value;
	return toPhoneList(text).map(comparable);
}

function containsText({ textContains = '' }: Filters): Condition {
	const wanted = searchable(String(textContains).trim());
	return (body) => wanted === '' || textsOf(body).some((text) => searchable(text).includes(wanted));
}

function matchesText({ textMatches = '' }: Filters): Condition {
	if (String(textMatches).trim() === '') return () => true;
	const pattern = toPattern(String(textMatches).trim());
	return (body) => textsOf(body).some((text) => pattern.test(text.slice(0, LONGEST_MATCHED_TEXT)));
}

function nameFilter(displayName: string, error: unknown): unknown {
	if (!(error instanceof InvalidValue)) return error;
	return new InvalidValue(`${displayName} ${error.problem}`, error.advice);
}

/** Reads what one filter holds; an error names the filter. */
function read(displayName: string, make: () => Condition): Condition {
	try {
		return make();
	} catch (error) {
		throw nameFilter(displayName, error);
	}
}

/**
 * Makes the one question out of all filters. A filter asks only events that have what it looks at: one for texts
 * lets *WhatsApp Disconnected* pass.
 *
 * @param filters what the user set
 * @param alsoSentByMe whether messages of the connected number itself count as received
 * @throws InvalidValue whose problem is a whole sentence that names the filter
 */
export function readFilters(filters: Filters, alsoSentByMe: boolean): Passes {
	const ofChats = [
		oneOf(filters.chatTypes, chatTypeOf),
		read('Only These Chats', () => inChats(filters)),
	];
	const ofMessages = [
		(body: IDataObject) => alsoSentByMe || body.fromMe !== true,
		oneOf(filters.sentBy, senderOf),
		oneOf(filters.messageKinds, kindOf),
		containsText(filters),
		read('Text Matches', () => matchesText(filters)),
	];
	const ofEvents: Record<string, Condition[]> = {
		messageReceived: [...ofChats, ...ofMessages],
		notificationReceived: ofChats,
		messageSent: [
			...ofChats,
			oneOf(filters.sendResults, ({ error }) => (error ? 'failed' : 'sent')),
		],
		messageStatus: [...ofChats, oneOf(filters.messageStatuses, ({ status }) => status)],
		chatPresence: [...ofChats, oneOf(filters.chatPresences, ({ status }) => status)],
	};
	return ({ value }, body) => (ofEvents[value] ?? []).every((condition) => condition(body));
}
