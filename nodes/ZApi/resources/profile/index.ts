import type { Resource } from '../operation';
import { updateDescription } from './updateDescription';
import { updateName } from './updateName';
import { updatePicture } from './updatePicture';

export const profile: Resource = {
	name: 'Profile',
	value: 'profile',
	preselected: updateName,
	operations: [updateDescription, updateName, updatePicture],
};
