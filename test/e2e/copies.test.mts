import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Emulator } from '../../tools/emulator/types.mts';
import { webhooksAt } from '../../tools/launcher/differences.mts';
import { launch, type Launched } from '../../tools/launcher/launch.mts';
import { Account } from '../../tools/launcher/life/account.mts';
import { openDomain, type Domain } from '../../tools/launcher/life/domain.mts';
import { packEarlier } from '../../tools/launcher/life/earlier.mts';
import { lifeOf } from '../../tools/launcher/life/life.mts';
import type { Life, Tarballs } from '../../tools/launcher/life/scene.mts';
import { freePort, type N8n } from '../../tools/launcher/n8n.mts';
import { waitUntil } from '../../tools/launcher/waiting.mts';
import type { TriggerWorkflow } from '../../tools/launcher/workflows/triggerWorkflow.mts';
import { packed } from './packed.mts';
import { copyOf, type Copy } from './life/copy.mts';

/** Long enough for n8n to be installed, too, which happens once on a machine. */
const START_LIMIT_MILLISECONDS = 15 * 60_000;
const TURN_LIMIT_MILLISECONDS = 10 * 60_000;
const TEST_LIMIT_MILLISECONDS = 240_000;
/** In this time, a copy that is started would have taken an address over. */
const TAKEOVER_MILLISECONDS = 5_000;

let temporary: string;
let tarballs: Tarballs;
let domain: Domain;
let launched: Launched & { emulator: Emulator };
let life: Life;

beforeAll(async () => {
	temporary = await mkdtemp(join(tmpdir(), 'n8n-nodes-z-api-copies-'));
	const root = process.cwd();
	tarballs = { current: packed(), earlier: await packEarlier(root) };
	const preferredPort = await freePort();
	domain = await openDomain(`http://127.0.0.1:${preferredPort}`);
	const environment = webhooksAt(`${domain.url}/`);
	launched = (await launch({
		...{ root, tarball: tarballs.earlier, preferredPort, environment, report: () => {} },
	})) as typeof launched;
	life = lifeOf(launched, tarballs, environment);
}, START_LIMIT_MILLISECONDS);

afterAll(async () => {
	await launched?.close();
	await domain?.close();
	await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
}, 60_000);

/** A published workflow, and where its events go to. */
interface Published {
	account: Account;
	workflow: TriggerWorkflow;
	address: string;
}

async function publish(): Promise<Published> {
	const account = await Account.open(life);
	const workflow = await account.publish(life);
	return { account, workflow, address: account.address };
}

async function makeCopy(name: string): Promise<Copy> {
	const { userFolder, emulator } = launched;
	const { owner } = life.n8n;
	const to = join(temporary, name);
	return await copyOf({ userFolder, to, owner, emulator, tarball: tarballs.current });
}

let copy: Copy;

function see(name: string, test: () => Promise<void>, limit = TEST_LIMIT_MILLISECONDS): void {
	const run = async () => {
		try {
			await test();
		} catch (error) {
			console.error(life.n8n.log(), '\nThe copy:\n', copy?.n8n.log());
			throw error;
		}
	};
	it(name, run, limit);
}

function inCopy({ workflow }: Published): TriggerWorkflow {
	return workflow.in(copy.n8n);
}

async function expectUntouched(published: Published, requests: number): Promise<void> {
	const { account, workflow, address } = published;
	expect(account.address).toBe(address);
	const made = account.requests().slice(requests);
	expect(made.filter((request) => !request.startsWith('GET'))).toEqual([]);
	await account.expectToBeHeard(life.n8n, workflow);
}

async function expectToName(n8n: N8n): Promise<void> {
	const { host } = new URL(domain.url);
	await waitUntil('the copy said who has the workflow', () => n8n.log().includes(host));
}

describe.each([
	['has the version before', 'earlier'],
	['has this version', 'current'],
] as const)('a copy, while the n8n that it was made of lives and %s', (_, version) => {
	let stays: Published;
	let changes: Published;
	let requests: number;

	beforeAll(async () => {
		if (version === 'current') {
			await life.stop();
			await life.install(version);
			await life.start();
		}
		[stays, changes] = [await publish(), await publish()];
		requests = stays.account.requests().length;
		copy = await makeCopy(version);
	}, TURN_LIMIT_MILLISECONDS);

	if (version === 'earlier') afterAll(() => copy?.close(), 60_000);

	see('changes nothing by being started, and says why', async () => {
		await wait(TAKEOVER_MILLISECONDS);
		// What was published with the version before isn't started, and so has nothing to say.
		if (version === 'current') await expectToName(copy.n8n);
		await expectUntouched(stays, requests);
	});

	see('changes nothing when somebody publishes there, and says who has the workflow', async () => {
		const before = changes.account.requests().length;
		const there = inCopy(changes);
		await there.unpublish();
		await expectUntouched(changes, before);
		const { host } = new URL(domain.url);
		await expect(there.publish()).rejects.toThrow(host);
		await expectUntouched(changes, before);
	});

	see('changes nothing when it is unpublished there', async () => {
		const before = changes.account.requests().length;
		await inCopy(changes).unpublish();
		await expectUntouched(changes, before);
	});

	if (version === 'earlier') return;

	see(
		'takes over once the other one is gone, at its start and when somebody publishes',
		async () => {
			// Its domain then says that nobody is there.
			await life.stop();
			await copy.restart();
			const at = ({ address }: Published) => address.replace(domain.url, copy.domain.url);
			await stays.account.expectAddress(at(stays));
			await stays.account.expectToBeHeard(copy.n8n, stays.workflow);
			await inCopy(changes).publish();
			await changes.account.expectAddress(at(changes));
			await changes.account.expectToBeHeard(copy.n8n, changes.workflow);
			await inCopy(changes).unpublish();
			await changes.account.expectAddress('');
			await copy.close();
		},
		TURN_LIMIT_MILLISECONDS,
	);
});
