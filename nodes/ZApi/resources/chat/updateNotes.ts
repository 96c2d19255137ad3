import { operation } from '../../language/operation';
import { text } from '../../language/text';
import { chatId } from '../../fields/to';

const notes = text('notes', 'Notes', {
	typeOptions: { rows: 4 },
	placeholder: 'e.g. Prefers afternoons. Asked for a quote on March 12.',
	description: 'The text of the note. It replaces the current one.',
});

/** @see https://developer.z-api.io/business/chats-notes */
export const updateNotes = operation({
	name: 'Update Notes',
	value: 'updateNotes',
	action: 'Update the notes of a chat',
	description: 'Replace your note about a chat. WhatsApp Business only.',
	request: { method: 'POST', url: '/chats/{phone}/notes' },
	fields: [chatId, notes],
	refusedAdvice:
		'Check that the connected number is a WhatsApp Business account, and that this chat exists.',
});
