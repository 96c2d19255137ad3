import type { Resource } from '../../language/operation';
import { send } from './send';
import { updateCart } from './updateCart';

export const catalog: Resource = {
	name: 'Catalog',
	value: 'catalog',
	preselected: send,
	operations: [send, updateCart],
};
