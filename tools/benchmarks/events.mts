import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { documentedEvents, type Emulator } from '../emulator/emulator.mts';
import { callWebhook, mapAtOnce } from '../launcher/calls.mts';
import { publishWorkflow, type SavedWorkflow } from '../launcher/examples.mts';
import { launch, type Launched } from '../launcher/launch.mts';
import { TRIGGER_TYPE, triggerVersion } from '../launcher/workflows/triggerVersion.mts';
import { readUse } from './cpu.mts';

const ROOT = join(import.meta.dirname, '..', '..');
const EVENTS = 200;
const AT_ONCE = 20;
const PAUSE_MILLISECONDS = 500;
/** While n8n has nothing to do, it uses less than this between two looks. */
const IDLE_CPU_MILLISECONDS = 30;

/** What starts a workflow with an event, in the words of the tables. */
export const TAKERS = { trigger: 'Z-API Trigger', webhook: "n8n's Webhook" } as const;

export type Taker = keyof typeof TAKERS;

/** One round: so many events, posted to one of both. */
export interface EventRound {
	/** Which package was installed. */
	label: string;
	taker: Taker;
	/** Of the whole process, for each event with its execution. */
	cpuMilliseconds: number;
	eventsPerSecond: number;
	/** How long the answer took, in milliseconds. */
	median: number;
}

/** A running n8n in which both wait for events. */
interface Contest {
	label: string;
	launched: Launched;
	emulator: Emulator;
	addresses: Record<Taker, string>;
}

async function publish({ n8n }: Launched, name: string, first: object): Promise<void> {
	const node = { position: [0, 0], parameters: {} };
	const saved = await n8n.post<SavedWorkflow>('/rest/workflows', {
		name,
		settings: { executionOrder: 'v1' },
		nodes: [
			{ ...node, id: `${name}-0`, name: 'First', ...first },
			{ ...node, id: `${name}-1`, name: 'Next', type: 'n8n-nodes-base.noOp', typeVersion: 1 },
		],
		connections: { First: { main: [[{ node: 'Next', type: 'main', index: 0 }]] } },
	});
	await publishWorkflow(n8n, saved);
}

async function startContest(
	label: string,
	tarball: string | undefined,
	report: (line: string) => void,
): Promise<Contest> {
	const launched = await launch({ root: ROOT, tarball, report });
	try {
		const { n8n, emulator, credential } = launched;
		if (emulator === undefined) throw new Error('There is no emulator');
		await publish(launched, TAKERS.trigger, {
			...{ type: TRIGGER_TYPE, typeVersion: await triggerVersion(n8n) },
			...{ webhookId: randomUUID(), credentials: { zApi: credential } },
		});
		const path = 'events';
		await publish(launched, TAKERS.webhook, {
			// The first version gives the item that the trigger gives: n8n does less for the later ones.
			...{ type: 'n8n-nodes-base.webhook', typeVersion: 1, webhookId: path },
			parameters: { path, httpMethod: 'POST', options: {} },
		});
		const addresses = {
			trigger: emulator.state.webhooks.ReceivedCallback,
			webhook: `${n8n.url}/webhook/${path}`,
		};
		return { label, launched, emulator, addresses };
	} catch (error) {
		await launched.close();
		throw error;
	}
}

async function cpuOf({ launched: { n8n } }: Contest): Promise<number> {
	const use = await readUse(n8n.processId ?? 0);
	if (use === undefined) throw new Error('n8n has ended');
	return use.cpuMilliseconds;
}

/** Waits until n8n has finished its executions. */
async function settle(contest: Contest): Promise<void> {
	for (let last = await cpuOf(contest); ; ) {
		await wait(PAUSE_MILLISECONDS);
		const now = await cpuOf(contest);
		if (now - last < IDLE_CPU_MILLISECONDS) return;
		last = now;
	}
}

async function runRound(contest: Contest, taker: Taker): Promise<EventRound> {
	const { label, emulator, addresses } = contest;
	const sample = documentedEvents(emulator.account).find(({ body }) => 'text' in body);
	const times: number[] = [];
	await settle(contest);
	const cpu = await cpuOf(contest);
	const start = performance.now();
	const answers = await mapAtOnce(
		Array.from({ length: EVENTS }, () => ({ ...sample?.body, messageId: randomUUID() })),
		AT_ONCE,
		async (body) => {
			const posted = performance.now();
			const answer = await callWebhook(addresses[taker], body, emulator.postedHeaders());
			times.push(performance.now() - posted);
			return answer;
		},
	);
	const seconds = (performance.now() - start) / 1000;
	await settle(contest);
	const refused = answers.find(({ status }) => status !== 200);
	if (refused) throw new Error(`${TAKERS[taker]} answered ${JSON.stringify(refused)}`);
	const median = times.toSorted((a, b) => a - b)[Math.floor(EVENTS / 2)] ?? Number.NaN;
	return {
		...{ label, taker, median },
		cpuMilliseconds: ((await cpuOf(contest)) - cpu) / EVENTS,
		eventsPerSecond: EVENTS / seconds,
	};
}

/**
 * Posts events to a published Z-API Trigger and to n8n's own Webhook node, in turns, in a real n8n; with several
 * packages, each in an n8n of its own.
 *
 * @param packages the tarballs, by what they are called in the result; this project's is packed if there is none
 * @throws Error if n8n can't be started, or an event isn't taken
 */
export async function measureEvents(
	packages: Record<string, string | undefined>,
	rounds: number,
	report: (line: string) => void,
): Promise<EventRound[]> {
	const contests: Contest[] = [];
	const results: EventRound[] = [];
	try {
		for (const [label, tarball] of Object.entries(packages)) {
			contests.push(await startContest(label, tarball, report));
		}
		// In the first round, much is read and compiled for the first time.
		for (let round = 0; round <= rounds; round++) {
			for (const contest of contests) {
				for (const taker of ['trigger', 'webhook'] as const) {
					const result = await runRound(contest, taker);
					report(JSON.stringify(result));
					if (round > 0) results.push(result);
				}
			}
		}
		return results;
	} finally {
		for (const { launched } of contests) await launched.close();
	}
}
