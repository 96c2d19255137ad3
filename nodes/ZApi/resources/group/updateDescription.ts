import { operation } from '../../language/operation';
import { text } from '../../language/text';
import { groupId } from '../../fields/group';

const groupDescription = text('groupDescription', 'Description', {
	whenEmpty: '',
	typeOptions: { rows: 3 },
	placeholder: 'e.g. For the neighbors in Building A',
	description: 'The new description. Leave it empty to remove the old one.',
});

/** @see https://developer.z-api.io/group/update-group-description */
export const updateDescription = operation({
	name: 'Update Description',
	value: 'updateDescription',
	action: 'Update the description of a group',
	description: 'Change what a group says about itself',
	request: { method: 'POST', url: '/update-group-description' },
	fields: [groupId, groupDescription],
	refusedAdvice: 'Check that the connected number is an admin of this group.',
});
