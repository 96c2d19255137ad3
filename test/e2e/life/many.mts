import { setTimeout as wait } from 'node:timers/promises';
import { Account } from '../../../tools/launcher/life/account.mts';
import type { Life, Scene } from '../../../tools/launcher/life/scene.mts';
import { TriggerWorkflow } from '../../../tools/launcher/workflows/triggerWorkflow.mts';

/** The events that the triggers of one instance listen to, one each. */
const EVENTS = {
	messageReceived: 'ReceivedCallback',
	messageSent: 'DeliveryCallback',
	messageStatus: 'MessageStatusCallback',
} as const;

/** How many instances, each with a trigger for every one of these events; with the environment variable FULL, more. */
const MANY = process.env.FULL ? 10 : 2;

/** How long nothing may be asked once all is right; in full, as long as it must hold. */
const QUIET_SECONDS = process.env.FULL ? 60 : 5;

/** After this time without a request, a start counts as done. */
const SETTLED_MILLISECONDS = 3_000;

/** Waits until nothing has been asked for a while. */
async function settle(requests: () => string[]): Promise<void> {
	for (let before = -1; before < requests().length; ) {
		before = requests().length;
		await wait(SETTLED_MILLISECONDS);
	}
}

/** Many triggers, of which one of each instance has a wrong address at n8n's start, as after a test that was cut off. */
export const many: Scene = {
	name: `of many is right after few requests, and silent for ${QUIET_SECONDS} s`,
	async prepare(life) {
		const accounts = await publishMany(life);
		const addresses = () =>
			accounts.map(({ instance: { state } }) =>
				Object.values(EVENTS).map((callback) => state.webhooks[callback]),
			);
		const right = structuredClone(addresses());
		for (const { instance } of accounts) {
			const { webhooks } = instance.state;
			webhooks.ReceivedCallback = webhooks.ReceivedCallback.replace('/webhook/', '/webhook-test/');
		}
		const before = life.emulator.requests.length;
		// In the order of time, not by account: what comes after a count has to be at the end.
		const requests = () =>
			life.emulator.requests
				.slice(before)
				.filter(({ target }) =>
					accounts.some(({ instance: { account } }) => target.includes(`/${account.instance}/`)),
				)
				.map(({ method, path }) => `${method} ${path}`);

		return async () => {
			for (const [index, account] of accounts.entries()) {
				await account.expectAddress(right[index]?.[0] ?? '');
			}
			expect(addresses()).toEqual(right);
			// Those that were right are looked at last, and each PUT is followed by a GET.
			await settle(requests);
			const made = requests();
			const gets = made.filter((request) => request === 'GET /me').length;
			expect(gets).toBeLessThanOrEqual(2 * right.flat().length);
			const puts = made.filter((request) => request.startsWith('PUT'));
			expect(puts).toEqual(accounts.map(() => 'PUT /update-webhook-received'));
			expect(made).toHaveLength(gets + puts.length);
			await wait(QUIET_SECONDS * 1000);
			expect(requests().slice(made.length)).toEqual([]);
		};
	},
};

async function publishMany(life: Life): Promise<Account[]> {
	const accounts: Account[] = [];
	for (let index = 0; index < MANY; index += 1) {
		const account = await Account.open(life);
		const { n8n } = life;
		for (const event of Object.keys(EVENTS)) {
			await TriggerWorkflow.publish({ n8n, credential: account.credential }, { events: [event] });
		}
		accounts.push(account);
	}
	return accounts;
}
