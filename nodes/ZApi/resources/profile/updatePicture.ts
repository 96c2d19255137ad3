import { operation } from '../../language/operation';
import { text } from '../../language/text';
import { toFileUrl } from '../../../shared/values/fileUrls';

const pictureUrl = text('pictureUrl', 'Picture URL', {
	read: toFileUrl,
	sentAs: 'value',
	placeholder: 'e.g. https://example.com/logo.jpg',
	description:
		'The address of the picture, which must open without a login. It replaces the current one.',
});

/** @see https://developer.z-api.io/instance/profile-picture */
export const updatePicture = operation({
	name: 'Update Picture',
	value: 'updatePicture',
	action: 'Update the picture of the profile',
	description: "Change the connected number's profile picture",
	request: { method: 'PUT', url: '/profile-picture' },
	fields: [pictureUrl],
	refusedAdvice: 'Check that the address leads to a JPEG or PNG image and opens without a login.',
});
