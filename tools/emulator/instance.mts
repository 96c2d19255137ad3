import { noQuirks } from './quirks.mts';
import { seedState } from './seed.mts';
import type { Journal } from './journal.mts';
import type { Account, EmulatedInstance, Instance, WebhookAnswer, WebhookEvent } from './types.mts';
import { headersFor, makeEvent, post } from './webhooks.mts';
import { makeWhatsApp } from './whatsApp.mts';

/** How an instance is made. */
interface InstanceOptions {
	/** What people know it by. */
	name: string;
	account: Account;
	/** Whether it is connected to WhatsApp. */
	connected: boolean | undefined;
	httpsWebhooksOnly: boolean;
	/** Where its events are noted. */
	journal: Journal;
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
	const { name, account, connected, httpsWebhooksOnly, journal, signal } = options;
	const state = seedState(connected);
	const quirks = noQuirks();
	const inside: Instance = { account, state, quirks, httpsWebhooksOnly };
	const emit = async (event: WebhookEvent) => {
		const made = makeEvent(account, event);
		return await journal.noteEvent(account.instance, made, () => post(inside, made, signal()));
	};
	return {
		inside,
		outside: {
			...{ name, account, state, quirks, emit },
			postedHeaders: () => headersFor(inside),
			whatsApp: makeWhatsApp(state),
			async tell() {
				const answers: Array<WebhookAnswer | undefined> = [];
				for (const event of state.events.splice(0)) {
					answers.push(await emit(event));
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
