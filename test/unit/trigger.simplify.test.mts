import { simplify, sample } from './simplifiedEvents.mts';

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
