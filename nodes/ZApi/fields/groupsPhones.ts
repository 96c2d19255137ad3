import type { INodeProperties } from 'n8n-workflow';
import { inBody } from './placement';
import { toIdList } from './values';

function groups(typeOptions: INodeProperties['typeOptions']): INodeProperties {
	return inBody(
		{
			displayName: 'Group Names or IDs',
			name: 'groupsPhones',
			type: 'multiOptions',
			required: true,
			default: [],
			description:
				'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
			typeOptions,
		},
		toIdList,
	);
}

/** Groups of the chosen community. */
export const groupsToUnlink = groups({
	loadOptionsMethod: 'getCommunityGroups',
	loadOptionsDependsOn: ['communityId.value'],
});

/** Any groups; those of another community are refused by Z-API. */
export const groupsToLink = groups({ loadOptionsMethod: 'getGroups' });
