import { inBody } from './field';
import { toGroupIdList } from '../../shared/values/ids';

/** Groups to link to the chosen community, or to unlink from it. */
export const groupsPhones = inBody(
	{
		displayName: 'Group Names or IDs',
		name: 'groupsPhones',
		type: 'multiOptions',
		required: true,
		default: [],
		description:
			'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		typeOptions: {
			loadOptionsMethod: 'getCommunityGroups',
			loadOptionsDependsOn: ['communityId.value', 'operation'],
		},
	},
	toGroupIdList,
);
