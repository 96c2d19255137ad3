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
				description: 'What the card says below its title',
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
				description: 'What the card says first',
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
				description: 'A text beside the card',
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
		'Check that this phone has a catalog with products, and that the connected number is a WhatsApp Business account.',
};
