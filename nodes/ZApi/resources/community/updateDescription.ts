import { operation } from '../../language/operation';
import { text } from '../../language/text';
import { communityId } from '../../fields/communityId';

const communityDescription = text('communityDescription', 'Description', {
	whenEmpty: '',
	typeOptions: { rows: 3 },
	placeholder: 'e.g. News from the office, and a place to talk',
	description: 'The new description. Leave it empty to remove the old one.',
});

/** @see https://developer.z-api.io/communities/update-community-description */
export const updateDescription = operation({
	name: 'Update Description',
	value: 'updateDescription',
	action: 'Update the description of a community',
	description: 'Change what a community says about itself',
	request: { method: 'POST', url: '/update-community-description' },
	fields: [communityId, communityDescription],
	refusedAdvice: 'Check that the connected number is an admin of this community.',
});
