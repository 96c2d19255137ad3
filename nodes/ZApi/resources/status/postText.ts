import { operation } from '../../language/operation';
import { messageText } from '../../fields/message';
import { convertMarkdown } from '../../fields/messageOptions';

/** @see https://developer.z-api.io/status/send-text-status */
export const postText = operation({
	name: 'Post Text',
	value: 'postText',
	action: 'Post a text status',
	description:
		'Post a text to your own status, where it stays for 24 hours. Z-API puts it in its queue.',
	request: { method: 'POST', url: '/send-text-status' },
	sendsToChat: true,
	fields: [messageText],
	options: [convertMarkdown],
	refusedAdvice: 'Check in the Z-API panel that WhatsApp is connected, then run this again.',
});
