import { media } from '../../language/media';
import { mediaKinds } from '../../language/mediaKinds';
import { operation } from '../../language/operation';
import { newsletterIdAsId } from '../../fields/newsletterId';

/**
 * Despite its name, `pictureUrl` also accepts Base64, as documented.
 *
 * @see https://developer.z-api.io/newsletter/update-newsletter-picture
 */
export const updatePicture = operation({
	name: 'Update Picture',
	value: 'updatePicture',
	action: 'Update the picture of a channel',
	description: 'Change the picture of a channel',
	request: { method: 'POST', url: '/update-newsletter-picture' },
	fields: [newsletterIdAsId, media('pictureUrl', mediaKinds.photo)],
	refusedAdvice:
		'Check that the connected number is the owner or an admin of this channel, and that the picture can be opened without a login.',
});
