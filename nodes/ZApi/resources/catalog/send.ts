import { operation } from '../../language/operation';
import { text } from '../../language/text';
import { choice } from '../../language/choice';
import { catalogPhone } from '../../fields/catalogPhone';
import { to } from '../../fields/to';

const options = [
	text('catalogDescription', 'Card Description', {
		optional: true,
		placeholder: 'e.g. Mugs, plates and vases',
		description: 'The text below the title of the card',
	}),
	choice(
		'translation',
		'Card Language',
		{ EN: 'English', PT: 'Portuguese' },
		{ default: 'PT', description: "The language of the card's standard text" },
	),
	text('title', 'Card Title', {
		optional: true,
		placeholder: 'e.g. Corner Pottery',
		description: 'The first line of the card',
	}),
	text('message', 'Text', {
		optional: true,
		typeOptions: { rows: 4 },
		placeholder: 'e.g. Have a look at our products!',
		description: 'A text to send with the card',
	}),
];

/** @see https://developer.z-api.io/message/send-message-catalog */
export const send = operation({
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
});
