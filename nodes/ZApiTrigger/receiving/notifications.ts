import type { IDataObject } from 'n8n-workflow';

/** What can happen besides a message, as *Kinds of Notifications* offers it. */
interface NotificationKind {
	name: string;
	/** As saved workflows contain it; never changes once released. */
	value: string;
	description?: string;
	/** What Z-API calls it: whole names, or the beginnings of names, which end in an underscore. */
	called: string[];
}

/**
 * The kinds of notifications. What Z-API posts under `notification` are WhatsApp's own names, of which its pages show
 * some.
 *
 * @see https://developer.z-api.io/webhooks/on-message-received
 */
const KINDS: NotificationKind[] = [
	{
		name: 'Call',
		value: 'call',
		description: 'A call comes in, was accepted or has ended',
		called: ['CALL_'],
	},
	{ name: 'Call Missed', value: 'missedCall', called: ['CALL_MISSED', 'CALL_MISSED_'] },
	{
		name: 'Demoted',
		value: 'demoted',
		description: 'Somebody is no longer an admin of a group or a channel',
		called: ['GROUP_PARTICIPANT_DEMOTE', 'NEWSLETTER_ADMIN_DEMOTE'],
	},
	{
		name: 'Description Changed',
		value: 'descriptionChanged',
		called: ['GROUP_CHANGE_DESCRIPTION'],
	},
	{ name: 'Group Created', value: 'groupCreated', called: ['GROUP_CREATE'] },
	{
		name: 'Group Settings Changed',
		value: 'settingsChanged',
		description: 'Who may write, change the group or invite others',
		called: [
			...['GROUP_CHANGE_RESTRICT', 'GROUP_CHANGE_ANNOUNCE', 'GROUP_CHANGE_INVITE_LINK'],
			'GROUP_MEMBER_',
		],
	},
	{
		name: 'Group Suspended or Restored',
		value: 'suspended',
		called: ['GROUP_SUSPENDED', 'GROUP_UNSUSPENDED'],
	},
	{
		name: 'Join Requested',
		value: 'joinRequested',
		description: 'Somebody asks to join a group, or takes that back',
		called: ['MEMBERSHIP_APPROVAL_REQUEST', 'REVOKED_MEMBERSHIP_REQUESTS'],
	},
	{
		name: 'Joined',
		value: 'joined',
		description: 'People joined a group, by themselves or because somebody added them',
		called: [
			...['GROUP_PARTICIPANT_ADD', 'GROUP_PARTICIPANT_ADD_', 'GROUP_PARTICIPANT_INVITE'],
			...['GROUP_PARTICIPANT_ACCEPT', 'GROUP_PARTICIPANT_LINKED_GROUP_JOIN'],
		],
	},
	{
		name: 'Label Changed',
		value: 'labelChanged',
		description: 'A chat got a label of WhatsApp Business, or lost one',
		called: ['CHAT_LABEL_ASSOCIATION'],
	},
	{
		name: 'Left',
		value: 'left',
		description: 'People left a group by themselves',
		called: ['GROUP_PARTICIPANT_LEAVE'],
	},
	{
		name: 'Message Revoked',
		value: 'revoked',
		description: 'The announcement guard of a community removed a message, or could not',
		called: ['REVOKE'],
	},
	{
		name: 'Name Changed',
		value: 'nameChanged',
		description: 'Of a group, or of a profile',
		called: ['GROUP_CHANGE_SUBJECT', 'PROFILE_NAME_UPDATED'],
	},
	{
		name: 'Payment Request Declined',
		value: 'paymentDeclined',
		called: ['PAYMENT_ACTION_REQUEST_DECLINED'],
	},
	{
		name: 'Picture Changed',
		value: 'pictureChanged',
		description: 'Of a group, or of a profile',
		called: ['GROUP_CHANGE_ICON', 'PROFILE_PICTURE_UPDATED'],
	},
	{
		name: 'Promoted',
		value: 'promoted',
		description: 'Somebody is now an admin of a group or a channel',
		called: ['GROUP_PARTICIPANT_PROMOTE', 'NEWSLETTER_ADMIN_PROMOTE'],
	},
	{
		name: 'Removed',
		value: 'removed',
		description: 'People were removed from a group',
		called: ['GROUP_PARTICIPANT_REMOVE'],
	},
];

const OTHER = {
	name: 'Other',
	value: 'other',
	description: 'Anything else',
};

/** The kinds as the panel lists them, in the order of their names. */
export const notificationKinds = [
	...KINDS.map(({ name, value, description }) => ({
		name,
		value,
		...(description && { description }),
	})),
	OTHER,
].sort((one, other) => (one.name < other.name ? -1 : 1));

/** How much of a name a kind knows; the longest is the most exact. */
function knownLength(called: string[], notification: string): number {
	const lengths = called.map((known) => {
		const isIt = known.endsWith('_') ? notification.startsWith(known) : notification === known;
		return isIt ? known.length : 0;
	});
	return Math.max(...lengths);
}

/** @returns the value that *Kinds of Notifications* has for a notification */
export function notificationKindOf({ notification }: IDataObject): string {
	const found = { value: OTHER.value, length: 0 };
	for (const { value, called } of KINDS) {
		const length = knownLength(called, String(notification));
		if (length > found.length) Object.assign(found, { value, length });
	}
	return found.value;
}
