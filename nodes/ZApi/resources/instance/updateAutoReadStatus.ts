import { toBoolean } from '../../../shared/values/values';
import { inBody } from '../../fields/field';
import type { Operation } from '../operation';

const enabled = inBody(
	{
		displayName: 'Mark as Viewed',
		name: 'enabled',
		type: 'boolean',
		required: true,
		default: true,
		description: 'Whether each status that contacts post is marked as viewed',
	},
	toBoolean,
	'value',
);

/** @see https://developer.z-api.io/instance/update-auto-read-status */
export const updateAutoReadStatus: Operation = {
	name: 'Update Auto Read of Statuses',
	value: 'updateAutoReadStatus',
	action: 'Update the automatic reading of statuses',
	description:
		'Set whether each status that is posted is marked as viewed by itself. Needs Update Auto Read to be on.',
	request: { method: 'PUT', url: '/update-auto-read-status' },
	fields: [enabled],
	refusedAdvice: 'Try again. If it goes on, check the instance in the Z-API panel.',
};
