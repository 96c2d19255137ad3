import { addressInPong, makePing } from '../../nodes/shared/account/pings.ts';
import { useWorld } from './registration.mts';
import type { Trigger } from './trigger.mts';

const world = useWorld();
const WITHOUT = { error: "This event doesn't carry the token of the instance" };

/** Somebody writes to the number. */
function message(more: object = {}) {
	const { instance } = world.account;
	const { body } = { body: { type: 'ReceivedCallback', instanceId: instance, messageId: '3EB0' } };
	return { ...body, phone: '5544999999999', text: { message: 'Oi' }, ...more };
}

/** Somebody presses a button of *Send and Wait*. */
function press() {
	const buttonId = `n8n.7.node.1.1.${'0'.repeat(64)}`;
	return message({ text: undefined, buttonsResponseMessage: { buttonId, message: 'Yes' } });
}

const accepting = { options: { acceptWithoutToken: true } };

describe('an event', () => {
	it('with the token of the instance starts the workflow', async () => {
		const received = await world.newTrigger().post(message());
		expect(received).toMatchObject({ status: 200, logged: '' });
		expect(received.items).toHaveLength(1);
	});

	it.each<[string, Record<string, string>, string]>([
		['no token', {}, 'refused a post that has no z-api-token header: '],
		['another token', { 'z-api-token': 'F0' }, 'refused a post that has another z-api-token: '],
		['an empty token', { 'z-api-token': '' }, 'refused a post that has another z-api-token: '],
	])('with %s is refused, and n8n says why in one line', async (_what, headers, line) => {
		for (const body of [message(), press()]) {
			const trigger = world.newTrigger();
			const received = await trigger.post(body, headers);
			expect(received).toMatchObject({ status: 403, body: WITHOUT });
			expect(received.items).toBeUndefined();
			expect(received.logged.split('\n')).toEqual([expect.stringContaining(line)]);
			expect(received.logged).toContain("Accept Events Without Z-API's Token");
		}
	});

	it.each<[string, Record<string, string>]>([
		['no token', {}],
		['another token', { 'z-api-token': 'F0' }],
	])('with %s starts the workflow if the option says so', async (_what, headers) => {
		const received = await world.newTrigger(accepting).post(message(), headers);
		expect(received.status).toBe(200);
		expect(received.items).toHaveLength(1);
	});

	it('of another instance is refused also with that option', async () => {
		const received = await world.newTrigger(accepting).post(message({ instanceId: 'F0' }), {});
		expect(received).toMatchObject({ status: 403, body: { error: /instance/ } as never });
	});
});

describe('a ping', () => {
	async function ask(trigger: Trigger, change: object = {}, token = world.account.token) {
		const ping = makePing(token, '127.0.0.1:1');
		return { ping, answer: await trigger.post({ ...ping, ...change }, {}) };
	}

	it('is answered with the address that the trigger has for its own, and starts nothing', async () => {
		const trigger = world.newTrigger();
		const { ping, answer } = await ask(trigger);
		expect(answer).toMatchObject({ status: 200, logged: '', items: undefined });
		expect(addressInPong(answer.body, world.account.token, ping)).toBe(trigger.address);
	});

	it.each<[string, object]>([
		['for another host', { host: 'n8n.example.com' }],
		['with another nonce', { nonce: '00' }],
		['from another time', { time: Date.now() - 3_600_000 }],
		['without a proof', { proof: undefined }],
		['with a proof that is no text', { proof: { length: 64 } }],
	])('%s is refused', async (_what, change) => {
		const { answer } = await ask(world.newTrigger(), change);
		expect(answer).toMatchObject({
			status: 403,
			body: { error: "This ping isn't signed with the token of the instance" },
		});
	});

	it('that was signed with another token is refused', async () => {
		expect((await ask(world.newTrigger(), {}, 'F0')).answer.status).toBe(403);
	});

	it('is worth nothing as an event or a press', async () => {
		const ping = makePing(world.account.token, '127.0.0.1:1');
		for (const body of [message(), press()]) {
			const received = await world.newTrigger().post({ ...ping, ...body }, {});
			expect(received).toMatchObject({ status: 403, body: WITHOUT });
		}
	});

	it("isn't answered right by who answers another ping", async () => {
		const trigger = world.newTrigger();
		const { answer } = await ask(trigger);
		const later = makePing(world.account.token, '127.0.0.1:1');
		expect(addressInPong(answer.body, world.account.token, later)).toBeUndefined();
	});
});
