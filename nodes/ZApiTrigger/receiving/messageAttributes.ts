import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../shared/values/objects';
import { contactCardsOf } from './contactCards';

/** The kinds of messages, as *Message Kinds* names them, by the keys that Z-API has for their contents. */
const KINDS = Object.entries({
	text: 'text',
	image: 'image',
	audio: 'audio',
	video: 'video',
	// Round videos have a key of their own, although the documentation says otherwise.
	ptv: 'video',
	document: 'document',
	location: 'location',
	liveLocation: 'location',
	sticker: 'sticker',
	reaction: 'reaction',
	poll: 'poll',
	pollVote: 'pollVote',
	buttonsResponseMessage: 'buttonReply',
	listResponseMessage: 'listReply',
});

/** The kind of a message that has none of these, such as an order or an event. */
const OTHER_KIND = 'other';

/** Where a message can hold words that its reader sees. */
const TEXTS = [
	['text', 'message'],
	['image', 'caption'],
	['video', 'caption'],
	['ptv', 'caption'],
	['document', 'caption'],
	['liveLocation', 'caption'],
	['buttonsResponseMessage', 'message'],
	['listResponseMessage', 'title'],
	['listResponseMessage', 'message'],
	['hydratedTemplate', 'message'],
	['buttonsMessage', 'message'],
	['listMessage', 'message'],
	['listMessage', 'description'],
	['listMessage', 'title'],
	['carouselMessage', 'text'],
	['poll', 'question'],
] as const;

function asText(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

/** @returns the value that *Chat Types* has for the chat of an event */
export function chatTypeOf(body: IDataObject): string {
	const phone = asText(body.phone);
	if (body.isStatusReply === true) return 'statusReply';
	if (body.isNewsletter === true || phone.endsWith('@newsletter')) return 'channel';
	if (/[@-]broadcast$/.test(phone)) return 'broadcastList';
	// The older IDs of groups have a number and a time.
	if (body.isGroup === true || /-group$|^\d+-\d+$/.test(phone)) return 'group';
	return 'direct';
}

function isWithPerson({ phone, isGroup }: IDataObject): boolean {
	return /^(\d+|.+@lid)$/.test(asText(phone)) && isGroup !== true;
}

/** @returns all IDs that the chat of an event is known by */
export function chatsOf(body: IDataObject): string[] {
	const { phone, chatLid, senderLid } = body;
	// A chat with one person has the `@lid` of the other side under either name.
	const ids = isWithPerson(body) ? [phone, chatLid, senderLid] : [phone, chatLid];
	return ids.map(asText).filter((id) => id !== '');
}

/**
 * @param body in which each `@lid` is whole
 * @returns the IDs that belong to the chat of an event and to no other. Of an own message, that of its sender belongs to
 * all chats.
 */
export function ownIdsOfChat(body: IDataObject): string[] {
	const { phone, chatLid, senderLid, fromMe } = body;
	const ids = isWithPerson(body) ? [phone, chatLid, fromMe === true ? '' : senderLid] : [phone];
	return ids.map(asText).filter((id) => id !== '');
}

/**
 * The ID of a chat that stays the same. Z-API names the same person by a number in one event and by an `@lid` in the
 * next, and the `@lid` is what most events have.
 *
 * @returns the `@lid` of a chat with one person, as far as the event has it; of any other chat, its ID
 */
export function chatIdOf(body: IDataObject): string | undefined {
	const { phone, chatLid, senderLid, fromMe } = body;
	const lids = isWithPerson(body) ? [chatLid, fromMe === true ? '' : senderLid] : [];
	return [...lids, phone].map(asText).find((id) => id !== '');
}

/** @returns the value that *Sent By* has for who wrote a message */
export function senderOf({ fromMe, fromApi }: IDataObject): string {
	if (fromMe !== true) return 'others';
	return fromApi === true ? 'api' : 'me';
}

/** @returns the value that *Message Kinds* has for a message */
export function messageKindOf(body: IDataObject): string {
	const [, kind] = KINDS.find(([key]) => isObject(body[key])) ?? [];
	return kind ?? (contactCardsOf(body).length > 0 ? 'contact' : OTHER_KIND);
}

/** @returns the words that a message's reader sees: its text or its caption, and none that are empty */
export function textsOf(body: IDataObject): string[] {
	const texts = TEXTS.map(([kind, name]) => {
		const content = body[kind];
		return isObject(content) ? asText(content[name]) : '';
	});
	return texts.filter((text) => text !== '');
}
