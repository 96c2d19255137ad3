import { inBody } from '../../fields/field';
import { largestFile, media } from '../../fields/media';
import { mediaKinds } from '../../fields/mediaKinds';
import { delayMessage, replyTo } from '../../fields/messageOptions';
import { to } from '../../fields/to';
import { toText, unlessBlank } from '../../../shared/values/values';
import type { Operation } from '../operation';

const stickerAuthor = inBody(
	{
		displayName: 'Sticker Author',
		name: 'stickerAuthor',
		type: 'string',
		default: '',
		placeholder: 'e.g. Padaria da Praça',
		description: 'Who made the sticker. WhatsApp shows this when people tap the sticker.',
	},
	unlessBlank(toText),
);

/** @see https://developer.z-api.io/message/send-message-sticker */
export const sendSticker: Operation = {
	name: 'Send Sticker',
	value: 'sendSticker',
	action: 'Send a sticker message',
	description: 'Send an image as a sticker. Z-API puts it in its queue.',
	request: { method: 'POST', url: '/send-sticker' },
	sendsToChat: true,
	fields: [to, media('sticker', mediaKinds.sticker)],
	options: [delayMessage, largestFile, replyTo, stickerAuthor],
	refusedAdvice:
		"Check that the connected number may write to this chat. Check that the file isn't damaged, and that its address opens without a login.",
};
