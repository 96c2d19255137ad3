import { media } from '../../language/media';
import { mediaKinds } from '../../language/mediaKinds';
import { operation } from '../../language/operation';
import { communityId } from '../../fields/communityId';

/**
 * Only the older documentation has this endpoint, and its samples are placeholders.
 *
 * @see https://developer.z-api.io/communities/update-community-photo
 */
export const updatePhoto = operation({
	name: 'Update Photo',
	value: 'updatePhoto',
	action: 'Update the photo of a community',
	description: 'Change the photo of a community',
	request: { method: 'POST', url: '/update-community-photo' },
	fields: [communityId, media('communityPhoto', mediaKinds.photo)],
	refusedAdvice:
		'Check that the connected number is an admin of this community, and that the picture can be opened without a login.',
});
