import { operation } from '../../language/operation';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { asDate, asItIs, simplifier } from '../../../shared/values/simplifier';

const SECRETS = ['token', 'proxyUrl'];

function withoutSecrets(settings: IDataObject): INodeExecutionData {
	const shown = Object.entries(settings).filter(([name]) => !SECRETS.includes(name));
	return { json: Object.fromEntries(shown) };
}

/**
 * The instance's token isn't returned, nor is the address of its proxy, which may contain a password.
 *
 * @see https://developer.z-api.io/instance/me
 */
export const get = operation({
	name: 'Get',
	value: 'get',
	action: 'Get an instance',
	description: 'Get the name and the payment status of the instance, or all of its settings',
	request: { method: 'GET', url: '/me' },
	simplify: simplifier({
		name: asItIs,
		connected: asItIs,
		paymentStatus: asItIs,
		due: asDate,
		created: asItIs,
		autoReadMessage: asItIs,
		callRejectAuto: asItIs,
		callRejectMessage: asItIs,
	}),
	toItem: withoutSecrets,
	refusedAdvice: 'Try again. If it keeps failing, check the instance in the Z-API panel.',
});
