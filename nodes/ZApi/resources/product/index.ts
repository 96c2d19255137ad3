import type { Resource } from '../../language/operation';
import { deleteProduct } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { send } from './send';
import { upsert } from './upsert';

export const product: Resource = {
	name: 'Product',
	value: 'product',
	preselected: getAll,
	operations: [upsert, deleteProduct, get, getAll, send],
};
