import type { INodeProperties } from 'n8n-workflow';
import { prepare } from '../transport/prepare';
import { toIdList } from './ids';

/** Groups of the chosen community, sent in the body. */
export const groupsPhones: INodeProperties = {
	displayName: 'Group Names or IDs',
	name: 'groupsPhones',
	type: 'multiOptions',
	required: true,
	default: [],
	description:
		'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	typeOptions: {
		loadOptionsMethod: 'getCommunityGroups',
		loadOptionsDependsOn: ['communityId.value'],
	},
	routing: {
		send: {
			type: 'body',
			property: 'groupsPhones',
			preSend: [prepare('Group Names or IDs', 'groupsPhones', toIdList)],
		},
	},
};
