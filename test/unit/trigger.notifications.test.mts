import documented from '../../tools/contract/webhooks.json' with { type: 'json' };
import wire from '../../tools/contract/wire.json' with { type: 'json' };
import {
	notificationKindOf,
	notificationKinds,
} from '../../nodes/ZApiTrigger/receiving/notifications.ts';

/** The kind of each notification that Z-API documents, or that was recorded. */
const KINDS: Record<string, string> = {
	CALL_ACCEPTED: 'call',
	CALL_ENDED: 'call',
	CALL_MISSED: 'missedCall',
	CALL_MISSED_VIDEO: 'missedCall',
	CALL_MISSED_VOICE: 'missedCall',
	CALL_RECEIVED: 'call',
	CALL_STARTED: 'call',
	CALL_VIDEO: 'call',
	CALL_VOICE: 'call',
	CHAT_LABEL_ASSOCIATION: 'labelChanged',
	GROUP_MEMBER_LINK_PROPERTY_UPDATE: 'settingsChanged',
	GROUP_PARTICIPANT_ADD: 'joined',
	GROUP_PARTICIPANT_LEAVE: 'left',
	GROUP_SUSPENDED: 'suspended',
	GROUP_UNSUSPENDED: 'suspended',
	MEMBERSHIP_APPROVAL_REQUEST: 'joinRequested',
	NEWSLETTER_ADMIN_DEMOTE: 'demoted',
	NEWSLETTER_ADMIN_PROMOTE: 'promoted',
	PAYMENT_ACTION_REQUEST_DECLINED: 'paymentDeclined',
	PROFILE_NAME_UPDATED: 'nameChanged',
	PROFILE_PICTURE_UPDATED: 'pictureChanged',
	REVOKE: 'revoked',
	REVOKED_MEMBERSHIP_REQUESTS: 'joinRequested',
};

it('every notification that is known has a kind', () => {
	const texts = JSON.stringify([documented, wire]);
	const known = [...texts.matchAll(/"notification":"(\w+)"/g)].map(([, name = '']) => name);
	expect([...new Set(known)].sort()).toEqual(Object.keys(KINDS));
	for (const [notification, kind] of Object.entries(KINDS)) {
		expect([notification, notificationKindOf({ notification })]).toEqual([notification, kind]);
	}
});

it.each([
	['GROUP_PARTICIPANT_INVITE', 'joined'],
	['GROUP_PARTICIPANT_ADD_REQUEST_JOIN', 'joined'],
	['GROUP_PARTICIPANT_REMOVE', 'removed'],
	['GROUP_PARTICIPANT_PROMOTE', 'promoted'],
	['GROUP_PARTICIPANT_DEMOTE', 'demoted'],
	['GROUP_CHANGE_SUBJECT', 'nameChanged'],
	['GROUP_CHANGE_ICON', 'pictureChanged'],
	['GROUP_CHANGE_DESCRIPTION', 'descriptionChanged'],
	['GROUP_CHANGE_ANNOUNCE', 'settingsChanged'],
	['GROUP_CREATE', 'groupCreated'],
	['SOMETHING_NEW', 'other'],
	['GROUP_PARTICIPANT_ADDED', 'other'],
	['', 'other'],
	[undefined, 'other'],
])("of WhatsApp's other names, %s is %s", (notification, kind) => {
	expect(notificationKindOf({ notification })).toBe(kind);
});

it('the panel lists each kind once, in the order of the names', () => {
	const names = notificationKinds.map(({ name }) => name);
	expect(names).toEqual([...new Set(names)].sort());
	const values = notificationKinds.map(({ value }) => value);
	expect(new Set(values).size).toBe(values.length);
	expect(values).toEqual(expect.arrayContaining(Object.values(KINDS)));
});
