import { operation } from '../../language/operation';
import { isObject } from '../../../shared/values/objects';

/** @see https://developer.z-api.io/instance/status */
export const getStatus = operation({
	name: 'Get Status',
	value: 'getStatus',
	action: 'Get the status of an instance',
	description:
		'Find out whether WhatsApp is connected to the instance, and whether the phone is online',
	request: { method: 'GET', url: '/status' },
	// The answer always has an `error`, which says "You are already connected" when all is well.
	isAnswer: (body) => isObject(body) && typeof body.connected === 'boolean',
	refusedAdvice: 'Try again. If it keeps failing, check the instance in the Z-API panel.',
});
