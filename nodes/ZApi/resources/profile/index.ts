import type { Resource } from '../../language/operation';
import { updateDescription } from './updateDescription';
import { updateName } from './updateName';
import { updatePicture } from './updatePicture';

export const profile: Resource = {
	name: 'Profile',
	value: 'profile',
	preselected: updateName,
	operations: [updateDescription, updateName, updatePicture],
};
