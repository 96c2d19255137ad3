import { media } from '../../language/media';
import { mediaKinds } from '../../language/mediaKinds';
import { operation } from '../../language/operation';
import { caption } from '../../fields/message';
import { convertMarkdown } from '../../fields/messageOptions';

/** @see https://developer.z-api.io/status/send-image-status */
export const postImage = operation({
	name: 'Post Image',
	value: 'postImage',
	action: 'Post an image status',
	description:
		'Post an image to your own status, where it stays for 24 hours. Z-API puts it in its queue.',
	request: { method: 'POST', url: '/send-image-status' },
	sendsToChat: true,
	fields: [media('image', mediaKinds.image, { several: true }), caption],
	options: [convertMarkdown],
	refusedAdvice: 'Check that the image is a JPEG or PNG file that can be opened without a login.',
});
