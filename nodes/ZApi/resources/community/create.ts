import { collection, inBody } from '../../fields/field';
import { toOptionalText, toText } from '../../../shared/values/values';
import type { Operation } from '../operation';

const communityName = inBody(
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Condomínio Jardim das Acácias',
		description: 'The name of the new community',
	},
	toText,
);

const additionalFields = collection(
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
	},
	[
		inBody(
			{
				displayName: 'Description',
				name: 'description',
				type: 'string',
				typeOptions: { rows: 3 },
				default: '',
				placeholder: 'e.g. Avisos da administração e um lugar para conversar',
				description: 'What the community is about. Its participants see this.',
			},
			toOptionalText,
		),
	],
);

/**
 * Where the documentation contradicts itself: a heading calls the path `/create-group`; the address lines
 * agree on `/communities`.
 *
 * @see https://developer.z-api.io/communities/create-community
 */
export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create a community',
	description: 'Create a community. WhatsApp makes its announcement group along with it.',
	request: { method: 'POST', url: '/communities' },
	fields: [communityName, additionalFields],
	refusedAdvice: 'Check that the connected number can create communities in WhatsApp on the phone.',
};
