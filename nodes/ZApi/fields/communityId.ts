import type { INodeProperties } from 'n8n-workflow';
import { inBody } from './field';
import { toCommunityId } from '../../shared/values/ids';

const community: INodeProperties = {
	displayName: 'Community',
	name: 'communityId',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description: 'The WhatsApp community. The connected number must be one of its admins.',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a community...',
			typeOptions: { searchListMethod: 'searchCommunities', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 120363019502650977',
			hint: "The community's ID, digits only",
		},
	],
};

/** The community that an operation works on. */
export const communityId = inBody(community, toCommunityId);
