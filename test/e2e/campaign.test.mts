import { setTimeout as wait } from 'node:timers/promises';
import { messagesOf } from '../../tools/emulator/messages.mts';
import type { Emulator } from '../../tools/emulator/types.mts';
import {
	publishWorkflow,
	unpublishWorkflow,
	type ImportedWorkflow,
} from '../../tools/launcher/examples.mts';
import { startWorkflow, waitForEnd } from '../../tools/launcher/executions.mts';
import { launch, type Launched } from '../../tools/launcher/launch.mts';
import { lastLines } from '../../tools/launcher/processes.mts';
import { CAMPAIGN_COLUMNS, withSettings } from '../../tools/launcher/runs/campaignFromTable.mts';
import {
	createDataTable,
	useDataTable,
	type DataTable,
} from '../../tools/launcher/runs/dataTable.mts';
import { change, exampleIn, startOf, withParameters } from '../../tools/launcher/runs/run.mts';
import { waitUntil } from '../../tools/launcher/waiting.mts';
import { packed } from './packed.mts';
import { showingLog } from './showLog.mts';

/** Long enough for n8n to be installed, too, which happens once on a machine. */
const START_LIMIT_MILLISECONDS = 15 * 60_000;
/** How often n8n is killed at each place, and at random ones. */
const TIMES = process.env.FULL ? 4 : 1;
const TIMES_AT_RANDOM = process.env.FULL ? 20 : 1;
const KILL_LIMIT_MILLISECONDS = 180_000;
const TABLE = 'WhatsApp campaign';
/** An execution, and the second before it. */
const MOMENT_MILLISECONDS = 3_000;
/** Longer than an execution takes. */
const SECONDS_UNTIL_UNKNOWN = 12;
/** Nothing is answered so late. */
const NEVER_MILLISECONDS = 20_000;

let launched: Launched & { emulator: Emulator };
let example: ImportedWorkflow;
let table: DataTable;
let people = 0;

/** @returns rows for people who haven't had a message, all of them on WhatsApp */
function newRows(count: number): Array<Record<string, string>> {
	return Array.from({ length: count }, () => {
		people += 1;
		const [name, phone] = [`Pessoa ${people}`, `55119${70_000_000 + people}`];
		launched.emulator.state.contacts.push({ name, phone, short: name });
		return { name, phone };
	});
}

function timesSentTo(phone: string): number {
	return messagesOf(launched.emulator.state, phone).length;
}

async function saveCampaign(settings: { rowsPerRun: number; minutesUntilUnknown?: number }) {
	const { n8n, workflows, emulator } = launched;
	const stage = { n8n, workflows, emulator, workflow: example };
	const eachSecond = withParameters({
		rule: { interval: [{ field: 'cronExpression', expression: '* * * * * *' }] },
	});
	({ workflow: example } = await change(stage, {
		'Every Minute': eachSecond,
		Settings: withSettings({ dryRun: false, ...settings }),
	}));
}

beforeAll(async () => {
	const options = { root: process.cwd(), tarball: packed(), report: () => {} };
	launched = (await launch(options)) as typeof launched;
	example = exampleIn(launched.workflows, 'campaign-from-table.json');
	table = await createDataTable(launched.n8n, TABLE, CAMPAIGN_COLUMNS);
	// Of two runs that both create a table, one fails; the example's first run is by hand.
	await createDataTable(launched.n8n, 'WhatsApp opt-outs', ['phone']);
}, START_LIMIT_MILLISECONDS);

afterAll(async () => {
	await launched?.close();
}, 60_000);

function see(name: string, test: () => Promise<void>, limit: number): void {
	it(name, () => showingLog(() => lastLines(launched.n8n.log(), 30), test), limit);
}

/** Where n8n is killed while it is busy with a row, and how a test knows that it is there. */
const PLACES: Record<string, (phone: string) => Promise<void>> = {
	'at any moment': async () => await wait(Math.random() * MOMENT_MILLISECONDS),
	'before the row is claimed': () => Promise.resolve(),
	'after it was claimed': async (phone) => await held('/phone-exists', phone),
	'after the request was sent': async (phone) => await held('/send-text', phone),
	'after Z-API answered': async (phone) => {
		await waitUntil('the message is sent', () => timesSentTo(phone) > 0, undefined, 20_000);
	},
	'after the answer was written down': async (phone) => {
		const isMarked = async () => (await rowOf(phone))?.status === 'queued';
		await waitUntil('the row is marked', isMarked, undefined, 20_000);
	},
};

