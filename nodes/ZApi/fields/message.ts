import type { INodeProperties } from 'n8n-workflow';
import { toText, unlessBlank } from '../../shared/values/values';
import { inBody, inQuery } from './field';
import { toMessageId } from './messageOptions';

/** What a message says. */
export const messageText = inBody(
	{
		displayName: 'Text',
		name: 'message',
		type: 'string',
		typeOptions: { rows: 4 },
		required: true,
		default: '',
		placeholder: 'e.g. Olá, Maria! A reunião começa às 19h.',
		description: 'What the message says. *bold*, _italic_ and ~struck~ work as in WhatsApp.',
	},
	toText,
);

/** The text that goes with a file. It may be left empty. */
export const caption = inBody(
	{
		displayName: 'Caption',
		name: 'caption',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. Cardápio desta semana',
		description: 'The text below the file. *bold*, _italic_ and ~struck~ work as in WhatsApp.',
	},
	unlessBlank(toText),
);

/** Z-API has different names for the ID, depending on the operation. */
export function messageIdProperty(name: string, description: string): INodeProperties {
	return {
		displayName: 'Message ID',
		name,
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 3999984263738042930CD6ECDE9VDWSA',
		description,
	};
}

const existing = messageIdProperty(
	'messageId',
	'The messageId of the message, from the step that sent it or from the Z-API Trigger',
);

/** The existing message that an operation works on. */
export const messageId = inBody(existing, toMessageId);

/** The same, sent in the query. */
export const messageIdInQuery = inQuery(existing, toMessageId);
