import { groupPhone } from '../../fields/group';
import type { Operation } from '../operation';

/** @see https://developer.z-api.io/group/metadata-group */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a group',
	description: 'Get a group with its settings, members and, for admins, its invite link',
	request: { method: 'GET', url: '/group-metadata/{phone}' },
	fields: [groupPhone],
	refusedAdvice: 'Check that the connected number is a member of this group.',
};
