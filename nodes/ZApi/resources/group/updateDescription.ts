import { groupId } from '../../fields/group';
import { inBody } from '../../fields/field';
import { toOptionalText } from '../../../shared/values/values';
import type { Operation } from '../operation';

const groupDescription = inBody(
	{
		displayName: 'Description',
		name: 'groupDescription',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		placeholder: 'e.g. Para os vizinhos do Bloco A',
		description: 'The new description. Leave it empty to remove the old one.',
	},
	toOptionalText,
);

/**
 * Where the documentation contradicts itself: the older sample has an ID of the old form
 * (`5511999999999-1623281429`); both forms are taken.
 *
 * @see https://developer.z-api.io/group/update-group-description
 */
export const updateDescription: Operation = {
	name: 'Update Description',
	value: 'updateDescription',
	action: 'Update the description of a group',
	description: 'Change what a group says about itself',
	request: { method: 'POST', url: '/update-group-description' },
	fields: [groupId, groupDescription],
	refusedAdvice: 'Check that the connected number is an admin of this group.',
};
