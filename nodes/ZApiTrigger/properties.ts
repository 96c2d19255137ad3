import type { INodeProperties } from 'n8n-workflow';
import { ALL_EVENTS, events } from './events';
import { filters } from './filterProperties';
import {
	LARGEST_FILE_MEGABYTES,
	LONGEST_JOIN_SECONDS,
	LONGEST_STATE_SECONDS,
	TIMEOUT_SECONDS,
} from './parameters';

/** The events that a field is of use for. */
function forEvents(...values: string[]): INodeProperties['displayOptions'] {
	return { show: { events: [...values, ALL_EVENTS] } };
}

/** The same for an option, which is one level further in. */
function forOption(...values: string[]): INodeProperties['displayOptions'] {
	return { show: { '/events': [...values, ALL_EVENTS] } };
}

const options: INodeProperties[] = [
	{
		displayName: "Accept Events Without Z-API's Token",
		name: 'acceptWithoutToken',
		type: 'boolean',
		default: false,
		description:
			"Whether to accept events that don't carry the instance's token. Z-API sends it with every event. Turn this on only if another program passes the events on without it: then anybody who knows the address can start the workflow.",
	},
	{
		displayName: 'Add Fields for AI Agents',
		name: 'addAiFields',
		type: 'boolean',
		default: true,
		description:
			"Whether to add to messages the fields that n8n's AI nodes read by themselves: chatInput (the text, or what stands for it, such as [photo]) and sessionId (which chat it is, for the memory)",
		displayOptions: forOption('messageReceived'),
	},
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
		displayName: 'Explain',
		name: 'explain',
		type: 'boolean',
		default: true,
		description:
			"Whether to say why an event doesn't start the workflow. A test then ends with an item that says so. Of a published workflow, n8n's log says it at the level debug.",
	},
	{
		displayName: 'Ignore Repeats',
		name: 'ignoreRepeats',
		type: 'boolean',
		default: true,
		description:
			'Whether an event about a message starts nothing if Z-API posts it again within 10 minutes. If the option is not added, this is on, except in nodes that were added before version 1.2 of the trigger.',
	},
	{
		displayName: 'Join Messages Within (Seconds)',
		name: 'joinMessagesWithin',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: LONGEST_JOIN_SECONDS },
		default: 8,
		description:
			'How long the same person must be quiet before the workflow starts. All that they wrote comes as one item: the texts in text, one under the other, and each message in messages. Nobody waits longer than a minute. 0 turns it off.',
		displayOptions: forOption('messageReceived'),
	},
	{
		displayName: 'Leave Out Edits',
		name: 'leaveOutEdits',
		type: 'boolean',
		default: true,
		description: 'Whether to ignore edited messages',
		displayOptions: forOption('messageReceived'),
	},
	{
		displayName: 'Leave Out Messages That Are Still Loading',
		name: 'leaveOutLoading',
		type: 'boolean',
		default: true,
		description:
			"Whether to start nothing for messages whose content WhatsApp doesn't have yet (waitingMessage). Z-API posts them again when it is there.",
		displayOptions: forOption('messageReceived'),
	},
	{
		displayName: 'Only After (Seconds)',
		name: 'onlyAfter',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: LONGEST_STATE_SECONDS },
		default: 60,
		description:
			'For WhatsApp Connected and WhatsApp Disconnected: how long the connection must stay that way before the workflow starts. A connection that comes back in time starts nothing. 0 turns it off.',
		displayOptions: forOption('connected', 'disconnected'),
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
		placeholder: 'e.g. This question has already been answered.',
		description:
			'What to write to somebody who presses a button of Send and Wait for Response when the workflow is no longer waiting. Leave it empty to write nothing.',
	},
	{
		displayName: 'Pause After I Write Myself (Minutes)',
		name: 'pauseAfterOwn',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 525600 },
		default: 30,
		description:
			'How long to ignore a chat after you or your team write there by hand, on the phone or in WhatsApp Web. Each further message by hand restarts the clock. 0 turns it off.',
		displayOptions: forOption('messageReceived'),
	},
	{
		displayName: 'Replace Existing Addresses',
		name: 'replaceExisting',
		type: 'boolean',
		default: false,
		description:
			'Whether to take over events that Z-API already sends to another address. The other address receives nothing until you unpublish this workflow. Then it is restored.',
	},
	{
		displayName: 'Resume Word',
		name: 'resumeWord',
		type: 'string',
		default: '',
		placeholder: 'e.g. resume',
		description:
			"What you or the other person writes to end the pause of a chat. The message must be just this word. Capitals and accents don't matter.",
		displayOptions: forOption('messageReceived'),
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
		displayName: 'Trigger On',
		name: 'events',
		type: 'multiOptions',
		required: true,
		default: ['messageReceived'],
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
			...events.flatMap(({ value, isAboutChat }) => (isAboutChat ? [value] : [])),
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
