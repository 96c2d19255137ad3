import { toListOption } from '../../../shared/values/buttons';
import { toText } from '../../../shared/values/values';
import { inBody } from '../../fields/field';
import { list } from '../../fields/list';
import { messageText } from '../../fields/message';
import { convertMarkdown, delayMessage } from '../../fields/messageOptions';
import { to } from '../../fields/to';
import type { Operation } from '../operation';
import { ownId } from './actionButtonFields';
import { buttonRefusals, buttonTerms } from './buttonTerms';

const listTitle = inBody(
	{
		displayName: 'List Title',
		name: 'listTitle',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Horários disponíveis',
		description: 'The title above the options when the list is open',
	},
	toText,
	'optionList.title',
);

const buttonLabel = inBody(
	{
		displayName: 'Button Label',
		name: 'buttonLabel',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Ver horários',
		description: 'The text on the button that opens the list',
	},
	toText,
	'optionList.buttonLabel',
);

const listOptions = list({
	displayName: 'List Options',
	name: 'listOptions',
	path: 'optionList.options',
	description: 'What people can choose from. Choosing one answers with its title.',
	entry: 'Option',
	values: [
		{
			displayName: 'Title',
			name: 'title',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Segunda-feira, 9h',
			description: 'The text of the option',
		},
		{
			displayName: 'Description',
			name: 'description',
			type: 'string',
			default: '',
			placeholder: 'e.g. Com a equipe da manhã',
			description: 'A small line below the title',
		},
		ownId('option'),
	],
	example: [{ id: '1', title: 'Segunda-feira, 9h', description: 'Com a equipe da manhã' }],
	read: toListOption,
});

/**
 * Where the documentation contradicts itself: the page says that WhatsApp no longer shows lists in groups, and still
 * takes the IDs of groups. So a group isn't refused here.
 *
 * @see https://developer.z-api.io/message/send-option-list
 */
export const sendOptionList: Operation = {
	name: 'Send Option List',
	value: 'sendOptionList',
	action: 'Send an option list',
	description:
		"Send a text with a button that opens a list to choose from. WhatsApp doesn't show lists in groups. Z-API puts it in its queue.",
	request: { method: 'POST', url: '/send-option-list' },
	sendsToChat: true,
	fields: [buttonTerms, to, messageText, listTitle, buttonLabel, listOptions],
	options: [convertMarkdown, delayMessage],
	refusedAdvice:
		'Send it to a person: option lists no longer work in groups. Also check that the terms for buttons are accepted in the Z-API panel.',
	refusals: buttonRefusals,
};
