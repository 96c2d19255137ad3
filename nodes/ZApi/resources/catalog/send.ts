import { toOneOf, toText } from '../../../shared/values/values';
import { catalogPhone } from '../../fields/catalogPhone';
import { inBody } from '../../fields/field';
import { unlessEmpty } from '../../fields/messageOptions';
import { to } from '../../fields/to';
import type { Operation } from '../operation';

const options = [
	unlessEmpty(
		inBody(
			{
				displayName: 'Card Description',
				name: 'catalogDescription',
				type: 'string',
				default: '',
				placeholder: 'e.g. Canecas, pratos e vasos',
				description: 'The text below the title of the card',
			},
			toText,
		),
	),
	inBody(
		{
			displayName: 'Card Language',
			name: 'translation',
			type: 'options',
			options: [
				{ name: 'English', value: 'EN' },
				{ name: 'Portuguese', value: 'PT' },
			],
			default: 'PT',
			description: "The language of the card's standard text",
		},
		toOneOf('EN', 'PT'),
	),
	unlessEmpty(
		inBody(
			{
				displayName: 'Card Title',
				name: 'title',
				type: 'string',
				default: '',
				placeholder: 'e.g. Cerâmica da Serra',
				description: 'The first line of the card',
			},
			toText,
		),
	),
	unlessEmpty(
		inBody(
			{
				displayName: 'Text',
				name: 'message',
				type: 'string',
				typeOptions: { rows: 4 },
				default: '',
				placeholder: 'e.g. Conheça nossos produtos!',
				description: 'A text to send with the card',
			},
			toText,
		),
	),
];

/** @see https://developer.z-api.io/message/send-message-catalog */
export const send: Operation = {
	name: 'Send',
	value: 'send',
	action: 'Send a catalog',
	description: 'Send a card that opens a catalog. WhatsApp Business only.',
	request: { method: 'POST', url: '/send-catalog' },
	sendsToChat: true,
	fields: [to, catalogPhone],
	options,
	refusedAdvice:
		'Check that Catalog Phone has a catalog with products, and that the connected number is a WhatsApp Business account.',
};
