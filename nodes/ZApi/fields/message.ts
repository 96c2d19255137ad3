import { toText } from '../../shared/values/values';
import { toMessageId } from './messageOptions';
import { inBody } from './field';

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

/** A message that exists already, which an operation works on. */
export const messageId = inBody(
	{
		displayName: 'Message ID',
		name: 'messageId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 3999984263738042930CD6ECDE9VDWSA',
		description: 'The messageId that a sent message or the Z-API Trigger gave',
	},
	toMessageId,
);
