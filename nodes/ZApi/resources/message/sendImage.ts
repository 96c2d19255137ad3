import { media } from '../../language/media';
import { mediaKinds } from '../../language/mediaKinds';
import { operation } from '../../language/operation';
import { caption } from '../../fields/message';
import {
	convertMarkdown,
	delayMessage,
	editedMessage,
	replyTo,
	viewOnce,
} from '../../fields/messageOptions';
import { to } from '../../fields/to';

/** @see https://developer.z-api.io/message/send-message-image */
export const sendImage = operation({
	name: 'Send Image',
	value: 'sendImage',
	action: 'Send an image message',
	description: 'Send an image, with or without a caption. Z-API puts it in its queue.',
	request: { method: 'POST', url: '/send-image' },
	sendsToChat: true,
	fields: [to, media('image', mediaKinds.image, { several: true }), caption],
	options: [convertMarkdown, delayMessage, editedMessage('editImageMessageId'), replyTo, viewOnce],
	refusedAdvice:
		"Check that the connected number may write to this chat. Check that the file isn't damaged, and that its address opens without a login.",
});
