import { media } from '../../language/media';
import { mediaKinds } from '../../language/mediaKinds';
import { operation } from '../../language/operation';
import { groupId } from '../../fields/group';

/** @see https://developer.z-api.io/group/update-group-photo */
export const updatePhoto = operation({
	name: 'Update Photo',
	value: 'updatePhoto',
	action: 'Update the photo of a group',
	description: 'Change the photo of a group',
	request: { method: 'POST', url: '/update-group-photo' },
	fields: [groupId, media('groupPhoto', mediaKinds.photo)],
	refusedAdvice:
		'Check that the connected number is an admin of this group, and that the picture can be opened without a login.',
});
