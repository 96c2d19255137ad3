import { media } from '../../language/media';
import { mediaKinds } from '../../language/mediaKinds';
import { operation } from '../../language/operation';
import { REPLY_REFUSED, replyRefusals, statusAuthor, statusMessageId } from './replyFields';

/** @see https://developer.z-api.io/status/reply-status-sticker */
export const replyWithSticker = operation({
	name: 'Reply With Sticker',
	value: 'replyWithSticker',
	action: 'Reply to a status with a sticker',
	description: "Answer somebody's status with a sticker. Z-API puts it in its queue.",
	request: { method: 'POST', url: '/reply-status-sticker' },
	sendsToChat: true,
	bodyOrder: ['phone', 'sticker'],
	fields: [statusAuthor, statusMessageId, media('sticker', mediaKinds.sticker)],
	refusedAdvice: `Check that the sticker is a WebP or PNG image. ${REPLY_REFUSED}`,
	refusals: replyRefusals,
});
