import { setTimeout } from 'node:timers/promises';
import type { IDataObject } from 'n8n-workflow';
import type { Account, Emulator } from '../../tools/emulator/emulator.mts';
import { useEmulator } from '../useEmulator.mts';
import type { StoppedClock } from './clock.mts';
import { restartN8n, Trigger } from './trigger.mts';

/** An address that another program has set. */
export const FOREIGN = 'https://crm.example.com/hooks/whatsapp?key=s3cret';
export const REPLACE = { options: { replaceExisting: true } };

export const ALL_ADDRESSES = [
	'ReceivedCallback',
	'DeliveryCallback',
	'MessageStatusCallback',
	'PresenceChatCallback',
	'DisconnectedCallback',
	'ConnectedCallback',
	'ProxyCallback',
] as const;

/** What the tests of registration share: Z-API, and an n8n that is new for each test. */
export interface World {
	emulator: Emulator;
	account: Account & { baseUrl: string };
	/** That of the n8n that runs. */
	clock: StoppedClock;
	newTrigger: (parameters?: object, more?: object) => Trigger;
	/** What Z-API has, by the types of events. */
	addresses: () => Record<string, string>;
	/** Everything that was set, in its order. */
	setters: () => string[];
	/** Waits until what n8n does in the background has set the address for received messages. */
	untilReceivedBy: (trigger: Trigger) => Promise<void>;
	/** Kills n8n and starts it anew. */
	restart: () => void;
}

let count = 0;

/** @returns what is filled in before each test */
export function useWorld(): World {
	const world = {
		newTrigger(parameters: object = {}, more: object = {}) {
			count += 1;
			return new Trigger(world.account, {
				parameters: { events: ['messageReceived'], ...parameters } as never,
				webhookId: `webhook-${count}`,
				...more,
			});
		},
		addresses: () => world.emulator.state.webhooks as Record<string, string>,
		setters: () =>
			world.emulator.requests.filter(({ method }) => method === 'PUT').map(({ path }) => path),
		async untilReceivedBy({ address }: Trigger) {
			while (world.addresses().ReceivedCallback !== address) await setTimeout(10);
		},
		restart: () => {
			world.clock = restartN8n();
		},
	} as World;
	useEmulator((emulator, account) => Object.assign(world, { emulator, account }));
	beforeEach(() => world.restart());
	return world;
}

/** @returns the same workflow as n8n has it in another place, or with another credential, with what n8n has kept */
export function again(
	world: World,
	{ address, staticData }: Trigger,
	parameters: IDataObject,
	more: object,
): Trigger {
	const webhookId = address.split('/').at(-2);
	return world.newTrigger(parameters, {
		webhookId,
		staticData: structuredClone(staticData),
		...more,
	});
}