/** @returns how many executions were cut off; each has one row */
async function crashed(): Promise<number> {
	const filter = encodeURIComponent(
		JSON.stringify({ workflowId: example.id, status: ['crashed'] }),
	);
	const { results } = await launched.n8n.get<{ results: unknown[] }>(
		`/rest/executions?limit=100&filter=${filter}`,
	);
	return results.length;
}

async function rowOf(phone: string) {
	return (await table.rows()).find((row) => row.phone === phone);
}

/** Lets Z-API answer a request about somebody late, and waits for the request. */
async function held(path: string, phone: string): Promise<void> {
	const isIt = (request: { path: string; text: string }) =>
		request.path.startsWith(path) && (request.path + request.text).includes(phone);
	const { emulator } = launched;
	emulator.misbehave({ when: isIt, times: 1, delayMilliseconds: NEVER_MILLISECONDS });
	await waitUntil(`${path} is asked`, () => emulator.requests.some(isIt), undefined, 20_000);
}

describe('a campaign from a table', () => {
	see(
		'sends nobody anything twice when four runs meet over the same rows',
		async () => {
			const rows = newRows(20);
			await table.insert(rows);
			await saveCampaign({ rowsPerRun: 20 });
			const { n8n } = launched;
			const ids = await Promise.all(
				[1, 2, 3, 4].map(async () => await startWorkflow(n8n, example, startOf(example))),
			);
			const ended = await Promise.all(ids.map(async (id) => await waitForEnd(n8n, id)));
			expect(ended.map(({ status }) => status)).toEqual(Array(4).fill('success'));
			expect(rows.map(({ phone }) => timesSentTo(phone ?? ''))).toEqual(Array(20).fill(1));
			expect((await table.rows()).map(({ status }) => status)).toEqual(Array(20).fill('queued'));
		},
		120_000,
	);

	const kills = Object.entries(PLACES).flatMap((place) =>
		Array<typeof place>(place[0] === 'at any moment' ? TIMES_AT_RANDOM : TIMES).fill(place),
	);

	for (const [place, arrive] of kills) {
		see(
			`goes on after n8n was killed ${place}, and sends nobody anything twice`,
			async () => {
				const rows = newRows(3);
				const [{ phone: first = '' } = {}] = rows;
				await saveCampaign({ rowsPerRun: 1, minutesUntilUnknown: SECONDS_UNTIL_UNKNOWN / 60 });
				await publishWorkflow(launched.n8n, example);
				const before = await crashed();
				const arrived = arrive(first);
				await table.insert(rows);
				await arrived;
				process.kill(launched.n8n.processId ?? 0, 'SIGKILL');
				await launched.n8n.exited;
				const n8n = await launched.restart();
				table = await useDataTable(n8n, TABLE, CAMPAIGN_COLUMNS);
				const phones = rows.map(({ phone = '' }) => phone);
				const own = async () =>
					(await table.rows()).filter(({ phone = '' }) => phones.includes(phone));
				const isOver = async () =>
					(await own()).every(({ status }) => status !== '' && status !== 'sending');
				await waitUntil('each row has its outcome', isOver, undefined, 60_000);
				await unpublishWorkflow(n8n, example);
				const outcomes = await own();
				for (const { phone = '', status } of outcomes) {
					const times = timesSentTo(phone);
					expect(times).toBeLessThanOrEqual(1);
					if (status === 'queued') expect(times).toBe(1);
				}
				const unclear = outcomes.filter(({ status }) => status !== 'queued');
				expect(unclear.map(({ status }) => status)).toEqual(Array(unclear.length).fill('unknown'));
				expect(unclear.length).toBeLessThanOrEqual((await crashed()) - before);
			},
			KILL_LIMIT_MILLISECONDS,
		);
	}
});
