import { media } from '../../language/media';
import { mediaKinds } from '../../language/mediaKinds';
import { operation } from '../../language/operation';
import { text } from '../../language/text';
import { delayMessage, replyTo } from '../../fields/messageOptions';
import { to } from '../../fields/to';

const stickerAuthor = text('stickerAuthor', 'Sticker Author', {
	optional: true,
	placeholder: 'e.g. Corner Bakery',
	description: 'Who made the sticker. WhatsApp shows this when people tap the sticker.',
});

/** @see https://developer.z-api.io/message/send-message-sticker */
export const sendSticker = operation({
	name: 'Send Sticker',
	value: 'sendSticker',
	action: 'Send a sticker message',
	description: 'Send an image as a sticker. Z-API puts it in its queue.',
	request: { method: 'POST', url: '/send-sticker' },
	sendsToChat: true,
	fields: [to, media('sticker', mediaKinds.sticker, { several: true })],
	options: [delayMessage, replyTo, stickerAuthor],
	refusedAdvice:
		"Check that the connected number may write to this chat. Check that the file isn't damaged, and that its address opens without a login.",
});
