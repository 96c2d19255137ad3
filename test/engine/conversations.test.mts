import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Account, Emulator } from '../../tools/emulator/emulator.mts';
import { lidOf } from '../../tools/emulator/numbers.mts';
import { useEmulator } from '../useEmulator.mts';
import { runNode, type Carrier, type RunOptions } from './harness.mts';
import { restartN8n, Trigger } from './trigger.mts';

const ANA = '5511900000001';
const MINUTE = 60_000;
const STATE = { phone: ANA, paused: false, until: null, why: null };

let emulator: Emulator;
let account: Account & { baseUrl: string };
useEmulator((started, itsAccount) => {
	emulator = started;
	account = itsAccount;
});

let server: Server;
let n8nUrl: string;
let trigger: Trigger;
/** What n8n does with a call of the trigger's address; each test may replace it. */
let take: (body: IDataObject) => Promise<{ status: number; body: unknown }>;
let calls: number;

beforeEach(async () => {
	restartN8n();
	calls = 0;
	server = createServer((request, response) => {
		void (async () => {
			calls++;
			const { status, body } = await take((await json(request)) as IDataObject);
			response.writeHead(status, { 'Content-Type': 'application/json' });
			response.end(JSON.stringify(body ?? null));
		})();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	n8nUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	trigger = new Trigger(account, { n8nUrl, parameters: { events: ['messageReceived'] } });
	take = async (body) => await trigger.post(body, {});
	await trigger.activate();
});
afterEach(async () => {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});

const byPhone = { __rl: true, mode: 'phone', value: '+55 (11) 90000-0001' };

function run(operation: string, parameters: INodeParameters = {}, more: Partial<RunOptions> = {}) {
	const own = { resource: 'conversation', operation, phone: byPhone, ...parameters };
	return runNode({ account, n8nUrl, parameters: own, ...more });
}

async function isStarted(phone = ANA) {
	const { instance, token } = account;
	const event = { type: 'ReceivedCallback', instanceId: instance, phone, fromMe: false };
	const body = { ...event, text: { message: 'Oi' } };
	return (await trigger.post(body, { 'z-api-token': token })).items !== undefined;
}

describe.each<Carrier>(['customOperations', 'routingNode'])('by %s', (carrier) => {
	const json = async (operation: string, parameters?: INodeParameters) => {
		const { items, error } = await run(operation, parameters, { carrier });
		expect(error?.message).toBeUndefined();
		return items.map((item) => item.json);
	};

	it('a chat is paused, found paused, and resumed', async () => {
		expect(await json('get')).toEqual([STATE]);
		expect(calls).toBe(1);
		const before = Date.now();
		const [paused] = (await json('pause', { minutes: 30 })) as [IDataObject];
		expect(paused).toMatchObject({ phone: ANA, paused: true, why: 'node' });
		const until = Date.parse(paused.until as string);
		expect(until).toBeGreaterThanOrEqual(before + 30 * MINUTE);
		expect(until).toBeLessThanOrEqual(Date.now() + 30 * MINUTE);
		expect(await isStarted()).toBe(false);
		expect(await json('get')).toEqual([paused]);
		expect(await json('resume')).toEqual([STATE]);
		expect(await isStarted()).toBe(true);
		// Whoever looks reads the database, so it is there.
		expect(calls).toBe(6);
	});

	it('a dry run gives the state that there would be, and changes nothing', async () => {
		const options = { dryRun: true };
		const [paused] = await json('pause', { minutes: 30, options });
		expect(paused).toMatchObject({ dryRun: true, phone: ANA, paused: true, why: 'node' });
		expect(Date.parse(paused?.until as string)).toBeGreaterThan(Date.now() + 29 * MINUTE);
		expect(await json('resume', { options })).toEqual([{ dryRun: true, ...STATE }]);
		expect(calls).toBe(0);
	});

	it('says that no trigger in this n8n receives the messages', async () => {
		await trigger.deactivate();
		const { error } = await run('pause', { minutes: 1 }, { carrier });
		expect(error?.message).toMatch(/^No Z-API Trigger in this n8n receives the messages/);
		expect(error?.description).toMatch(/Publish a workflow in this n8n/);
	});

	it.each<[string, () => { status: number; body: unknown }, RegExp]>([
		['is not published', () => ({ status: 404, body: { code: 404 } }), /status 404/],
		['answers without a signature', () => ({ status: 200, body: STATE }), /status 200/],
	])('says that the trigger %s', async (_what, answer, expected) => {
		take = async () => await Promise.resolve(answer());
		const { error } = await run('get', {}, { carrier });
		expect(error?.message).toMatch(/^The Z-API Trigger couldn't be reached at 127\.0\.0\.1:\d+: /);
		expect(error?.message).toMatch(expected);
	});

	it('says that the address of the trigger can not be reached', async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
		const { error } = await run('get', {}, { carrier });
		expect(error?.message).toMatch(/couldn't be reached at 127\.0\.0\.1:\d+: ECONNREFUSED/);
	});

	it.each([0, -1, '', 'x', 1e9])('refuses %j minutes', async (minutes) => {
		const { error } = await run('pause', { minutes }, { carrier });
		expect(error?.message).toMatch(/^Minutes isn't a number of minutes above 0/);
		expect(calls).toBe(0);
	});
});

it('a pause that another process has written over is told again', async () => {
	let overwritten = 0;
	take = async (body) => {
		const older = trigger.staticData;
		const answer = await trigger.post(body, {});
		if (body.does === 'pause' && overwritten < 2) {
			overwritten++;
			trigger.staticData = older;
			// The other process, which knows nothing of it, takes the next call.
			restartN8n();
		}
		return answer;
	};
	const { items } = await run('pause', { minutes: 30 });
	expect(items[0]?.json).toMatchObject({ paused: true });
	expect(calls).toBe(6);
	restartN8n();
	expect(await isStarted()).toBe(false);
});

it('a pause that is never saved is an error', async () => {
	take = async (body) => {
		const answer = await trigger.post(body, {});
		trigger.staticData = {};
		restartN8n();
		return answer;
	};
	const { error } = await run('pause', { minutes: 30 });
	expect(error?.message).toBe("The Z-API Trigger was told to pause, but n8n hasn't saved it");
});

it('a person is paused by number and by @lid, as far as Z-API knows both', async () => {
	await run('pause', { minutes: 30 });
	expect(await isStarted(lidOf(ANA))).toBe(false);
	await run('resume');
	expect(await isStarted(lidOf(ANA))).toBe(true);
});

it('a person is paused by number if Z-API does not tell the @lid', async () => {
	Object.assign(emulator.quirks, { notConnected: 'You are not connected' });
	emulator.state.connected = false;
	const { items } = await run('pause', { minutes: 30 });
	expect(items[0]?.json).toMatchObject({ paused: true });
	expect([await isStarted(), await isStarted(lidOf(ANA))]).toEqual([false, true]);
});

it('a group is paused by its ID', async () => {
	const value = '120363019502650977-group';
	await run('pause', { minutes: 30, phone: { __rl: true, mode: 'id', value } });
	expect([await isStarted(value), await isStarted()]).toEqual([false, true]);
});

it('several chats are paused in one run', async () => {
	const phones = Array.from({ length: 10 }, (_, index) => `55119100000${10 + index}`);
	const phone = { __rl: true, mode: 'phone', value: '={{ $json.phone }}' };
	const items = phones.map((each) => ({ phone: each }));
	const { items: paused } = await run('pause', { minutes: 5, phone }, { items });
	expect(paused.map(({ json: { phone: each, paused: is } }) => [each, is])).toEqual(
		phones.map((each) => [each, true]),
	);
	expect(emulator.state.notifySentByMe).toBe(false);
});
