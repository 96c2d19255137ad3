import { NUMBER_HINT } from '../language/numberOption';
import type { Field } from '../language/field';
import type { Option } from '../language/option';
import type { INodeProperties } from 'n8n-workflow';

/** A field that `sendAndWait/` reads. It puts nothing into the request by itself. */
function shown(...properties: INodeProperties[]): Field {
	return { properties };
}

function option(property: INodeProperties): Option {
	return { properties: [property] };
}

/** The kind of answer. n8n's human review of an AI agent's tools relies on these names. */
export const responseType = shown({
	displayName: 'Response Type',
	name: 'responseType',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Approval',
			value: 'approval',
			description:
				'Two buttons in the chat, such as Yes and No. A Z-API Trigger receives the answer.',
		},
		{
			name: 'Approval Page',
			value: 'approvalPage',
			description: "A link to a page with two buttons, for accounts that can't send buttons",
		},
		{
			name: 'Choice',
			value: 'choice',
			description:
				'Up to three buttons, or a list if there are more. A Z-API Trigger receives the answer.',
		},
		{
			name: 'Choice in the Chat',
			value: 'chatChoice',
			description:
				"Numbered choices below the question, for accounts on which buttons don't show. The person writes a number or words, which a Z-API Trigger receives.",
		},
		{
			name: 'Free Text Page',
			value: 'freeText',
			description: 'A link to a page on which the person writes an answer',
		},
		{
			name: 'Text in the Chat',
			value: 'chatText',
			description:
				"The person's next message, also a voice note or a photo. A Z-API Trigger receives it.",
		},
	],
	default: 'approval',
	description: 'How the person answers',
});

export const approvalOptions = shown({
	displayName: 'Approval Options',
	name: 'approvalOptions',
	type: 'fixedCollection',
	placeholder: 'Add Option',
	default: {},
	displayOptions: { show: { responseType: ['approval', 'approvalPage'] } },
	description: 'What the two buttons say',
	options: [
		{
			displayName: 'Values',
			name: 'values',
			values: [
				{
					displayName: 'Approve Button Label',
					name: 'approveLabel',
					type: 'string',
					default: 'Approve',
					placeholder: 'e.g. Yes',
				},
				{
					displayName: 'Decline Button Label',
					name: 'disapproveLabel',
					type: 'string',
					default: 'Decline',
					placeholder: 'e.g. No',
				},
			],
		},
	],
});

export const choices = shown({
	displayName: 'Choices',
	name: 'choices',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Choice' },
	placeholder: 'Add Choice',
	required: true,
	default: {},
	displayOptions: { show: { responseType: ['choice', 'chatChoice'] } },
	description:
		'What the person can choose from. For Choice, up to three become buttons, and more become a list.',
	options: [
		{
			displayName: 'Choices',
			name: 'values',
			values: [
				{
					displayName: 'Label',
					name: 'label',
					type: 'string',
					required: true,
					default: '',
					placeholder: 'e.g. Tomorrow morning',
				},
			],
		},
	],
});

/** Where it is known who answers. */
const IN_CHAT = ['approval', 'choice', 'chatChoice', 'chatText'];

export const respondents = shown(
	{
		displayName: 'Who May Answer',
		name: 'respondents',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { responseType: IN_CHAT } },
		options: [
			{ name: 'Anyone in the Chat', value: 'anyone' },
			{ name: 'Only These People', value: 'listed' },
		],
		default: 'anyone',
		description: 'Whose answer counts. Answers from anyone else are ignored.',
	},
	{
		displayName: 'People',
		name: 'respondentPhones',
		type: 'string',
		required: true,
		displayOptions: { show: { responseType: IN_CHAT, respondents: ['listed'] } },
		default: '',
		placeholder: 'e.g. +55 (44) 99999-9999, +55 (11) 98888-8888',
		hint: NUMBER_HINT,
		description: 'Phone numbers, separated by commas',
	},
);

export const limitWaitTime = option({
	displayName: 'Limit Wait Time',
	name: 'limitWaitTime',
	type: 'fixedCollection',
	placeholder: 'Add Limit',
	default: { values: { limitType: 'afterTimeInterval', resumeAmount: 45, resumeUnit: 'minutes' } },
	description: 'When to continue without an answer. The item then has timedOut: true.',
	options: [
		{
			displayName: 'Values',
			name: 'values',
			values: [
				{
					displayName: 'Limit Type',
					name: 'limitType',
					type: 'options',
					default: 'afterTimeInterval',
					options: [
						{ name: 'After Time Interval', value: 'afterTimeInterval' },
						{ name: 'At Specified Time', value: 'atSpecifiedTime' },
					],
				},
				{
					displayName: 'Amount',
					name: 'resumeAmount',
					type: 'number',
					typeOptions: { minValue: 1, numberPrecision: 2 },
					displayOptions: { show: { limitType: ['afterTimeInterval'] } },
					default: 1,
				},
				{
					displayName: 'Unit',
					name: 'resumeUnit',
					type: 'options',
					displayOptions: { show: { limitType: ['afterTimeInterval'] } },
					options: [
						{ name: 'Days', value: 'days' },
						{ name: 'Hours', value: 'hours' },
						{ name: 'Minutes', value: 'minutes' },
					],
					default: 'hours',
				},
				{
					displayName: 'Date and Time',
					name: 'maxDateAndTime',
					type: 'dateTime',
					displayOptions: { show: { limitType: ['atSpecifiedTime'] } },
					default: '',
				},
			],
		},
	],
});

export const listTitle = option({
	displayName: 'List Title',
	name: 'listTitle',
	type: 'string',
	default: '',
	placeholder: 'e.g. Available options',
	description: 'The title above the list, if there are more than three choices',
	displayOptions: { show: { '/responseType': ['choice'] } },
});

export const listButtonLabel = option({
	displayName: 'List Button Label',
	name: 'listButtonLabel',
	type: 'string',
	default: '',
	placeholder: 'e.g. Open list',
	description: 'The text on the button that opens the list',
	displayOptions: { show: { '/responseType': ['choice'] } },
});

const ofPages: INodeProperties['displayOptions'] = {
	show: { '/responseType': ['approvalPage', 'freeText'] },
};

export const pageLanguage = option({
	displayName: 'Page Language',
	name: 'pageLanguage',
	type: 'options',
	options: [
		{ name: 'English', value: 'en' },
		{ name: 'Español', value: 'es' },
		{ name: 'Português', value: 'pt-BR' },
		{ name: 'Same as the Labels', value: 'labels' },
	],
	default: 'labels',
	description: 'The language of what the page says around your question',
	displayOptions: ofPages,
});

export const pageTitle = option({
	displayName: 'Page Title',
	name: 'pageTitle',
	type: 'string',
	default: '',
	placeholder: 'e.g. A question from Corner Bakery',
	description: 'The title of the page on which the person answers',
	displayOptions: ofPages,
});

export const thanksText = option({
	displayName: 'Thank-You Text',
	name: 'thanksText',
	type: 'string',
	default: '',
	placeholder: 'e.g. Thank you! You can close this page.',
	description: 'What the page says below the answer that it took',
	displayOptions: ofPages,
});
