import { communityId } from '../../fields/communityId';
import { largestFile, media } from '../../fields/media';
import { mediaKinds } from '../../fields/mediaKinds';
import type { Operation } from '../operation';

/**
 * Only the older documentation has this endpoint, and its samples are placeholders.
 *
 * @see https://developer.z-api.io/communities/update-community-photo
 */
export const updatePhoto: Operation = {
	name: 'Update Photo',
	value: 'updatePhoto',
	action: 'Update the photo of a community',
	description: 'Change the photo of a community',
	request: { method: 'POST', url: '/update-community-photo' },
	fields: [communityId, media('communityPhoto', mediaKinds.photo)],
	options: [largestFile],
	refusedAdvice:
		'Check that the connected number is an admin of this community, and that the picture can be opened without a login.',
};
