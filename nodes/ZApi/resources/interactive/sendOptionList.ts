import { list } from '../../language/list';
import { operation } from '../../language/operation';
import { text } from '../../language/text';
import { messageText } from '../../fields/message';
import { convertMarkdown, delayMessage } from '../../fields/messageOptions';
import { to } from '../../fields/to';
import { ownId } from './buttons';
import { buttonRefusals, buttonTerms } from './buttonTerms';

const listTitle = text('listTitle', 'List Title', {
	sentAs: 'optionList.title',
	placeholder: 'e.g. Available times',
	description: 'The title above the options when the list is open',
});

const buttonLabel = text('buttonLabel', 'Button Label', {
	sentAs: 'optionList.buttonLabel',
	placeholder: 'e.g. See times',
	description: 'The text on the button that opens the list',
});

const listOptions = list('listOptions', 'List Options', {
	sentAs: 'optionList.options',
	description: 'What people can choose from. Choosing one answers with its title.',
	entry: 'Option',
	columns: [
		text('title', 'Title', {
			placeholder: 'e.g. Monday, 9 am',
			description: 'The text of the option',
		}),
		text('description', 'Description', {
			optional: true,
			placeholder: 'e.g. With the morning team',
			description: 'A small line below the title',
		}),
		ownId('option'),
	],
	bodyOrder: ['id', 'description', 'title'],
	example: [{ id: '1', title: 'Monday, 9 am', description: 'With the morning team' }],
});

/** @see https://developer.z-api.io/message/send-option-list */
export const sendOptionList = operation({
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
});
