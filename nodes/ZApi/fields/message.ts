import { text } from '../language/text';
import { toMessageId } from '../../shared/values/ids';

/** What a message says. */
export const messageText = text('message', 'Text', {
	typeOptions: { rows: 4 },
	placeholder: 'e.g. Hello Maria! The meeting starts at 7 pm.',
	description: 'What the message says. *bold*, _italic_ and ~struck~ work as in WhatsApp.',
});

/** The text that goes with a file. It may be left empty. */
export const caption = text('caption', 'Caption', {
	optional: true,
	typeOptions: { rows: 2 },
	placeholder: "e.g. This week's menu",
	description: 'The text below the file. *bold*, _italic_ and ~struck~ work as in WhatsApp.',
});

/** Makes the field for the ID of a message. Z-API has different names for it, depending on the operation. */
export function messageIdField(
	name: string,
	description: string,
	{ label = 'Message ID', ...more }: { label?: string; placeholder?: string; inQuery?: true } = {},
) {
	return text(name, label, {
		read: toMessageId,
		placeholder: 'e.g. 3999984263738042930CD6ECDE9VDWSA',
		description,
		...more,
	});
}

const EXISTING =
	'The messageId of the message, from the step that sent it or from the Z-API Trigger';

/** The existing message that an operation works on. */
export const messageId = messageIdField('messageId', EXISTING);

/** The same, sent in the query. */
export const messageIdInQuery = messageIdField('messageId', EXISTING, { inQuery: true });
