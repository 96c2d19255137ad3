import { noQuirks } from './quirks.mts';
import { seedState } from './seed.mts';
import type { Account, EmulatedInstance, Instance, WebhookAnswer } from './types.mts';
import { emit, headersFor } from './webhooks.mts';
import { makeWhatsApp } from './whatsApp.mts';

/** How an instance is made. */
interface InstanceOptions {
	account: Account;
	/** Whether it is connected to WhatsApp. */
	connected: boolean | undefined;
	httpsWebhooksOnly: boolean;
	/** Gives what ends the waiting for webhooks' answers. */
	signal: () => AbortSignal;
}

/** An instance as requests see it, as tests see it, and how it starts anew. */
export interface MadeInstance {
	inside: Instance;
	outside: EmulatedInstance;
	reset: () => void;
}

/**
 * Makes an instance in its seeded state.
 *
 * @param options its account, and how it behaves
 */
export function makeInstance(options: InstanceOptions): MadeInstance {
	const { account, connected, httpsWebhooksOnly, signal } = options;
	const state = seedState(connected);
	const quirks = noQuirks();
	const inside: Instance = { account, state, quirks, httpsWebhooksOnly };
	return {
		inside,
		outside: {
			...{ account, state, quirks },
			postedHeaders: () => headersFor(inside),
			emit: (event) => emit(inside, event, signal()),
			whatsApp: makeWhatsApp(state),
			async tell() {
				const answers: Array<WebhookAnswer | undefined> = [];
				for (const event of state.events.splice(0)) {
					answers.push(await emit(inside, event, signal()));
				}
				return answers.filter((answer) => answer !== undefined);
			},
		},
		reset() {
			Object.assign(state, seedState(connected));
			Object.assign(quirks, noQuirks());
		},
	};
}
