/** Events that filters are asked about, and how they are asked. */
import type { IDataObject } from 'n8n-workflow';
import documented from '../../tools/contract/webhooks.json' with { type: 'json' };
import { InvalidValue } from '../../nodes/shared/values/invalidValue.ts';
import { eventOf } from '../../nodes/ZApiTrigger/events.ts';
import { readFilters, type Filters } from '../../nodes/ZApiTrigger/receiving/filters.ts';

interface Documented {
	event: string;
	samples: Array<{ title: string; body: IDataObject }>;
}

/** The chat type, the kind and the sender of each documented message. */
export const MESSAGES: Record<string, [string, string, string]> = {
	'text message': ['direct', 'text', 'others'],
	'text template (hydratedTemplate)': ['direct', 'other', 'others'],
	reaction: ['direct', 'reaction', 'others'],
	'reply to a button list': ['direct', 'buttonReply', 'others'],
	'OTP copy-code button template': ['direct', 'other', 'others'],
	'Pix key button': ['direct', 'other', 'others'],
	'buttons with image': ['direct', 'other', 'others'],
	'buttons with video': ['direct', 'other', 'others'],
	'reply to an option list': ['direct', 'listReply', 'others'],
	'carousel (sent by me through the API)': ['direct', 'other', 'api'],
	'text that came from an ad (externalAdReply)': ['direct', 'text', 'others'],
	image: ['direct', 'image', 'others'],
	'image template': ['direct', 'other', 'others'],
	audio: ['direct', 'audio', 'others'],
	video: ['direct', 'video', 'others'],
	'video template': ['direct', 'other', 'others'],
	'PTV (round video), arrives as video': ['direct', 'video', 'me'],
	'contact card': ['direct', 'contact', 'others'],
	document: ['direct', 'document', 'others'],
	'document template': ['direct', 'other', 'others'],
	location: ['direct', 'location', 'others'],
	'location template': ['direct', 'other', 'others'],
	sticker: ['direct', 'sticker', 'others'],
	'GIF, arrives as video': ['direct', 'video', 'others'],
	'payment requested': ['direct', 'other', 'others'],
	'payment sent': ['direct', 'other', 'others'],
	product: ['direct', 'other', 'others'],
	'cart (order)': ['direct', 'other', 'others'],
	poll: ['direct', 'poll', 'others'],
	'poll vote': ['direct', 'pollVote', 'others'],
	'order sent (reviewAndPay)': ['direct', 'other', 'others'],
	'order updated (reviewOrder)': ['direct', 'other', 'others'],
	'channel admin invite': ['direct', 'other', 'others'],
	'message pinned': ['direct', 'other', 'me'],
	event: ['group', 'other', 'others'],
	'event response': ['group', 'other', 'others'],
	'waiting message': ['direct', 'other', 'me'],
	'reply to a status post': ['statusReply', 'text', 'others'],
	'message sent to a broadcast list': ['broadcastList', 'text', 'me'],
	'text message (2026-07: description spelt right)': ['direct', 'text', 'others'],
	'document template (2026-07: short form)': ['direct', 'other', 'others'],
	'location template (2026-07: no url)': ['direct', 'other', 'others'],
	'reply to a text status': ['statusReply', 'text', 'others'],
	'reply to an image status': ['statusReply', 'text', 'others'],
	'reply to a video status': ['statusReply', 'text', 'others'],
	'reply to an audio status': ['statusReply', 'text', 'others'],
	'message sent to a broadcast list (2026-07: short form)': ['broadcastList', 'text', 'me'],
	'waiting message (2026-07: short form)': ['direct', 'other', 'me'],
};

/** The chat type of each documented notification. */
export const NOTIFICATIONS: Record<string, string> = {
	'message removed by the announcement guard (2026-09)': 'group',
	'message that the announcement guard could not remove (2026-09)': 'group',
	'group suspended (2026-09)': 'group',
	'group no longer suspended (2026-09)': 'group',
	'payment request declined notification (docs heading: payment request)': 'direct',
	'voice call received': 'direct',
	'voice call missed': 'direct',
	'group join request by invite link': 'group',
	'group join request revoked by the user': 'group',
	'group join request made by a participant': 'group',
	'channel admin promoted': 'channel',
	'channel admin demoted': 'channel',
	'own profile name changed': 'direct',
	'own profile picture changed': 'direct',
	'chat labels changed': 'direct',
	'group invite link limited to admins': 'group',
	'group invite link open to all members': 'group',
	'call received (no calls feature)': 'direct',
	'voice call missed (no calls feature)': 'direct',
	'video call missed (no calls feature)': 'direct',
	'call received (calls feature)': 'direct',
	'call accepted (calls feature)': 'direct',
	'call started (calls feature)': 'direct',
	'call ended (calls feature)': 'direct',
	'voice call missed (calls feature)': 'direct',
	'video call missed (calls feature)': 'direct',
	'group join request by invite link (2026-07: short form)': 'group',
	'group join request revoked by the user (2026-07: short form)': 'group',
	'group join request made by a participant (2026-07: short form)': 'group',
	'channel admin promoted (2026-07: short form)': 'channel',
	'channel admin demoted (2026-07: short form)': 'channel',
	'own profile name changed (2026-07: short form)': 'direct',
	'own profile picture changed (2026-07: short form)': 'direct',
	'chat labels changed (2026-07: short form)': 'direct',
};

export const samples = (documented as unknown as Documented[]).flatMap(({ event, samples }) =>
	samples.map(({ title, body }) => ({ type: event, title, body })),
);

export const ofType = (...types: string[]) => samples.filter(({ type }) => types.includes(type));

export const received = ofType('ReceivedCallback');

export const messages = received.filter(({ title }) => title in MESSAGES);

export const notifications = received.filter(({ title }) => title in NOTIFICATIONS);

/** Events of a chat that are neither messages nor notifications. */
export const aboutChats = ofType(
	'DeliveryCallback',
	'MessageStatusCallback',
	'PresenceChatCallback',
);

export function passes(filters: Filters, body: IDataObject, alsoSentByMe = true): boolean {
	const event = eventOf(body);
	if (!event) throw new Error(`No event: ${JSON.stringify(body)}`);
	return readFilters(filters, alsoSentByMe)(event, body) === undefined;
}

export function refusalOf(filters: Filters): InvalidValue {
	try {
		readFilters(filters, false);
	} catch (error) {
		if (error instanceof InvalidValue) return error;
		throw error;
	}
	throw new Error('Nothing was refused');
}

export const message = (body: IDataObject): IDataObject => ({ type: 'ReceivedCallback', ...body });

const CHAT_TYPES = ['direct', 'group', 'channel', 'broadcastList', 'statusReply'];

export const MESSAGE_KINDS = [
	'text',
	'image',
	'audio',
	'video',
	'document',
	'location',
	'contact',
	'sticker',
	'reaction',
	'poll',
	'pollVote',
	'buttonReply',
	'listReply',
	'other',
];

/** @returns the chat types whose filter an event passes */
export const chatTypesOf = (body: IDataObject): string[] =>
	CHAT_TYPES.filter((chatType) => passes({ chatTypes: [chatType] }, body));

/** The filter as n8n hands it over: one entry for each chat. */
export const chats = (...chatIds: unknown[]): Filters => ({
	chats: { values: chatIds.map((value) => ({ chatId: { __rl: true, mode: 'id', value } })) },
});
