import { operation } from '../../language/operation';
import { text } from '../../language/text';
import { toFileUrl } from '../../../shared/values/fileUrls';
import { REPLY_REFUSED, replyRefusals, statusAuthor, statusMessageId } from './replyFields';

const gif = text('gif', 'GIF URL', {
	read: toFileUrl,
	placeholder: 'e.g. https://example.com/wave.mp4',
	description:
		"The address of an MP4 video, which WhatsApp shows as a GIF. Z-API doesn't accept .gif files here.",
});

/** @see https://developer.z-api.io/status/reply-status-gif */
export const replyWithGif = operation({
	name: 'Reply With GIF',
	value: 'replyWithGif',
	action: 'Reply to a status with a GIF',
	description: "Answer somebody's status with a GIF. Z-API puts it in its queue.",
	request: { method: 'POST', url: '/reply-status-gif' },
	sendsToChat: true,
	bodyOrder: ['phone', 'gif'],
	fields: [statusAuthor, statusMessageId, gif],
	refusedAdvice: `Check that GIF URL leads to an MP4 video. ${REPLY_REFUSED}`,
	refusals: replyRefusals,
});
