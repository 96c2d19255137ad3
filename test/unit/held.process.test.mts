import type { IHookFunctions } from 'n8n-workflow';
import { flushHeld, Holder } from '../../nodes/ZApiTrigger/holding/holder.ts';
import type { HeldMessage } from '../../nodes/ZApiTrigger/holding/heldMessages.ts';
import { VirtualClock } from './held/virtualClock.mts';

const ID = 'workflow trigger';
const HOUR = 3_600_000;

function held(clock: VirtualClock, by: string): HeldMessage {
	return {
		...{ key: 'key', chats: ['ana'], people: [], by, claimedAt: 0, arrivedAt: clock.now() },
		...{ within: 8_000, longest: 60_000, momment: clock.now(), messageId: 'M1', text: 'Oi' },
		...{ item: { text: 'Oi' }, size: 60, startedAt: 0 },
	};
}

describe('a process of n8n', () => {
	it('tries as long as it can start something; otherwise it forgets what others hold', async () => {
		const clock = new VirtualClock();
		const node = new Holder(clock, 'webhook').of(ID);
		node.learn([held(clock, 'main')]);
		await clock.run(60_000);
		expect(node.known.all).toHaveLength(1);
		await clock.run(24 * HOUR);
		expect(node.known.all).toEqual([]);
		expect(clock.next).toBe(Number.POSITIVE_INFINITY);
		const main = new Holder(clock, 'main').of(ID);
		let isBroken = true;
		const started: string[] = [];
		main.attach(async (_item, key) => {
			await Promise.resolve();
			if (isBroken) throw new Error('the database is down');
			started.push(key);
		});
		main.learn([held(clock, 'main')]);
		await clock.run(24 * HOUR);
		expect(started).toEqual([]);
		isBroken = false;
		await clock.run(HOUR);
		expect(started).toHaveLength(1);
	});

	it("logs what it can't start when the workflow is unpublished", async () => {
		const clock = new VirtualClock();
		const holder = new Holder(clock, 'main');
		const node = holder.of(ID);
		node.attach(async () => await Promise.reject(new Error('the database is down')));
		node.learn([held(clock, 'main')]);
		const logged: string[] = [];
		const context = {
			getNode: () => ({ id: 'trigger', name: 'Z-API Trigger' }),
			getWorkflow: () => ({ id: 'workflow', name: 'Test', active: true }),
			getNodeWebhookUrl: () => 'https://n8n.example.com/webhook/a1b2c3d4/webhook',
			getWorkflowStaticData: () => ({}),
			logger: { error: (text: string) => logged.push(text) },
		} as unknown as IHookFunctions;
		await flushHeld(context, holder);
		expect(logged).toEqual([
			expect.stringMatching(/can't start what waited.*the database is down/),
		]);
	});
});
