import { list } from '../../language/list';
import { operation } from '../../language/operation';
import { toFileUrl } from '../../../shared/values/fileUrls';
import { rows } from '../../language/rows';
import { text } from '../../language/text';
import { messageText } from '../../fields/message';
import { convertMarkdown, delayMessage } from '../../fields/messageOptions';
import { to } from '../../fields/to';
import { actionButton } from './buttons';
import { buttonRefusals, BUTTONS_REFUSED, buttonTerms } from './buttonTerms';

const buttons = rows('buttons', 'Buttons', {
	optional: true,
	sortable: true,
	part: 'a list of buttons',
	description: 'Buttons below the card, of any type',
	entry: 'Button',
	columns: actionButton,
	bodyOrder: ['id', 'label', 'phone', 'url', 'type'],
	example: [{ label: 'Comprar', url: 'https://example.com', type: 'URL' }],
});

const carousel = list('carousel', 'Cards', {
	description: 'Cards that people swipe through, each with an image, a text and buttons',
	entry: 'Card',
	columns: [
		text('text', 'Text', {
			part: 'text',
			typeOptions: { rows: 2 },
			placeholder: 'e.g. Carrot cake, R$ 45',
			description: 'What the card says',
		}),
		text('image', 'Image URL', {
			read: toFileUrl,
			part: 'an image',
			placeholder: 'e.g. https://example.com/cake.png',
			description: 'The address of the image on the card',
		}),
		buttons,
	],
	example: [
		{
			text: 'Carrot cake',
			image: 'https://example.com/cake.png',
			buttons: [{ id: '1', label: 'Quero este', type: 'REPLY' }],
		},
	],
});

/** @see https://developer.z-api.io/message/send-carousel */
export const sendCarousel = operation({
	name: 'Send Carousel',
	value: 'sendCarousel',
	action: 'Send a carousel',
	description:
		'Send a text with cards to swipe through, each with an image and buttons. Z-API puts it in its queue.',
	request: { method: 'POST', url: '/send-carousel' },
	sendsToChat: true,
	fields: [buttonTerms, to, messageText, carousel],
	options: [convertMarkdown, delayMessage],
	refusedAdvice: `Check that each image can be opened without a login. ${BUTTONS_REFUSED}`,
	refusals: buttonRefusals,
});
