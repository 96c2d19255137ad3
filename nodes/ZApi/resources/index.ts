import type { INodeProperties } from 'n8n-workflow';
import { broadcast } from './broadcast';
import { call } from './call';
import { channel } from './channel';
import { chat } from './chat';
import { community } from './community';
import { contact } from './contact';
import { group } from './group';
import { instance } from './instance';
import { message } from './message';
import { operationProperties, type Operation, type Resource } from './operation';
import { privacy } from './privacy';
import { profile } from './profile';
import { queue } from './queue';

/** Everything that the node works on, in the order of the resource dropdown. */
export const resources: Resource[] = [
	message,
	chat,
	contact,
	group,
	community,
	channel,
	broadcast,
	call,
	instance,
	profile,
	privacy,
	queue,
];

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
