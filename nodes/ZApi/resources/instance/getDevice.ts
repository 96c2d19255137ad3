import { operation } from '../../language/operation';

/** @see https://developer.z-api.io/instance/device */
export const getDevice = operation({
	name: 'Get Device',
	value: 'getDevice',
	action: 'Get the device of an instance',
	description: 'Get the connected number, its name and picture, and what phone it is on',
	request: { method: 'GET', url: '/device' },
	refusedAdvice: 'Try again. If it keeps failing, check the instance in the Z-API panel.',
});
