import type { Resource } from '../../language/operation';
import { clear } from './clear';
import { count } from './count';
import { deleteMessage } from './delete';
import { getAll } from './getAll';
import { updateSettings } from './updateSettings';

export const queue: Resource = {
	name: 'Queue',
	value: 'queue',
	preselected: getAll,
	operations: [deleteMessage, clear, count, getAll, updateSettings],
};
