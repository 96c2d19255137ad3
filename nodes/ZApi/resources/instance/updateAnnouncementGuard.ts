import { isObject } from '../../../shared/values/objects';
import { toggle } from '../../language/toggle';
import { operation } from '../../language/operation';

const enabled = toggle('enabled', 'Remove Messages of Others', {
	sentAs: 'value',
	default: true,
	required: true,
	description:
		'Whether to remove messages from people who are not admins. The people themselves stay in the community.',
});

/** @see https://developer.z-api.io/instance/update-announcement-guard */
export const updateAnnouncementGuard = operation({
	name: 'Update Announcement Guard',
	value: 'updateAnnouncementGuard',
	action: 'Update the announcement guard',
	description:
		'Choose whether Z-API removes messages from people who are not admins in the announcement groups of your communities',
	request: { method: 'PUT', url: '/update-announcement-guard' },
	// The answer repeats the value, so that false is a success.
	isAnswer: (body) => isObject(body) && typeof body.value === 'boolean',
	fields: [enabled],
	refusedAdvice: 'Try again. If it keeps failing, check the instance in the Z-API panel.',
});
