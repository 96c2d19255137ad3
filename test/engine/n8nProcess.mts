import { join } from 'node:path';
import type { IHookFunctions, INodeType, ITriggerFunctions, IWebhookFunctions } from 'n8n-workflow';
import type * as HolderModule from '../../nodes/ZApiTrigger/holding/holder.ts';
import type * as Store from '../../nodes/ZApiTrigger/conversations/store.ts';
import type * as Receive from '../../nodes/ZApiTrigger/receiving/receive.ts';
import type * as Memory from '../../nodes/ZApiTrigger/registration/memory.ts';
import type * as Registration from '../../nodes/ZApiTrigger/registration/registration.ts';
import type * as Start from '../../nodes/ZApiTrigger/registration/start.ts';
import { StoppedClock } from './clock.mts';
import { loadPackage } from './harness.mts';

async function built<Module>(name: string): Promise<Module> {
	const folder = join(process.cwd(), 'dist/nodes/ZApiTrigger');
	return (await import(join(folder, `${name}.js`))) as Module;
}

/** A process of n8n that has just been started: it knows nothing but what is in its database. */
export interface N8nProcess {
	trigger: INodeType;
	/** It stands still until time is let pass. */
	clock: StoppedClock;
}

/** @returns the trigger as a new process of n8n has it */
export async function newProcess(): Promise<N8nProcess> {
	const { ProcessMemory } = await built<typeof Memory>('registration/memory');
	const { isRegistered, register, unregister } = await built<typeof Registration>(
		'registration/registration',
	);
	const { attach } = await built<typeof Start>('registration/start');
	const { ConversationMemory } = await built<typeof Store>('conversations/store');
	const { receive } = await built<typeof Receive>('receiving/receive');
	const { attachHolder, connectHeld, flushHeld, Holder } =
		await built<typeof HolderModule>('holding/holder');
	const clock = new StoppedClock();
	const holder = new Holder();
	const memory = new ProcessMemory(clock);
	const conversations = new ConversationMemory();
	const { trigger: node } = await loadPackage();
	const trigger = Object.create(node, {
		webhookMethods: {
			value: {
				default: {
					async checkExists(this: IHookFunctions) {
						connectHeld(this, holder);
						return await isRegistered(this, memory);
					},
					async create(this: IHookFunctions) {
						await register(this, memory);
						return true;
					},
					async delete(this: IHookFunctions) {
						await flushHeld(this, holder);
						await unregister(this, memory);
						return true;
					},
				},
			},
		},
		webhook: {
			async value(this: IWebhookFunctions) {
				return await receive.call(this, { conversations, holder });
			},
		},
		trigger: {
			async value(this: ITriggerFunctions) {
				attachHolder(this, holder);
				return await Promise.resolve(attach(this, memory));
			},
		},
	}) as INodeType;
	return { trigger, clock };
}
