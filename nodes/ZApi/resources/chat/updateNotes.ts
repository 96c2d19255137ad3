import { toText } from '../../../shared/values/values';
import { inBody } from '../../fields/field';
import { chatId } from '../../fields/to';
import type { Operation } from '../operation';

const notes = inBody(
	{
		displayName: 'Notes',
		name: 'notes',
		type: 'string',
		typeOptions: { rows: 4 },
		required: true,
		default: '',
		placeholder: 'e.g. Prefere falar à tarde. Pediu orçamento em 12/03.',
		description: 'The text of the note. It replaces the current one.',
	},
	toText,
);

/** @see https://developer.z-api.io/business/chats-notes */
export const updateNotes: Operation = {
	name: 'Update Notes',
	value: 'updateNotes',
	action: 'Update the notes of a chat',
	description: 'Replace your note about a chat. WhatsApp Business only.',
	request: { method: 'POST', url: '/chats/{phone}/notes' },
	fields: [chatId, notes],
	refusedAdvice:
		'Check that the connected number is a WhatsApp Business account, and that this chat exists.',
};
