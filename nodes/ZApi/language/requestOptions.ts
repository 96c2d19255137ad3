import type { INodeProperties } from 'n8n-workflow';

/**
 * How requests are sent, in the node's settings. n8n adds such a field to declarative nodes, but not to those that
 * receive the answers to waiting executions. This one has the same names, but no switch for invalid certificates, since
 * signed requests never go to a server whose certificate isn't valid.
 */
export const requestOptions: INodeProperties = {
	displayName: 'Request Options',
	name: 'requestOptions',
	type: 'collection',
	isNodeSetting: true,
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Batching',
			name: 'batching',
			type: 'fixedCollection',
			placeholder: 'Add Batching',
			default: { batch: {} },
			description: 'Whether to pause between groups of items',
			options: [
				{
					displayName: 'Batching',
					name: 'batch',
					values: [
						{
							displayName: 'Items per Batch',
							name: 'batchSize',
							type: 'number',
							typeOptions: { minValue: 1 },
							default: 50,
							description: 'How many items to send before each pause',
						},
						{
							displayName: 'Batch Interval (Ms)',
							name: 'batchInterval',
							type: 'number',
							typeOptions: { minValue: 0 },
							default: 1000,
							description: 'How long to pause, in milliseconds',
						},
					],
				},
			],
		},
		{
			displayName: 'Proxy',
			name: 'proxy',
			type: 'string',
			default: '',
			placeholder: 'e.g. http://user:password@proxy.example.com:3128',
			description: 'The proxy to send the requests through',
		},
		{
			displayName: 'Timeout',
			name: 'timeout',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 300_000,
			description: 'How long to wait for a complete response, in milliseconds',
		},
	],
};
