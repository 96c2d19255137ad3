import type { INodeProperties } from 'n8n-workflow';
import { inBody, inPath } from './placement';
import { toId } from './values';

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

/** The community that an operation works on, where the endpoint takes it in the body. */
export const communityId = inBody(community, toId);

/** The same, where the endpoint has `{communityId}` in its path. */
export const communityIdInPath = inPath(community, toId);
