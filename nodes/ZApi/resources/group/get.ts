import { operation } from '../../language/operation';
import { simplifyGroup } from '../../answers/simplifyGroup';
import { groupPhone } from '../../fields/group';

/** @see https://developer.z-api.io/group/metadata-group */
export const get = operation({
	name: 'Get',
	value: 'get',
	action: 'Get a group',
	description: 'Get a group with its settings, its participants and, for admins, its invite link',
	request: { method: 'GET', url: '/group-metadata/{phone}' },
	fields: [groupPhone],
	simplify: simplifyGroup,
	refusedAdvice: 'Check that the connected number is in this group.',
});
