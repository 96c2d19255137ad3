import type { Resource } from '../../language/operation';
import { get } from './get';
import { getCategories } from './getCategories';
import { updateAddress } from './updateAddress';
import { updateCategories } from './updateCategories';
import { updateDescription } from './updateDescription';
import { updateEmail } from './updateEmail';
import { updateHours } from './updateHours';
import { updateWebsites } from './updateWebsites';

export const business: Resource = {
	name: 'Business Profile',
	value: 'business',
	preselected: get,
	operations: [
		get,
		getCategories,
		updateAddress,
		updateCategories,
		updateDescription,
		updateEmail,
		updateHours,
		updateWebsites,
	],
};
