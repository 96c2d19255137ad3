import { setTimeout } from 'node:timers/promises';
import type { IDataObject } from 'n8n-workflow';
import { makeSelfCall, type Deed } from '../../nodes/ZApiTrigger/holding/selfCall.ts';
import type { StoppedClock } from './clock.mts';
import { N8nServer } from './n8nServer.mts';
import { account, emulator, message } from './receiving.mts';
import { restartN8n, Trigger } from './trigger.mts';
import type { Received } from './triggerPost.mts';

const WITHIN_SECONDS = 8;
/** Of 5 ms each. */
const MOST_LOOKS = 4_000;
const HELD = { status: 200, body: { message: 'Message held' }, items: undefined };
const JOINS = { options: { joinMessagesWithin: WITHIN_SECONDS } };

let n8n: N8nServer;
let clock: StoppedClock;
let count = 0;

beforeEach(async () => {
	clock = restartN8n();
	n8n = await N8nServer.start();
});
afterEach(async () => await n8n.close());

/** Lets a little time pass again and again, since what goes over HTTP takes its own. */
async function until(isSo: () => boolean) {
	for (let looks = 0; !isSo(); looks++) {
		if (looks === MOST_LOOKS) throw new Error(`It isn't so yet: ${String(isSo)}`);
		clock.pass(20);
		await setTimeout(5);
	}
}

/** Whether n8n's database has it that something was started, or dropped. */
const hasSettled = ({ staticData }: Trigger) =>
	JSON.stringify(staticData).includes(String.raw`"item\":{}`);

async function published(parameters: IDataObject, n8nUrl = n8n.url) {
	const trigger = new Trigger(account, {
		n8nUrl,
		webhookId: `webhook-${++count}`,
		parameters: { events: ['all'], ...parameters } as never,
	});
	n8n.publish(trigger);
	await trigger.activate();
	return trigger;
}

const next = (text: string, body: IDataObject = {}) =>
	message({
		messageId: `M${++count}`,
		momment: clock.now() + count,
		text: { message: text },
		...body,
	});

/** Posts a message, and waits until Z-API has its answer. */
async function write(trigger: Trigger, posted: IDataObject): Promise<Received> {
	const received = await trigger.post(posted);
	await until(() => received.body !== undefined);
	return received;
}

describe('messages that are joined', () => {
	it('start one execution, which downloads their files', async () => {
		emulator.files.set('photo', { contentType: 'image/png', content: Buffer.from('a photo') });
		const trigger = await published({ ...JOINS, downloadMedia: true });
		const photo = { imageUrl: `${account.baseUrl}/files/photo`, mimeType: 'image/png' };
		const lost = { imageUrl: `${account.baseUrl}/files/lost`, mimeType: 'image/png' };
		for (const posted of [
			next('Oi'),
			next('', { text: undefined, image: photo }),
			next('', { text: undefined, image: lost }),
			next('queria um horário'),
		]) {
			expect(await write(trigger, posted)).toMatchObject(HELD);
			clock.pass(1_000);
		}
		expect(n8n.asked.length).toBeGreaterThan(4);
		expect(trigger.executions).toEqual([]);
		clock.pass(WITHIN_SECONDS * 1_000);
		const due = clock.now();
		await until(() => hasSettled(trigger) && trigger.executions.length > 0);
		// As soon as the execution has begun, not when it has ended or seems lost.
		expect(clock.now() - due).toBeLessThan(15_000);
		const [[item]] = trigger.executions as [[{ json: IDataObject; binary: IDataObject }]];
		expect(item.json).toMatchObject({
			text: 'Oi\nqueria um horário',
			messages: [
				{ text: 'Oi' },
				{ binaryPropertyName: 'data' },
				{ mediaError: expect.any(String) as string },
				{},
			],
			mediaError: expect.any(String) as string,
		});
		expect(item.json).not.toHaveProperty('n8nHeldMessages');
		expect(item.binary).toMatchObject({
			data: { data: Buffer.from('a photo').toString('base64'), mimeType: 'image/png' },
		});
		await trigger.deactivate();
		expect(trigger.executions).toHaveLength(1);
	});

	it("are held all the same by a trigger that doesn't reach its own address, and it says so", async () => {
		const trigger = await published(JOINS, 'http://127.0.0.1:1');
		const received = await write(trigger, next('Oi'));
		expect(received).toMatchObject(HELD);
		expect(received.logged).toContain(
			"can't reach its own address at 127.0.0.1:1: the connection was refused. So messages that wait to be joined may be lost",
		);
		expect((await write(trigger, next('tudo bem?'))).logged).toBe('');
		expect(JSON.stringify(trigger.staticData)).toMatch(/Oi.*tudo bem\?/);
		clock.pass(2 * WITHIN_SECONDS * 1_000);
		await until(() => trigger.executions.length > 0);
		expect(trigger.executions).toMatchObject([[{ json: { text: 'Oi\ntudo bem?' } }]]);
	});

	it('start at once where nobody can start them later', async () => {
		restartN8n();
		const parameters = { events: ['all'], ...JOINS };
		const { items } = await new Trigger(account, { parameters }).post(next('Oi'));
		expect(items).toMatchObject([{ json: { text: 'Oi' } }]);
	});

	it('start nothing once a person answers by hand', async () => {
		const trigger = await published({ options: { ...JOINS.options, pauseAfterOwn: 30 } });
		await write(trigger, next('Oi'));
		await trigger.post(next('Bom dia!', { fromMe: true }));
		await write(trigger, next('Obrigada!', { phone: '5511900000002' }));
		clock.pass(2 * WITHIN_SECONDS * 1_000);
		await until(() => trigger.executions.length > 0);
		await trigger.deactivate();
		expect(trigger.executions).toMatchObject([[{ json: { text: 'Obrigada!' } }]]);
	});

	it('start when the workflow is unpublished', async () => {
		const trigger = await published(JOINS);
		await write(trigger, next('Oi'));
		await trigger.deactivate();
		expect(trigger.executions).toMatchObject([[{ json: { text: 'Oi' } }]]);
	});
});

