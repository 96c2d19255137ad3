import { media } from '../../language/media';
import { mediaKinds } from '../../language/mediaKinds';
import { operation } from '../../language/operation';
import { caption } from '../../fields/message';
import { convertMarkdown } from '../../fields/messageOptions';

/** @see https://developer.z-api.io/status/send-video-status */
export const postVideo = operation({
	name: 'Post Video',
	value: 'postVideo',
	action: 'Post a video status',
	description:
		'Post a video of up to 10 MB to your own status, where it stays for 24 hours. Z-API puts it in its queue.',
	request: { method: 'POST', url: '/send-video-status' },
	sendsToChat: true,
	fields: [media('video', mediaKinds.statusVideo, { several: true }), caption],
	options: [convertMarkdown],
	refusedAdvice:
		'Check that the video is 10 MB at most, and that its address opens without a login.',
});
