import type { Resource } from '../../language/operation';
import { make } from './make';

export const call: Resource = {
	name: 'Call',
	value: 'call',
	preselected: make,
	operations: [make],
};
