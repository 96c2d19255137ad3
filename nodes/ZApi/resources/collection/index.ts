import type { Resource } from '../../language/operation';
import { addProducts } from './addProducts';
import { create } from './create';
import { deleteCollection } from './delete';
import { getAll } from './getAll';
import { getProducts } from './getProducts';
import { removeProducts } from './removeProducts';
import { rename } from './rename';

export const collection: Resource = {
	name: 'Collection',
	value: 'collection',
	preselected: getAll,
	operations: [addProducts, create, deleteCollection, getAll, getProducts, removeProducts, rename],
};
