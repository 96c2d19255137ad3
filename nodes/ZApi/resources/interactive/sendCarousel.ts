import { toCard } from '../../../shared/values/carousel';
import { list } from '../../fields/list';
import { messageText } from '../../fields/message';
import { convertMarkdown, delayMessage } from '../../fields/messageOptions';
import { to } from '../../fields/to';
import type { Operation } from '../operation';
import { actionButtonFields } from './actionButtonFields';
import { buttonRefusals, BUTTONS_REFUSED, buttonTerms } from './buttonTerms';

const carousel = list({
	displayName: 'Cards',
	name: 'carousel',
	description: 'Cards that people swipe through, each with an image, a text and buttons',
	entry: 'Card',
	values: [
		{
			displayName: 'Text',
			name: 'text',
			type: 'string',
			typeOptions: { rows: 2 },
			required: true,
			default: '',
			placeholder: 'e.g. Bolo de cenoura, R$ 45',
			description: 'What the card says',
		},
		{
			displayName: 'Image URL',
			name: 'image',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://example.com/bolo.png',
			description: 'The address of the image on the card',
		},
		{
			displayName: 'Buttons',
			name: 'buttons',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, sortable: true },
			placeholder: 'Add Button',
			default: {},
			description: 'Buttons below the card, of any type',
			options: [{ displayName: 'Buttons', name: 'values', values: actionButtonFields }],
		},
	],
	example: [
		{
			text: 'Bolo de cenoura',
			image: 'https://example.com/bolo.png',
			buttons: [{ id: '1', label: 'Quero este', type: 'REPLY' }],
		},
	],
	read: toCard,
});

/**
 * Where the documentation contradicts itself: another page warns of reply buttons beside others, this one's own
 * sample has them, so they aren't refused here.
 *
 * @see https://developer.z-api.io/message/send-carousel
 */
export const sendCarousel: Operation = {
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
};
