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
		description: 'For Chat Presence Changed: what the other side has to do. Empty means anything.',
		displayOptions: { show: { '/events': ['chatPresence', ALL_EVENTS] } },
		options: [
			{ name: 'Came Online', value: 'AVAILABLE' },
			{ name: 'Records Audio', value: 'RECORDING' },
			{ name: 'Stopped Typing or Recording', value: 'PAUSED' },
			{ name: 'Types', value: 'COMPOSING' },
			{ name: 'Went Offline', value: 'UNAVAILABLE' },
		],
	},
	{
		displayName: 'Chat Types',
		name: 'chatTypes',
		type: 'multiOptions',
		default: [],
		description: 'Where it has to happen. Empty means anywhere.',
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
				description: 'Answers to a status that you posted',
			},
		],
	},
	{
		displayName: 'Message Kinds',
		name: 'messageKinds',
		type: 'multiOptions',
		displayOptions: ofMessages,
		default: [],
		description: 'For Message Received: what the message has to be. Empty means anything.',
		options: [
			{ name: 'Audio', value: 'audio', description: 'Also voice messages' },
			{ name: 'Button Reply', value: 'buttonReply', description: 'A button was pressed' },
			{ name: 'Contact', value: 'contact' },
			{ name: 'Document', value: 'document' },
			{ name: 'Image', value: 'image' },
			{ name: 'List Reply', value: 'listReply', description: 'An option of a list was chosen' },
			{ name: 'Location', value: 'location' },
			{
				name: 'Other',
				value: 'other',
				description: 'Anything else, such as orders, payments and events',
			},
			{ name: 'Poll', value: 'poll' },
			{ name: 'Poll Vote', value: 'pollVote' },
			{ name: 'Reaction', value: 'reaction', description: 'An emoji on a message' },
			{ name: 'Sticker', value: 'sticker' },
			{ name: 'Text', value: 'text' },
			{ name: 'Video', value: 'video', description: 'Also GIFs and round videos' },
		],
	},
	{
		displayName: 'Message Statuses',
		name: 'messageStatuses',
		type: 'multiOptions',
		default: [],
		description: 'For Message Status Changed: the new status. Empty means any.',
		displayOptions: { show: { '/events': ['messageStatus', ALL_EVENTS] } },
		options: [
			{ name: 'Played', value: 'PLAYED', description: 'An audio or video was played' },
			{ name: 'Read', value: 'READ' },
			{ name: 'Read by Me', value: 'READ_BY_ME' },
			{ name: 'Received', value: 'RECEIVED', description: 'It arrived on the phone' },
			{ name: 'Sent', value: 'SENT' },
		],
	},
	{
		displayName: 'Only These Chats',
		name: 'chats',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Chat' },
		placeholder: 'Add Chat',
		default: {},
		description: 'The people, groups or channels where it has to happen, any one of them',
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
		displayName: 'Send Results',
		name: 'sendResults',
		type: 'multiOptions',
		default: [],
		description: 'For Message Sent or Failed: what became of the message. Empty means either.',
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
			'For Message Received: who has to have written it. Empty means anyone. Your own messages come only with Also What I Sent.',
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
			'For Message Received: words that the text or caption has to have somewhere. Upper case, lower case and accents make no difference.',
	},
	{
		displayName: 'Text Matches',
		name: 'textMatches',
		type: 'string',
		displayOptions: ofMessages,
		default: '',
		placeholder: 'e.g. !sair*',
		description:
			'For Message Received: what the whole text or caption has to be like. A star (*) stands for anything, so !sair* lets "!sair" and "!Sair agora" pass. Upper case, lower case and accents make no difference.',
	},
];

const options: INodeProperties[] = [
	{
		displayName: 'Download Timeout (Seconds)',
		name: 'downloadTimeoutSeconds',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 600 },
		default: TIMEOUT_SECONDS,
		description: 'How long to wait for a file. If it takes longer, the item comes without it.',
		displayOptions: { show: { '/downloadMedia': [true] } },
	},
	{
		displayName: 'Largest File Size (MB)',
		name: 'largestFileMegabytes',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 2000 },
		default: LARGEST_FILE_MEGABYTES,
		description: 'A larger file is not downloaded, and the item comes without it',
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
		displayName: 'Replace Existing Addresses',
		name: 'replaceExisting',
		type: 'boolean',
		default: false,
		description:
			'Whether to take an event over when Z-API already sends it elsewhere. Z-API keeps one address per event, so the other place gets nothing until you unpublish this workflow: then its address is put back.',
	},
];

/** The panel of the trigger. */
export const triggerProperties: INodeProperties[] = [
	{
		displayName:
			'Publish the workflow, and Z-API sends these events here. Unpublish it, and that is undone. Nothing has to be copied into the Z-API panel.',
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
				description: 'Everything below: expect many executions',
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
		displayName: 'Also What I Sent',
		name: 'alsoSentByMe',
		type: 'boolean',
		default: false,
		description:
			'Whether messages that you send yourself start the workflow, too. Take care that a workflow which answers does not answer itself.',
		displayOptions: forEvents('messageReceived'),
	},
	{
		displayName: 'Download Files',
		name: 'downloadMedia',
		type: 'boolean',
		default: false,
		description:
			'Whether to download the image, audio, video, document or sticker of a received message, so that the next nodes can use the file',
		displayOptions: forEvents('messageReceived'),
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		description: 'Only what passes all of them starts the workflow',
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
