import type { Resource } from '../../language/operation';
import { create } from './create';
import { deleteTag } from './delete';
import { getAll } from './getAll';
import { getColors } from './getColors';
import { update } from './update';

export const tag: Resource = {
	name: 'Tag',
	value: 'tag',
	preselected: getAll,
	operations: [create, deleteTag, getColors, getAll, update],
};
