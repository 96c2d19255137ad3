import type { INodeProperties } from 'n8n-workflow';
import { community } from './community';
import { event } from './event';
import { group } from './group';
import { interactive } from './interactive';
import { message } from './message';
import { operationProperties, type Operation, type Resource } from './operation';
import { status } from './status';

/** Everything that the node works on, in the order of the resource dropdown. */
export const resources: Resource[] = [message, interactive, group, community, status, event];

/** The node's whole panel: the resource dropdown, then each resource's operations and their fields. */
export const resourceProperties: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: resources.map(({ name, value }) => ({ name, value })),
		default: 'community',
		// Where n8n's own engine runs an operation, this hands every request to the node, whatever is chosen.
		routing: { send: { paginate: true } },
	},
	...resources.flatMap(operationProperties),
];

/** @returns undefined if the node has no such operation */
export function findOperation(resource: unknown, operation: unknown): Operation | undefined {
	return resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === operation);
}
