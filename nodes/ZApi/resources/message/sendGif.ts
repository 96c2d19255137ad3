import { media } from '../../language/media';
import { mediaKinds } from '../../language/mediaKinds';
import { operation } from '../../language/operation';
import { caption } from '../../fields/message';
import { convertMarkdown, delayMessage, replyTo } from '../../fields/messageOptions';
import { to } from '../../fields/to';

/** @see https://developer.z-api.io/message/send-message-gif */
export const sendGif = operation({
	name: 'Send GIF',
	value: 'sendGif',
	action: 'Send a GIF message',
	description: 'Send a short MP4 video, which WhatsApp shows as a GIF. Z-API puts it in its queue.',
	request: { method: 'POST', url: '/send-gif' },
	sendsToChat: true,
	fields: [to, media('gif', mediaKinds.gif, { several: true }), caption],
	options: [convertMarkdown, delayMessage, replyTo],
	refusedAdvice:
		"Check that the connected number may write to this chat. Check that the file isn't damaged, and that its address opens without a login.",
});
