import type { INodeProperties } from 'n8n-workflow';
import { numbersWithoutCountryCode } from '../shared/numbers/numbersWithoutCountryCode';
import { ALL_EVENTS } from './events';
import { notificationKinds } from './receiving/notifications';

/** Filters that look at messages are of no use for other events. */
const ofMessages: INodeProperties['displayOptions'] = {
	show: { '/events': ['messageReceived', ALL_EVENTS] },
};

/** The conditions that an event has to meet, as the panel offers them. What they ask is in `receiving/filters.ts`. */
export const filters: INodeProperties[] = [
	{
		displayName: 'Chat Presences',
		name: 'chatPresences',
		type: 'multiOptions',
		default: [],
		description: 'For Chat Presence Changed: which presence to react to. Empty means any.',
		displayOptions: { show: { '/events': ['chatPresence', ALL_EVENTS] } },
		options: [
			{ name: 'Came Online', value: 'AVAILABLE' },
			{ name: 'Recording Audio', value: 'RECORDING' },
			{ name: 'Stopped Typing or Recording', value: 'PAUSED' },
			{ name: 'Typing', value: 'COMPOSING' },
			{ name: 'Went Offline', value: 'UNAVAILABLE' },
		],
	},
	{
		displayName: 'Chat Types',
		name: 'chatTypes',
		type: 'multiOptions',
		default: [],
		description: 'Which kinds of chats to react to. Empty means all of them.',
		options: [
			{ name: 'Broadcast Lists', value: 'broadcastList' },
			{ name: 'Channels', value: 'channel' },
			{
				name: 'Direct Messages',
				value: 'direct',
				description: 'Chats with one person',
			},
			{ name: 'Groups', value: 'group' },
			{
				name: 'Status Replies',
				value: 'statusReply',
				description: 'Replies to a status that you posted',
			},
		],
	},
	{
		displayName: 'Kinds of Notifications',
		name: 'notificationKinds',
		type: 'multiOptions',
		default: [],
		description:
			'For Notification Received: which kinds of notifications to react to. Empty means all of them.',
		displayOptions: { show: { '/events': ['notificationReceived', ALL_EVENTS] } },
		options: notificationKinds,
	},
	{
		displayName: 'Message Kinds',
		name: 'messageKinds',
		type: 'multiOptions',
		displayOptions: ofMessages,
		default: [],
		description:
			'For Message Received: which kinds of messages to react to. Empty means all of them.',
		options: [
			{ name: 'Audio', value: 'audio', description: 'Includes voice messages' },
			{ name: 'Button Reply', value: 'buttonReply', description: 'Someone pressed a button' },
			{ name: 'Contact', value: 'contact' },
			{ name: 'Document', value: 'document' },
			{ name: 'Image', value: 'image' },
			{ name: 'List Reply', value: 'listReply', description: 'Someone chose from a list' },
			{ name: 'Location', value: 'location' },
			{
				name: 'Other',
				value: 'other',
				description: 'Anything else, such as orders, payments and events',
			},
			{ name: 'Poll', value: 'poll' },
			{ name: 'Poll Vote', value: 'pollVote' },
			{ name: 'Reaction', value: 'reaction', description: 'An emoji added to a message' },
			{ name: 'Sticker', value: 'sticker' },
			{ name: 'Text', value: 'text' },
			{ name: 'Video', value: 'video', description: 'Includes GIFs and round videos' },
		],
	},
	{
		displayName: 'Message Statuses',
		name: 'messageStatuses',
		type: 'multiOptions',
		default: [],
		description: 'For Message Status Changed: which new status to react to. Empty means any.',
		displayOptions: { show: { '/events': ['messageStatus', ALL_EVENTS] } },
		options: [
			{ name: 'Played', value: 'PLAYED', description: 'The audio or video was played' },
			{ name: 'Read', value: 'READ' },
			{ name: 'Read by Me', value: 'READ_BY_ME' },
			{ name: 'Received', value: 'RECEIVED', description: 'It arrived on the phone' },
			{ name: 'Sent', value: 'SENT' },
		],
	},
	{
		...numbersWithoutCountryCode,
		description:
			'What to do with phone numbers in Only These Chats that are written without a country code',
	},
	{
		displayName: 'Send Results',
		name: 'sendResults',
		type: 'multiOptions',
		default: [],
		description: 'For Message Sent or Failed: which result to react to. Empty means both.',
		displayOptions: { show: { '/events': ['messageSent', ALL_EVENTS] } },
		options: [
			{ name: 'Failed', value: 'failed' },
			{ name: 'Sent', value: 'sent' },
		],
	},
	{
		displayName: 'Sent By',
		name: 'sentBy',
		type: 'multiOptions',
		displayOptions: ofMessages,
		default: [],
		description:
			'For Message Received: who wrote it. Empty means anyone. To react to your own messages, also turn on Include My Own Messages.',
		options: [
			{ name: 'Me, by Hand', value: 'me', description: 'Written on the phone or in WhatsApp Web' },
			{
				name: 'Me, Through Z-API',
				value: 'api',
				description: 'Sent by a workflow or another program',
			},
			{ name: 'Others', value: 'others' },
		],
	},
	{
		displayName: 'Text Contains',
		name: 'textContains',
		type: 'string',
		displayOptions: ofMessages,
		default: '',
		placeholder: 'e.g. !stop',
		description:
			'For Message Received: a word or phrase that the text or caption contains. Case and accents are ignored.',
	},
	{
		displayName: 'Text Matches',
		name: 'textMatches',
		type: 'string',
		displayOptions: ofMessages,
		default: '',
		placeholder: 'e.g. !stop*',
		description:
			'For Message Received: a pattern for the whole text or caption. An asterisk (*) stands for any text, so !stop* matches "!stop" and "!Stop now". Case and accents are ignored.',
	},
];
