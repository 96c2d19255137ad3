import type { INodeProperties } from 'n8n-workflow';
import type { Resource } from '../language/operation';
import { operationProperties } from '../language/panel';
import { requestOptions } from '../language/requestOptions';
import { broadcast } from './broadcast';
import { business } from './business';
import { call } from './call';
import { catalog } from './catalog';
import { channel } from './channel';
import { chat } from './chat';
import { collection } from './collection';
import { community } from './community';
import { contact } from './contact';
import { conversation } from './conversation';
import { event } from './event';
import { group } from './group';
import { instance } from './instance';
import { interactive } from './interactive';
import { message } from './message';
import { order } from './order';
import { privacy } from './privacy';
import { product } from './product';
import { profile } from './profile';
import { queue } from './queue';
import { status } from './status';
import { tag } from './tag';

/** Everything that the node works on, in the order of the resource dropdown. */
export const resources: Resource[] = [
	message,
	interactive,
	chat,
	conversation,
	contact,
	group,
	community,
	channel,
	broadcast,
	status,
	event,
	call,
	product,
	catalog,
	collection,
	order,
	tag,
	business,
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
		// If n8n's own engine runs an operation, this passes every request to the node, whatever is chosen.
		routing: { send: { paginate: true } },
	},
	...resources.flatMap(operationProperties),
	requestOptions,
];
