import type { INodeProperties } from 'n8n-workflow';
import { ALL_EVENTS, events } from './events';
import { LARGEST_FILE_MEGABYTES, TIMEOUT_SECONDS } from './parameters';

/** The events that a field is of use for. */
function forEvents(...values: string[]): INodeProperties['displayOptions'] {
	return { show: { events: [...values, ALL_EVENTS] } };
}

/** Filters that look at messages are of no use for other events. */
const ofMessages: INodeProperties['displayOptions'] = {
	show: { '/events': ['messageReceived', ALL_EVENTS] },
};

const filters: INodeProperties[] = [
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
		placeholder: 'e.g. !sair',
		description:
			'For Message Received: a word or phrase that the text or caption contains. Case and accents are ignored.',
	},
	{
		displayName: 'Text Matches',
		name: 'textMatches',
		type: 'string',
		displayOptions: ofMessages,
		default: '',
		placeholder: 'e.g. !sair*',
		description:
			'For Message Received: a pattern for the whole text or caption. An asterisk (*) stands for any text, so !sair* matches "!sair" and "!Sair agora". Case and accents are ignored.',
	},
];

const options: INodeProperties[] = [
	{
		displayName: 'Download Timeout (Seconds)',
		name: 'downloadTimeoutSeconds',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 600 },
		default: TIMEOUT_SECONDS,
		description: 'How long to wait for a file. If it takes longer, the item arrives without it.',
		displayOptions: { show: { '/downloadMedia': [true] } },
	},
	{
		displayName: 'Largest File Size (MB)',
		name: 'largestFileMegabytes',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 2000 },
		default: LARGEST_FILE_MEGABYTES,
		description: 'The largest file to download. If a file is larger, the item arrives without it.',
		displayOptions: { show: { '/downloadMedia': [true] } },
	},
	{
		displayName: 'Put Output File in Field',
		name: 'binaryPropertyName',
		type: 'string',
		default: 'data',
		placeholder: 'e.g. data',
		hint: 'The name of the output binary field to put the file in',
		displayOptions: { show: { '/downloadMedia': [true] } },
	},
	{
		displayName: 'Answer to Late Responses',
		name: 'lateAnswer',
		type: 'string',
		default: '',
		placeholder: 'e.g. Esta pergunta já foi respondida.',
		description:
			'What to write to somebody who presses a button of Send and Wait for Response when nothing waits for it any more. Leave it empty to write nothing.',
	},
	{
		displayName: 'Replace Existing Addresses',
		name: 'replaceExisting',
		type: 'boolean',
		default: false,
		description:
			'Whether to take over events that Z-API already sends to another address. The other address receives nothing until you unpublish this workflow. Then it is restored.',
	},
];

/** The panel of the trigger. */
export const triggerProperties: INodeProperties[] = [
	{
		displayName:
			'Publish the workflow, and Z-API sends it the chosen events. There is nothing to copy into the Z-API panel. Z-API needs a public https:// address to reach this n8n. It keeps only one address per event: if an event already goes elsewhere, see Replace Existing Addresses under Options.',
		name: 'notice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		required: true,
		default: ['messageReceived'],
		description: 'What starts the workflow',
		options: [
			{
				name: 'All Events',
				value: ALL_EVENTS,
				action: 'On all events',
				description: 'Everything below. Expect many executions.',
			},
			...events.map(({ name, value, action, description }) => ({
				name,
				value,
				action,
				description,
			})),
		],
	},
	{
		displayName: 'Include My Own Messages',
		name: 'alsoSentByMe',
		type: 'boolean',
		default: false,
		description:
			'Whether messages that you send also start the workflow. If the workflow sends replies, make sure that it does not reply to itself.',
		displayOptions: forEvents('messageReceived'),
	},
	{
		displayName: 'Download Files',
		name: 'downloadMedia',
		type: 'boolean',
		default: false,
		description:
			'Whether to download the image, audio, video, document or sticker of a received message, so that later nodes can use the file',
		displayOptions: forEvents('messageReceived'),
	},
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	{
		// Not among the filters: there, n8n drops a list that was added and has no entry yet.
		displayName: 'Only These Chats',
		name: 'chats',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Chat' },
		placeholder: 'Add Chat',
		default: {},
		description:
			'The people, groups or channels to react to. Without any, the workflow starts for all chats.',
		displayOptions: forEvents(
			'chatPresence',
			'messageReceived',
			'messageSent',
			'messageStatus',
			'notificationReceived',
		),
		options: [
			{
				displayName: 'Chats',
				name: 'values',
				values: [
					{
						displayName: 'Chat',
						name: 'chatId',
						type: 'resourceLocator',
						required: true,
						default: { mode: 'list', value: '' },
						description: 'A person, a group or a channel',
						modes: [
							{
								displayName: 'From List',
								name: 'list',
								type: 'list',
								placeholder: 'Select a chat...',
								typeOptions: { searchListMethod: 'searchChats', searchable: true },
							},
							{
								displayName: 'By Phone or ID',
								name: 'id',
								type: 'string',
								placeholder: 'e.g. +55 (44) 99999-9999',
								hint: 'A phone number with country and area code, or the ID of a group (it ends in -group) or a channel (it ends in @newsletter)',
							},
						],
					},
				],
			},
		],
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		description: 'The workflow starts only for events that meet all of them',
		options: filters,
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options,
	},
];
