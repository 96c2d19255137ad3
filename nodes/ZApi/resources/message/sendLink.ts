import type { Field } from '../../language/field';
import { operation } from '../../language/operation';
import { text } from '../../language/text';
import { choice } from '../../language/choice';
import { messageText } from '../../fields/message';
import { convertMarkdown, delayMessage, delayTyping, replyTo } from '../../fields/messageOptions';
import { to } from '../../fields/to';
import { toUrl } from '../../../shared/values/urls';
import { toFileUrl } from '../../../shared/values/fileUrls';

const address = text('linkUrl', 'Link', {
	read: toUrl,
	placeholder: 'e.g. https://example.com/menu',
	description:
		"The address to open. If the text doesn't end with it, it is added at the end. People can tap it only if they have saved your number or written to you before.",
});

/** Z-API requires the text to end with the link. */
const linkUrl: Field = {
	...address,
	fill(request, item) {
		address.fill(request, item);
		const { message, linkUrl: link } = request.body as { message: string; linkUrl: string };
		if (!message.endsWith(link))
			request.body.message = `${message}
${link}`;
	},
};

const title = text('title', 'Title', {
	placeholder: 'e.g. Menu of the week',
	description: 'The line in bold beside the image',
});

const linkDescription = text('linkDescription', 'Link Description', {
	placeholder: 'e.g. Lunch from Monday to Friday',
	description: 'The line below the title',
});

const image = text('image', 'Image URL', {
	read: toFileUrl,
	placeholder: 'e.g. https://example.com/photo.png',
	description: "The address of the image beside the title. Z-API doesn't accept a file here.",
});

const linkType = choice(
	'linkType',
	'Preview Size',
	{ LARGE: 'Large', MEDIUM: 'Medium', SMALL: 'Small' },
	{ default: 'LARGE', description: 'How large the preview is. Without this option, it is small.' },
);

/** @see https://developer.z-api.io/message/send-message-link */
export const sendLink = operation({
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
});
