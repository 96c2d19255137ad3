import { media } from '../../language/media';
import { mediaKinds } from '../../language/mediaKinds';
import { operation } from '../../language/operation';
import { delayMessage, replyTo } from '../../fields/messageOptions';
import { to } from '../../fields/to';

/**
 * One table of the English page calls the field `video`; all else says `ptv`.
 *
 * @see https://developer.z-api.io/message/send-message-ptv
 */
export const sendVideoNote = operation({
	name: 'Send Video Note',
	value: 'sendVideoNote',
	action: 'Send a video note message',
	description: 'Send a short video that shows as a circle. Z-API puts it in its queue.',
	request: { method: 'POST', url: '/send-ptv' },
	sendsToChat: true,
	fields: [to, media('ptv', mediaKinds.videoNote, { several: true })],
	options: [delayMessage, replyTo],
	refusedAdvice:
		"Check that the connected number may write to this chat. Check that the file isn't damaged, and that its address opens without a login.",
});
