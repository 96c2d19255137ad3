import { operation } from '../../language/operation';
import { toggle } from '../../language/toggle';

const enabled = toggle('enabled', 'Mark as Viewed', {
	sentAs: 'value',
	default: true,
	required: true,
	description: 'Whether to mark each status that contacts post as viewed',
});

/** @see https://developer.z-api.io/instance/update-auto-read-status */
export const updateAutoReadStatus = operation({
	name: 'Update Auto Read of Statuses',
	value: 'updateAutoReadStatus',
	action: 'Update the automatic reading of statuses',
	description:
		'Choose whether new statuses are marked as viewed automatically. Works only if messages are marked as read automatically: see Update Auto Read.',
	request: { method: 'PUT', url: '/update-auto-read-status' },
	fields: [enabled],
	refusedAdvice: 'Try again. If it keeps failing, check the instance in the Z-API panel.',
});
