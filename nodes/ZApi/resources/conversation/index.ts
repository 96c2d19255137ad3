import type { Resource } from '../../language/operation';
import { get } from './get';
import { pause } from './pause';
import { resume } from './resume';

/** Nothing of Z-API's: it is about the trigger of this package. */
export const conversation: Resource = {
	name: 'Conversation',
	value: 'conversation',
	preselected: pause,
	operations: [get, pause, resume],
};
