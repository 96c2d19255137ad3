import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { eventOf, events } from '../../nodes/ZApiTrigger/events.ts';
import { mediaOf } from '../../nodes/ZApiTrigger/receiving/downloadMedia.ts';
import { messageKindOf } from '../../nodes/ZApiTrigger/receiving/messageAttributes.ts';
import { redactEvent } from '../../nodes/ZApiTrigger/receiving/redactEvent.ts';
import {
	chatTypesOf,
	MESSAGE_KINDS,
	MESSAGES,
	NOTIFICATIONS,
	passes,
	samples,
} from './filterCases.mts';
import { simplify } from './simplifiedEvents.mts';

const EVENT_OF_TYPE: Record<string, string> = {
	ReceivedCallback: 'messageReceived',
	DeliveryCallback: 'messageSent',
	MessageStatusCallback: 'messageStatus',
	PresenceChatCallback: 'chatPresence',
	DisconnectedCallback: 'disconnected',
	ConnectedCallback: 'connected',
	ProxyCallback: 'proxyFailed',
};

const MESSAGE = 'A20DA9C0183A2D35A260F53F5D2B9244';

/** The documented samples that have a file: its kind, address, media type and name. */
const FILES: Record<string, [string, string, string, string]> = {
	image: ['image', 'https://', 'image/jpeg', `image-${MESSAGE}`],
	audio: ['audio', 'https://', 'audio/ogg; codecs=opus', `audio-${MESSAGE}`],
	video: ['video', 'https://', 'video/mp4', `video-${MESSAGE}`],
	'PTV (round video), arrives as video': ['video', 'https://', 'video/mp4', `video-${MESSAGE}`],
	'GIF, arrives as video': ['video', 'https://', 'video/mp4', `video-${MESSAGE}`],
	document: ['document', 'https://', 'application/pdf', 'nome.pdf'],
	sticker: ['sticker', 'https://', 'image/webp', `sticker-${MESSAGE}`],
	'image template': ['image', 'https://example.jpeg', 'image/jpeg', 'image-885FF934BF100D579E'],
	'video template': ['video', 'https://example.mp4', 'video/mp4', 'video-0E4AD761B62E3D5EF9'],
	'document template': [
		'document',
		'https://example.pdf',
		'application/pdf',
		'document-9D968A5FA2880508C4',
	],
	'document template (2026-07: short form)': [
		'document',
		'https://example.pdf',
		'application/pdf',
		'document-9D968A5FA2880508C4',
	],
};

const SENDERS = ['others', 'me', 'api'];
const CLUTTER = ['type', 'photo', 'senderPhoto', 'senderLid', 'messageExpirationSeconds'];

function eventOfSample({ type, title }: { type: string; title: string }): string {
	if (title in NOTIFICATIONS) return 'notificationReceived';
	const { [type]: event } = EVENT_OF_TYPE;
	if (event === undefined) throw new Error(`EVENT_OF_TYPE lacks ${type}`);
	return event;
}

/** What the filters find in a sample; nothing is expected of events that are about no chat. */
function expectFilters(type: string, title: string, body: IDataObject) {
	const [messageChat, kind, sender] = MESSAGES[title] ?? [];
	if (kind !== undefined && sender !== undefined) {
		const kinds = MESSAGE_KINDS.filter((value) => passes({ messageKinds: [value] }, body));
		const senders = SENDERS.filter((value) => passes({ sentBy: [value] }, body));
		expect({ kinds, senders }).toEqual({ kinds: [kind], senders: [sender] });
	}
	const isAboutChat = /^(Delivery|MessageStatus|PresenceChat)Callback$/.test(type);
	const other = isAboutChat && (title.includes('group') ? 'group' : 'direct');
	const chatType = messageChat ?? NOTIFICATIONS[title] ?? other;
	if (chatType) expect(chatTypesOf(body)).toEqual([chatType]);
}

function expectSimplified(event: string | undefined, body: IDataObject) {
	const simplified = simplify(body);
	expect(Object.entries(simplified)[0]).toEqual(['eventType', event]);
	expect(Object.keys(simplified).filter((name) => CLUTTER.includes(name))).toEqual([]);
	expect(simplified).not.toHaveProperty('momment');
	if (body.momment === undefined) expect(simplified).not.toHaveProperty('date');
	else expect(new Date(simplified.date as string).toISOString()).toBe(simplified.date);
	expect(Object.values(simplified)).not.toContain(null);
	expect(Object.values(simplified)).not.toContain(undefined);
	if (body.type !== 'ReceivedCallback') return;
	const isMessage = event === 'messageReceived';
	expect(simplified.kind).toBe(isMessage ? messageKindOf(body) : undefined);
	expect(typeof simplified.text).toBe(isMessage ? 'string' : 'undefined');
	for (const [name, value] of Object.entries(simplified)) {
		// Lists of names and phones, as of a poll or a contact, are flat enough.
		const isFlat = [value].flat().every((entry) => typeof entry !== 'object');
		if (!isFlat) expect([name, value]).toEqual([name, body[name]]);
	}
}

/** Nothing but the instance, in a copy. */
function expectRedacted(body: IDataObject) {
	const before = structuredClone(body);
	const instance = createHash('sha256')
		.update(before.instanceId as string)
		.digest('hex');
	const event = eventOf(body);
	const shown = event && redactEvent(event, body);
	expect(shown).toEqual({ ...before, instanceId: instance.slice(0, 12) });
	expect(Object.keys(shown ?? {})).toEqual(Object.keys(before));
	expect(body).toEqual(before);
}

it.each(samples)('the trigger knows what $type, $title, is, and has', ({ type, title, body }) => {
	const event = eventOfSample({ type, title });
	expect(eventOf(body)?.value).toBe(event);
	expectSimplified(event, body);
	expectFilters(type, title, body);
	const [kind, url, mimeType, fileName] = FILES[title] ?? [];
	expect(mediaOf(body)).toEqual(kind && { kind, url, mimeType, fileName });
	// The address of a proxy is redacted, too: trigger.redaction.test.mts.
	if (type !== 'ProxyCallback') expectRedacted(body);
});

it('the tables of this test are about the samples, which have each event', () => {
	expect([...new Set(samples.map(eventOfSample))].sort()).toEqual(
		events.map(({ value }) => value).sort(),
	);
	const received = samples.filter(({ type }) => type === 'ReceivedCallback');
	expect(received.map(({ title }) => title).sort()).toEqual(
		[...Object.keys(MESSAGES), ...Object.keys(NOTIFICATIONS)].sort(),
	);
	const titles = samples.map(({ title }) => title);
	expect(Object.keys(FILES).filter((title) => !titles.includes(title))).toEqual([]);
});
