import type { Resource } from '../../language/operation';
import { create } from './create';
import { respond } from './respond';
import { update } from './update';

export const event: Resource = {
	name: 'Event',
	value: 'event',
	preselected: create,
	operations: [create, respond, update],
};
