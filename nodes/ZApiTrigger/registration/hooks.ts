import type { IHookFunctions, INodeType, ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';
import type { ProcessMemory } from './memory';
import { isRegistered, register, unregister } from './registration';
import { attach } from './start';

/**
 * @param memory what this process of n8n knows of registrations
 * @returns what n8n calls when it publishes, tests, starts and unpublishes a node
 */
export function hooksWith(
	memory: ProcessMemory,
): NonNullable<INodeType['webhookMethods']>['default'] {
	return {
		async checkExists(this: IHookFunctions): Promise<boolean> {
			return await isRegistered(this, memory);
		},
		async create(this: IHookFunctions): Promise<boolean> {
			await register(this, memory);
			return true;
		},
		async delete(this: IHookFunctions): Promise<boolean> {
			await unregister(this, memory);
			return true;
		},
	};
}

/** @returns what n8n calls when it has published a node, and at its start */
export function triggerWith(memory: ProcessMemory): INodeType['trigger'] {
	return async function (this: ITriggerFunctions): Promise<ITriggerResponse> {
		return await Promise.resolve(attach(this, memory));
	};
}
