import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Emulator } from '../../tools/emulator/types.mts';
import { launch, type Launched } from '../../tools/launcher/launch.mts';
import { Account } from '../../tools/launcher/life/account.mts';
import { CHAPTERS, UPDATE } from '../../tools/launcher/life/chapters.mts';
import { packEarlier } from '../../tools/launcher/life/earlier.mts';
import { lifeOf, turn } from '../../tools/launcher/life/life.mts';
import type { Chapter, Life, Look, Scene } from '../../tools/launcher/life/scene.mts';
import { lastLines } from '../../tools/launcher/processes.mts';
import { many } from './life/many.mts';
import { packed } from './packed.mts';
import { silence } from './life/silence.mts';
import { showingLog } from './showLog.mts';

/** Long enough for n8n to be installed, too, which happens once on a machine. */
const START_LIMIT_MILLISECONDS = 15 * 60_000;
const TURN_LIMIT_MILLISECONDS = 10 * 60_000;
const TEST_LIMIT_MILLISECONDS = 240_000;
const LOG_LINES = 30;

const FOREIGN = 'https://crm.example.com/hooks/whatsapp?key=s3cret';

let temporary: string;
let launched: Launched & { emulator: Emulator };
let life: Life;

beforeAll(async () => {
	temporary = await mkdtemp(join(tmpdir(), 'n8n-nodes-z-api-life-'));
	const root = process.cwd();
	const tarballs = {
		current: packed(),
		earlier: await packEarlier(root),
	};
	const options = { root, tarball: tarballs.earlier, report: () => {} };
	launched = (await launch(options)) as typeof launched;
	life = lifeOf(launched, tarballs, {}, 'earlier');
}, START_LIMIT_MILLISECONDS);

afterAll(async () => {
	await life?.domain?.close();
	await launched?.close();
	await rm(temporary, { recursive: true, force: true });
}, 60_000);

const log = () => lastLines(life.n8n.log(), LOG_LINES);

function see(name: string, test: () => Promise<void>): void {
	it(name, () => showingLog(log, test), TEST_LIMIT_MILLISECONDS);
}

/** One n8n for all: each chapter goes on where the one before has left it. */
function tell(chapter: Chapter): void {
	describe(`when ${chapter.name}`, () => {
		let looks: Look[] = [];
		beforeAll(async () => {
			looks = await showingLog(log, () => turn(life, chapter));
		}, TURN_LIMIT_MILLISECONDS);

		for (const [index, { name }] of chapter.scenes.entries()) {
			see(`a published trigger ${name}`, async () => {
				const look = looks[index];
				if (!look) throw new Error('There is nothing to look at: it was never prepared');
				await look(life);
			});
		}
	});
}

// It is launched with the version before.
tell(UPDATE);
tell(silence);

describe('an address that another program has set for messages of both directions', () => {
	see('keeps a trigger from being published, in words', async () => {
		const account = await Account.open(life);
		account.instance.state.receivedAndDelivery = FOREIGN;
		const refusal = account.publish(life).then(
			() => 'It was published',
			(error: unknown) => String(error),
		);
		expect(await refusal).toMatch(/crm\.example\.com/);
		expect(await refusal).toMatch(/both directions|sent by me/i);
		expect(await refusal).not.toContain('s3cret');
		expect(account.address).toBe(FOREIGN);
		expect(account.requests().filter((request) => request.startsWith('PUT'))).toEqual([]);
	});

	see('is replaced if the option says so, and given back', async () => {
		const account = await Account.open(life);
		const { state } = account.instance;
		state.receivedAndDelivery = FOREIGN;
		const workflow = await account.publish(life, { replaceExisting: true });
		expect(state.receivedAndDelivery).toContain('/webhook/');
		expect(state.webhooks.ReceivedCallback).toBe(state.receivedAndDelivery);
		await account.expectToBeHeard(life.n8n, workflow);
		await workflow.unpublish();
		await account.expectAddress(FOREIGN);
		expect(state.webhooks.ReceivedCallback).toBe('');
	});
});

describe('an address that Z-API says it sets, and does not', () => {
	see('is set again', async () => {
		const account = await Account.open(life);
		account.instance.quirks.putsWithoutEffect = 1;
		const workflow = await account.publish(life);
		await account.expectToBeHeard(life.n8n, workflow);
		await workflow.unpublish();
		await account.expectAddress('');
	});

	see('is no secret, if it is never set', async () => {
		const account = await Account.open(life);
		account.instance.state.webhooks.ReceivedCallback = FOREIGN;
		account.instance.quirks.putsWithoutEffect = Infinity;
		const publishing = account.publish(life, { replaceExisting: true });
		await expect(publishing).rejects.toThrow(/crm\.example\.com/);
		expect(account.address).toBe(FOREIGN);
	});
});

/** What there is, besides what every version of n8n has to survive. */
const MORE: Record<string, Scene[]> = { 'n8n is stopped': [many] };

for (const chapter of CHAPTERS.filter((each) => each !== UPDATE)) {
	tell({ ...chapter, scenes: [...chapter.scenes, ...(MORE[chapter.name] ?? [])] });
}
