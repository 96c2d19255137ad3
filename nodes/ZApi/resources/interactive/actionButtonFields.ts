import type { INodeProperties } from 'n8n-workflow';

/** Your own ID for a button or an option, which the trigger returns when somebody presses it. */
export function ownId(what: string): INodeProperties {
	return {
		displayName: 'ID',
		name: 'id',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1',
		description: `Your own ID for the ${what}. The Z-API Trigger returns it when somebody chooses the ${what}.`,
	};
}

/** The text on a button. */
export const label: INodeProperties = {
	displayName: 'Label',
	name: 'label',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. Confirmar presença',
	description: 'The text on the button',
};

/**
 * The fields of an action button in the panel. Fields that only one type needs aren't required: if an expression chooses
 * the type, n8n would insist on all of them. The reader of the button checks them instead.
 */
export const actionButtonFields: INodeProperties[] = [
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		options: [
			{ name: 'Call', value: 'CALL', description: 'Calls a phone number' },
			{ name: 'Reply', value: 'REPLY', description: 'Answers with its label' },
			{ name: 'URL', value: 'URL', description: 'Opens a web page' },
		],
		default: 'REPLY',
		description: 'What the button does',
	},
	label,
	{
		displayName: 'Phone',
		name: 'phone',
		type: 'string',
		displayOptions: { show: { type: ['CALL'] } },
		default: '',
		placeholder: 'e.g. +55 (11) 3333-4444',
		description:
			'The number to call, with country and area code; Brazil is 55. A call button needs it.',
	},
	{
		displayName: 'URL',
		name: 'url',
		type: 'string',
		displayOptions: { show: { type: ['URL'] } },
		default: '',
		placeholder: 'e.g. https://example.com/cardapio',
		description: 'The page to open. It starts with https://. A URL button needs it.',
	},
	ownId('button'),
];
