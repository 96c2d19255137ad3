import type { INodeProperties } from 'n8n-workflow';
import { prepare } from '../transport/prepare';
import { toId } from './ids';

/** The community that an operation works on, sent in the body. */
export const communityId: INodeProperties = {
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
	routing: {
		send: {
			type: 'body',
			property: 'communityId',
			preSend: [prepare('Community', 'communityId', toId)],
		},
	},
};
