import { operation } from '../../language/operation';
import { simplifyGroup } from '../../answers/simplifyGroup';
import { groupPhone } from '../../fields/group';

/** @see https://developer.z-api.io/group/light-group-metadata */
export const getLight = operation({
	name: 'Get Light Metadata',
	value: 'getLight',
	action: 'Get light metadata of a group',
	description: 'Get a group faster, without its invite link',
	request: { method: 'GET', url: '/light-group-metadata/{phone}' },
	fields: [groupPhone],
	simplify: simplifyGroup,
	refusedAdvice: 'Check that the connected number is in this group.',
});
