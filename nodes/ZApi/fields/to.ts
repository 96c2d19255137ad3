import type { INodeProperties } from 'n8n-workflow';
import { toPhone } from '../../shared/values/phones';
import { inBody } from './field';

/** A chat by number, from the list of chats, or by its ID. Z-API calls it `phone`, whatever it is. */
export const chat: INodeProperties = {
	displayName: 'Chat',
	name: 'phone',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'phone', value: '' },
	description: 'A person, a group or a channel',
	modes: [
		{
			displayName: 'Phone',
			name: 'phone',
			type: 'string',
			placeholder: 'e.g. +55 (44) 99999-9999',
			hint: 'With country and area code; Brazil is 55',
		},
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a chat...',
			typeOptions: { searchListMethod: 'searchChats', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 120363019502650977-group',
			hint: 'A group ends in -group, a channel in @newsletter, a person without a number in @lid',
		},
	],
};

/** The recipient of a message. */
export const to = inBody(
	{ ...chat, displayName: 'To', description: 'The person, group or channel that gets the message' },
	toPhone,
);

/** The chat that an operation works on. */
export const chatId = inBody(chat, toPhone);
