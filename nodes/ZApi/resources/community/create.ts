import { collection } from '../../language/option';
import { operation } from '../../language/operation';
import { text } from '../../language/text';

const communityName = text('name', 'Name', {
	placeholder: 'e.g. Acacia Gardens',
	description: 'The name of the new community',
});

const additionalFields = collection(
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
	},
	[
		text('description', 'Description', {
			whenEmpty: '',
			typeOptions: { rows: 3 },
			placeholder: 'e.g. News from the office, and a place to talk',
			description: 'What the community is about. Its participants see this.',
		}),
	],
);

/** @see https://developer.z-api.io/communities/create-community */
export const create = operation({
	name: 'Create',
	value: 'create',
	action: 'Create a community',
	description: 'Create a community. WhatsApp makes its announcement group along with it.',
	request: { method: 'POST', url: '/communities' },
	fields: [communityName, additionalFields],
	refusedAdvice: 'Check that the connected number can create communities in WhatsApp on the phone.',
});
