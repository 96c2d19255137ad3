import { setTimeout as wait } from 'node:timers/promises';
import type { Emulator } from '../../tools/emulator/types.mts';
import { launch, type Launched } from '../../tools/launcher/launch.mts';
import { Account } from '../../tools/launcher/life/account.mts';
import { lifeOf } from '../../tools/launcher/life/life.mts';
import type { Life } from '../../tools/launcher/life/scene.mts';
import { lastLines } from '../../tools/launcher/processes.mts';
import {
	TriggerWorkflow,
	type Execution,
} from '../../tools/launcher/workflows/triggerWorkflow.mts';
import { packed } from './packed.mts';
import { showingLog } from './showLog.mts';

/** Long enough for n8n to be installed, too, which happens once on a machine. */
const START_LIMIT_MILLISECONDS = 15 * 60_000;
const TEST_LIMIT_MILLISECONDS = 180_000;
const LOG_LINES = 30;

const WITHIN_SECONDS = 4;
const ANA = '5511900000001';
/** Z-API tells a person's number and `@lid`. */
const OTHER = { phone: '5511900000002', senderLid: '100000000000002@lid' };
const JOIN = { joinMessagesWithin: WITHIN_SECONDS };

let launched: Launched & { emulator: Emulator };
let life: Life;
let messages = 0;

beforeAll(async () => {
	const options = { root: process.cwd(), tarball: packed(), report: () => {} };
	launched = (await launch(options)) as typeof launched;
	life = lifeOf(launched, { current: packed(), earlier: '' });
}, START_LIMIT_MILLISECONDS);

afterAll(async () => {
	await launched?.close();
}, 60_000);

function see(name: string, test: () => Promise<void>): void {
	const log = () => lastLines(life.n8n.log(), LOG_LINES);
	it(name, () => showingLog(log, test), TEST_LIMIT_MILLISECONDS);
}

/** Lets somebody write, and waits until Z-API has its answer. */
async function write(account: Account, text: string, body: object = {}): Promise<void> {
	messages += 1;
	const answer = await account.instance.emit({
		type: 'ReceivedCallback',
		body: {
			...{ messageId: `JOINED-${messages}`, momment: Date.now(), phone: ANA, fromMe: false },
			...{ text: { message: text }, ...body },
		},
	});
	expect(answer).toMatchObject({ status: 200 });
}

function textsOf(executions: Execution[]): unknown[] {
	return executions.flatMap(({ items }) => items.map(({ json }) => json.text));
}

describe('messages that somebody writes in one go', () => {
	see('start one execution, and nobody else waits for them', async () => {
		const account = await Account.open(life);
		await using workflow = await account.publish(life, JOIN);
		await write(account, 'Oi');
		await write(account, 'tudo bem?');
		await write(account, 'Sou a Bia', OTHER);
		await write(account, 'queria marcar um horário');
		const executions = await workflow.executions(2);
		expect(textsOf(executions).sort()).toEqual([
			'Oi\ntudo bem?\nqueria marcar um horário',
			'Sou a Bia',
		]);
		const [joined] = executions.filter(({ items: [item] }) => item?.json.phone === ANA);
		expect(joined?.items[0]?.json.messages).toMatchObject([
			{ text: 'Oi' },
			{ text: 'tudo bem?' },
			{ text: 'queria marcar um horário' },
		]);
		await wait(WITHIN_SECONDS * 1_000);
		expect(await workflow.executions(2)).toHaveLength(2);
	});

	see('come once after n8n was killed while they waited', async () => {
		const account = await Account.open(life);
		const workflow = await account.publish(life, JOIN);
		await write(account, 'Oi');
		await write(account, 'vocês abrem hoje?');
		await life.kill();
		await life.start();
		const restarted = workflow.in(life.n8n);
		const executions = await restarted.executions(1);
		expect(textsOf(executions)).toEqual(['Oi\nvocês abrem hoje?']);
		await write(account, 'Obrigada');
		expect(textsOf(await restarted.executions(2))).toEqual(['Oi\nvocês abrem hoje?', 'Obrigada']);
		await restarted.unpublish();
	});

	see('start when the workflow is unpublished', async () => {
		const account = await Account.open(life);
		const workflow = await account.publish(life, JOIN);
		await write(account, 'Oi');
		await write(account, 'até logo');
		await workflow.unpublish();
		expect(textsOf(await workflow.executions(1))).toEqual(['Oi\naté logo']);
		await workflow.publish();
		await wait(WITHIN_SECONDS * 1_000);
		expect(await workflow.executions(1)).toHaveLength(1);
		await workflow.unpublish();
	});

	see('start nothing when somebody answers by hand meanwhile', async () => {
		const account = await Account.open(life);
		await using workflow = await account.publish(life, { ...JOIN, pauseAfterOwn: 10 });
		await write(account, 'Oi');
		await write(account, 'Oi, aqui é o João', { fromMe: true, fromApi: false });
		await write(account, 'Sou a Bia', OTHER);
		expect(textsOf(await workflow.executions(1))).toEqual(['Sou a Bia']);
	});

	see('are joined in a test, too', async () => {
		const account = await Account.open(life);
		const workflow = await account.save(life, JOIN);
		await workflow.startTest();
		await account.expectTest();
		await write(account, 'Oi');
		await write(account, 'isto é um teste');
		const executions = await workflow.executions(1);
		expect(executions).toMatchObject([{ mode: 'manual', status: 'success' }]);
		expect(textsOf(executions)).toEqual(['Oi\nisto é um teste']);
	});
});

describe('the state of the connection', () => {
	see('starts something only if it lasts', async () => {
		const account = await Account.open(life);
		const { instance } = account;
		const events = ['connected', 'disconnected'];
		const workflow = await TriggerWorkflow.save(
			{ n8n: life.n8n, credential: account.credential },
			{ events, options: { onlyAfter: WITHIN_SECONDS } },
		);
		await workflow.publish();
		const become = async (connected: boolean, isTrue = true) => {
			if (isTrue) instance.state.connected = connected;
			const type = connected ? 'ConnectedCallback' : 'DisconnectedCallback';
			messages += 1;
			const answer = await instance.emit({ type, body: { momment: messages } });
			expect(answer).toMatchObject({ status: 200 });
		};
		for (const connected of [false, true, false, true]) await become(connected);
		await wait((WITHIN_SECONDS + 2) * 1_000);
		// That it came back was never posted, but Z-API knows.
		await become(false, false);
		await wait((WITHIN_SECONDS + 2) * 1_000);
		await become(false);
		const executions = await workflow.executions(1);
		expect(executions.flatMap(({ items }) => items.map(({ json }) => json.eventType))).toEqual([
			'disconnected',
		]);
		await workflow.unpublish();
	});
});
