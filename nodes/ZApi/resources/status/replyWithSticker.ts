import { largestFile, media } from '../../fields/media';
import { mediaKinds } from '../../fields/mediaKinds';
import type { Operation } from '../operation';
import { REPLY_REFUSED, replyRefusals, statusAuthor, statusMessageId } from './replyFields';

/** @see https://developer.z-api.io/status/reply-status-sticker */
export const replyWithSticker: Operation = {
	name: 'Reply With Sticker',
	value: 'replyWithSticker',
	action: 'Reply to a status with a sticker',
	description: "Answer somebody's status with a sticker. Z-API puts it in its queue.",
	request: { method: 'POST', url: '/reply-status-sticker' },
	sendsToChat: true,
	bodyOrder: ['phone', 'sticker'],
	fields: [statusAuthor, statusMessageId, media('sticker', mediaKinds.sticker)],
	options: [largestFile],
	refusedAdvice: `Check that the sticker is a WebP or PNG image. ${REPLY_REFUSED}`,
	refusals: replyRefusals,
};
