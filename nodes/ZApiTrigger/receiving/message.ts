import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../shared/values/objects';

/** The key that a message of a kind has, by the kind's name in *Message Kinds*. */
const KEYS_OF_KINDS = Object.entries({
	text: 'text',
	image: 'image',
	audio: 'audio',
	video: 'video',
	document: 'document',
	location: 'location',
	contact: 'contact',
	sticker: 'sticker',
	reaction: 'reaction',
	poll: 'poll',
	pollVote: 'pollVote',
	buttonReply: 'buttonsResponseMessage',
	listReply: 'listResponseMessage',
});

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

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

/** @returns the value that *Chat Types* has for the chat of an event */
export function chatTypeOf(body: IDataObject): string {
	const phone = textOf(body.phone);
	if (body.isStatusReply === true) return 'statusReply';
	if (body.isNewsletter === true || phone.endsWith('@newsletter')) return 'channel';
	if (/[@-]broadcast$/.test(phone)) return 'broadcastList';
	// The older IDs of groups have a number and a time.
	if (body.isGroup === true || /-group$|^\d+-\d+$/.test(phone)) return 'group';
	return 'direct';
}

/** @returns all IDs that the chat of an event is known by */
export function chatsOf(body: IDataObject): string[] {
	const { phone, chatLid, senderLid } = body;
	// A chat with one person has the `@lid` of the other side under either name.
	const isWithPerson = /^(\d+|.+@lid)$/.test(textOf(phone)) && body.isGroup !== true;
	const ids = isWithPerson ? [phone, chatLid, senderLid] : [phone, chatLid];
	return ids.map(textOf).filter((id) => id !== '');
}

/** @returns the value that *Sent By* has for who wrote a message */
export function senderOf({ fromMe, fromApi }: IDataObject): string {
	if (fromMe !== true) return 'others';
	return fromApi === true ? 'api' : 'me';
}

/** @returns the value that *Message Kinds* has for a message */
export function kindOf(body: IDataObject): string {
	const [kind = OTHER_KIND] = KEYS_OF_KINDS.find(([, key]) => isObject(body[key])) ?? [];
	return kind;
}

/** @returns the words that a message's reader sees: its text or its caption, and none that are empty */
export function textsOf(body: IDataObject): string[] {
	const texts = TEXTS.map(([kind, name]) => {
		const content = body[kind];
		return isObject(content) ? textOf(content[name]) : '';
	});
	return texts.filter((text) => text !== '');
}
