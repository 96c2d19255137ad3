import type { INodeProperties } from 'n8n-workflow';
import { REQUESTS_AT_ONCE } from '../transport/turns';
import { community } from './community';
import { group } from './group';
import { operationProperties, type Resource } from './operation';

/** Everything that the node works on, in the order of the resource dropdown. */
export const resources: Resource[] = [community, group];

/** The node's whole panel: the resource dropdown, then each resource's operations and their fields. */
export const resourceProperties: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: resources.map(({ name, value }) => ({ name, value })),
		default: 'community',
	},
	...resources.flatMap(operationProperties),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Requests at Once',
				name: 'requestsAtOnce',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: REQUESTS_AT_ONCE,
				description:
					'How many requests may be under way at the same time when there are many items. Fewer are gentler to Z-API, and slower.',
			},
		],
	},
];
