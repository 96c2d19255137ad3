import { inBody, type Field } from '../../fields/field';
import { messageText } from '../../fields/message';
import { convertMarkdown, delayMessage, delayTyping, replyTo } from '../../fields/messageOptions';
import { to } from '../../fields/to';
import { toAddress } from '../../../shared/values/addresses';
import { toOneOf, toText } from '../../../shared/values/values';
import type { Operation } from '../operation';

const address = inBody(
	{
		displayName: 'Link',
		name: 'linkUrl',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. https://example.com/cardapio',
		description:
			"The address to open. If the text doesn't end with it, it is added at the end. People can tap it only if they have saved your number or written to you before.",
	},
	toAddress,
);

/** Z-API requires the text to end with the link. */
const linkUrl: Field = {
	...address,
	fill(draft, context) {
		address.fill(draft, context);
		const { message, linkUrl: link } = draft.body as { message: string; linkUrl: string };
		if (!message.endsWith(link)) draft.body.message = `${message}\n${link}`;
	},
};

const title = inBody(
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Cardápio da semana',
		description: 'The line in bold beside the image',
	},
	toText,
);

const linkDescription = inBody(
	{
		displayName: 'Link Description',
		name: 'linkDescription',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Pratos de segunda a sexta',
		description: 'The line below the title',
	},
	toText,
);

const image = inBody(
	{
		displayName: 'Image URL',
		name: 'image',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. https://example.com/photo.png',
		description: "The address of the image beside the title. Z-API doesn't accept a file here.",
	},
	toAddress,
);

const linkType = inBody(
	{
		displayName: 'Preview Size',
		name: 'linkType',
		type: 'options',
		options: [
			{ name: 'Large', value: 'LARGE' },
			{ name: 'Medium', value: 'MEDIUM' },
			{ name: 'Small', value: 'SMALL' },
		],
		default: 'LARGE',
		description: 'How large the preview is. Without this option, it is small.',
	},
	toOneOf('SMALL', 'MEDIUM', 'LARGE'),
);

/** @see https://developer.z-api.io/message/send-message-link */
export const sendLink: Operation = {
	name: 'Send Link',
	value: 'sendLink',
	action: 'Send a link message',
	description:
		'Send a text and a link with a preview: an image, a title and a description. Z-API puts it in its queue.',
	request: { method: 'POST', url: '/send-link' },
	sendsToChat: true,
	bodyOrder: ['phone', 'message', 'image', 'linkUrl', 'title', 'linkDescription'],
	fields: [to, messageText, linkUrl, title, linkDescription, image],
	options: [convertMarkdown, delayMessage, delayTyping, linkType, replyTo],
	refusedAdvice:
		'Check that the connected number may write to this chat, and that the image can be opened without a login.',
};
