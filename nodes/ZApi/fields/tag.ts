import { toId } from '../../shared/values/ids';
import { inBody } from './field';

/** A tag of WhatsApp Business, which calls it a label. */
export const tag = inBody(
	{
		displayName: 'Tag',
		name: 'tag',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		description: 'The tag. In WhatsApp Business, it is called a label.',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a tag...',
				typeOptions: { searchListMethod: 'searchTags', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 3',
				hint: 'The ID that Tag: Get Many gives as "id"',
			},
		],
	},
	toId,
);
