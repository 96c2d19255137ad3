import type {
	IExecuteFunctions,
	IHookFunctions,
	INodeType,
	ITriggerFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';
import { ConversationMemory } from '../../nodes/ZApiTrigger/conversations/store.ts';
import { finish } from '../../nodes/ZApiTrigger/holding/finish.ts';
import {
	attachHolder,
	connectHeld,
	flushHeld,
	Holder,
} from '../../nodes/ZApiTrigger/holding/holder.ts';
import { receive } from '../../nodes/ZApiTrigger/receiving/receive.ts';
import { ProcessMemory } from '../../nodes/ZApiTrigger/registration/memory.ts';
import {
	isRegistered,
	register,
	unregister,
} from '../../nodes/ZApiTrigger/registration/registration.ts';
import { attach } from '../../nodes/ZApiTrigger/registration/start.ts';
import { ZApiTrigger } from '../../nodes/ZApiTrigger/ZApiTrigger.node.ts';
import { StoppedClock } from './clock.mts';

/** A process of n8n that has just been started: it knows nothing but what is in its database. */
export interface N8nProcess {
	trigger: INodeType;
	/** It stands still until time is let pass. */
	clock: StoppedClock;
}

/** @returns the trigger as a new process of n8n has it */
export function newProcess(): N8nProcess {
	const clock = new StoppedClock();
	const holder = new Holder(clock);
	const memory = new ProcessMemory(clock);
	const conversations = new ConversationMemory();
	const trigger = Object.create(new ZApiTrigger(), {
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
				const end = attachHolder(this, holder);
				const { closeFunction } = attach(this, memory);
				const close = async () => {
					end();
					await closeFunction?.();
				};
				return await Promise.resolve({ closeFunction: close });
			},
		},
		execute: {
			async value(this: IExecuteFunctions) {
				return [await finish(this, holder)];
			},
		},
	}) as INodeType;
	return { trigger, clock };
}
