import { media } from '../../language/media';
import { mediaKinds } from '../../language/mediaKinds';
import { operation } from '../../language/operation';
import { caption } from '../../fields/message';
import {
	convertMarkdown,
	delayMessage,
	editedMessage,
	replyTo,
	sendInBackground,
	viewOnce,
} from '../../fields/messageOptions';
import { to } from '../../fields/to';

/** @see https://developer.z-api.io/message/send-message-video */
export const sendVideo = operation({
	name: 'Send Video',
	value: 'sendVideo',
	action: 'Send a video message',
	description:
		'Send a video of up to 100 MB, with or without a caption. Z-API puts it in its queue.',
	request: { method: 'POST', url: '/send-video' },
	sendsToChat: true,
	fields: [to, media('video', mediaKinds.video, { several: true }), caption],
	options: [
		convertMarkdown,
		delayMessage,
		editedMessage('editVideoMessageId'),
		replyTo,
		sendInBackground,
		viewOnce,
	],
	refusedAdvice:
		"Check that the connected number may write to this chat. Check that the file isn't damaged, and that its address opens without a login.",
});
