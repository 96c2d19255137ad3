import type { INodeParameters } from 'n8n-workflow';

/** What a user enters to get the sample request that Z-API documents for an endpoint. */
export interface ContractRow {
	/** The `id` in endpoints.json. */
	endpoint: string;
	resource: string;
	operation: string;
	/** The operation's own fields. */
	parameters: INodeParameters;
}

/** One row for each operation of the node. */
export const rows: ContractRow[] = [
	{
		endpoint: 'unlink-groups',
		resource: 'community',
		operation: 'unlinkGroups',
		parameters: {
			communityId: { __rl: true, mode: 'id', value: '98372465382764532938' },
			groupsPhones: ['1345353454354354-group'],
		},
	},
];
