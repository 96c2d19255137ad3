import type { Resource } from '../../language/operation';
import { create } from './create';
import { deleteOne } from './deleteOne';
import { getAll } from './getAll';
import { update } from './update';

export const broadcast: Resource = {
	name: 'Broadcast List',
	value: 'broadcast',
	preselected: getAll,
	operations: [create, deleteOne, getAll, update],
};
