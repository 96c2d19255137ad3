import { events } from '../../nodes/ZApiTrigger/events.ts';
import { messageKindOf } from '../../nodes/ZApiTrigger/receiving/messageAttributes.ts';
import { samples, simplify, sample } from './simplifiedEvents.mts';

describe('every documented sample', () => {
	it.each(samples)('says which event it is, and when: $title', ({ body }) => {
		const simplified = simplify(body);
		expect(Object.keys(simplified)[0]).toBe('eventType');
		expect(events.map(({ value }) => value)).toContain(simplified.eventType);
		expect(simplified).not.toHaveProperty('momment');
		if (body.momment === undefined) expect(simplified).not.toHaveProperty('date');
		else expect(new Date(simplified.date as string).toISOString()).toBe(simplified.date);
		expect(Object.values(simplified)).not.toContain(null);
		expect(Object.values(simplified)).not.toContain(undefined);
	});

	it.each(samples.filter(({ body }) => body.type === 'ReceivedCallback'))(
		'of a message or notification is flat, unless its content has no flat form: $title',
		({ body }) => {
			const simplified = simplify(body);
			const isMessage = typeof body.notification !== 'string';
			expect(simplified.kind).toBe(isMessage ? messageKindOf(body) : undefined);
			expect(typeof simplified.text).toBe(isMessage ? 'string' : 'undefined');
			for (const [name, value] of Object.entries(simplified)) {
				// Lists of names and phones, as of a poll or a contact, are flat enough.
				const isFlat = [value].flat().every((entry) => typeof entry !== 'object');
				if (!isFlat) expect([name, value]).toEqual([name, body[name]]);
			}
		},
	);

	it.each(samples)('is without what nobody looks for: $title', ({ body }) => {
		const clutter = ['type', 'photo', 'senderPhoto', 'senderLid', 'messageExpirationSeconds'];
		expect(Object.keys(simplify(body)).filter((name) => clutter.includes(name))).toEqual([]);
	});
});

it('a notification says what happened, and to whom', () => {
	expect(
		simplify({
			type: 'ReceivedCallback',
			notification: 'GROUP_PARTICIPANT_ADD',
			notificationParameters: ['5511900000002'],
			phone: '120363019502650977-group',
			chatName: 'Bloco A',
			isGroup: true,
			participantPhone: '5511900000001',
			photo: 'https://files.example/photo',
			momment: 1632228638000,
		}),
	).toEqual({
		eventType: 'notificationReceived',
		phone: '120363019502650977-group',
		chatId: '120363019502650977-group',
		chatName: 'Bloco A',
		isGroup: true,
		senderPhone: '5511900000001',
		notification: 'GROUP_PARTICIPANT_ADD',
		notificationParameters: ['5511900000002'],
		date: '2021-09-21T12:50:38.000Z',
	});
	expect(sample('call received (no calls feature)')).toMatchObject({
		callId: 'F44E0E2011E7C784BB9A4AC11749C436',
		callDirection: 'incoming',
		isVideo: false,
	});
	expect(sample('own profile name changed')).toHaveProperty('profileName', 'nome atualizado');
});

it('another event keeps its fields, with a date, and the ID of its message', () => {
	expect(sample('READ')).toEqual({
		eventType: 'messageStatus',
		instanceId: 'instance.id',
		status: 'READ',
		ids: ['999999999999999999999'],
		messageId: '999999999999999999999',
		messageIds: ['999999999999999999999'],
		phoneDevice: 0,
		phone: '5544999999999',
		chatId: '5544999999999',
		isGroup: false,
		date: '2021-09-21T14:30:45.000Z',
	});
	// Z-API tells this one in seconds.
	expect(sample('device disconnected')).toEqual({
		eventType: 'disconnected',
		instanceId: 'instance.id',
		disconnected: true,
		error: 'Device has been disconnected',
		date: '2020-01-27T22:15:42.000Z',
	});
	expect(simplify({ type: 'PresenceChatCallback', lastSeen: 1632228638000 })).toEqual({
		eventType: 'chatPresence',
		lastSeen: '2021-09-21T12:50:38.000Z',
	});
});