describe('messages of a test in the editor', () => {
	const tested = (parameters = {}) =>
		new Trigger(account, { parameters: { events: ['all'], ...JOINS, ...parameters } });
	const untilItWaits = async () => {
		for (let looks = 0; clock.waiting === 0 && looks < MOST_LOOKS; looks++) await setTimeout(5);
	};

	it('start it once, joined', async () => {
		const trigger = tested();
		const first = trigger.post(next('Oi'), undefined, true);
		await untilItWaits();
		for (const text of ['tudo bem?', 'queria um horário']) {
			clock.pass(5_000);
			expect(await trigger.post(next(text), undefined, true)).toMatchObject(HELD);
		}
		clock.pass(5_000);
		expect(await Promise.race([first, setTimeout(50)])).toBeUndefined();
		clock.pass(3_000);
		expect((await first).items).toMatchObject([
			{ json: { text: 'Oi\ntudo bem?\nqueria um horário' } },
		]);
		expect(await first).toMatchObject({ ...HELD, items: [{}], answeredFirst: true });
	});

	it("don't start it if somebody answers by hand meanwhile", async () => {
		const trigger = tested({ options: { ...JOINS.options, pauseAfterOwn: 30 } });
		const first = trigger.post(next('Oi'), undefined, true);
		await untilItWaits();
		await trigger.post(next('Bom dia!', { fromMe: true }), undefined, true);
		clock.pass(WITHIN_SECONDS * 1_000);
		expect(await first).toMatchObject(HELD);
	});
});

describe('an event about the connection that has to last', () => {
	const isMe = ({ path }: { path: string }) => path === '/me';
	const isAsked = () => emulator.requests.some(isMe);

	async function startsAfter(happen: () => void): Promise<number> {
		const trigger = await published({ options: { onlyAfter: 60 } });
		const event = { type: 'DisconnectedCallback', instanceId: account.instance };
		expect(await write(trigger, { ...event, momment: clock.now() })).toMatchObject(HELD);
		emulator.requests.length = 0;
		happen();
		clock.pass(59_000);
		expect(isAsked()).toBe(false);
		clock.pass(1_000);
		await until(() => hasSettled(trigger));
		expect(isAsked()).toBe(true);
		await trigger.deactivate();
		return trigger.executions.length;
	}

	it('starts nothing if Z-API says that it is over', async () => {
		expect(await startsAfter(() => {})).toBe(0);
	});

	it("starts the workflow if Z-API says that it lasts, doesn't say, or can't be asked", async () => {
		const nothing = { status: 200, body: {} };
		expect(await startsAfter(() => (emulator.state.connected = false))).toBe(1);
		expect(
			await startsAfter(() => emulator.misbehave({ when: isMe, answer: nothing, times: 1 })),
		).toBe(1);
		expect(n8n.logged.join('')).toBe('');
		expect(
			await startsAfter(() => emulator.misbehave({ when: isMe, hangUp: 'before', times: 1 })),
		).toBe(1);
		expect(n8n.logged.join('')).toContain("can't ask whether WhatsApp is connected");
	});
});

describe('a call about held messages', () => {
	it('is refused, and logged, unless it was just signed with the token for this n8n', async () => {
		const deed: Deed = { does: 'look', keys: [] };
		const host = '127.0.0.1:1';
		const good = makeSelfCall(account.token, host, deed);
		const trigger = new Trigger(account, { parameters: { events: ['all'], ...JOINS } });
		for (const bad of [
			makeSelfCall('another token', host, deed),
			makeSelfCall(account.token, 'n8n.example.com', deed),
			makeSelfCall(account.token, host, deed, Date.now() - 3_600_000),
			{ ...good, deed: { ...deed, keys: ['another'] } },
		]) {
			const { status, body, logged } = await trigger.post(bad, {});
			expect([status, body]).toEqual([
				403,
				{ error: expect.stringContaining("isn't signed") as string },
			]);
			expect(logged).toContain('refused a call about held messages: its signature is wrong');
		}
		expect(await trigger.post(good, {})).toMatchObject({
			...{ status: 200, body: { stored: [], messages: [] }, logged: '' },
		});
	});
});
