/**
 * `npm run start:queue`: this package in n8n's queue mode, ready to click on. `npm run start:queue -- --once`: the same
 * as a smoke test, which calls one example some times and ends.
 */
import { isDeepStrictEqual } from 'node:util';
import { phoneAddress } from '../../emulator/phone/answerPhone.mts';
import { mapAtOnce } from '../calls.mts';
import { aborted, readArguments, runUntilEnd } from '../command.mts';
import { publishWorkflow } from '../examples.mts';
import { exampleIn } from '../runs/run.mts';
import { startCluster, type Cluster } from './cluster.mts';
import {
	addCommunity,
	remainingGroups,
	unlink,
	unlinkedAnswer,
	WEBHOOK_EXAMPLE,
} from './unlinking.mts';
import { failWhenOneEnds, stayUp, type Watched } from './watch.mts';

const USUAL_PORT = 5678;
const CALLS = 40;
const CALLS_AT_ONCE = 10;

const USAGE = `Usage: npm run start:queue                    n8n in queue mode with this package in it, until Ctrl-C
       npm run start:queue -- --once          calls an example in it, and ends: 0 if it worked, 1 if not
       npm run start:queue -- --n8n <folder>  with the n8n in this folder; also with --once`;

function report(text: string) {
	console.log(text);
}

function counted(count: number, singular: string): string {
	return `${count} ${singular}${count === 1 ? '' : 's'}`;
}

/** Calls the webhook example some times, and tells which process did what. */
async function callExample(cluster: Cluster, end: AbortSignal): Promise<boolean> {
	const { main, workers, webhookProcesses, workflows, steps } = cluster;
	const example = exampleIn(workflows, WEBHOOK_EXAMPLE);
	const groups = addCommunity(cluster, CALLS);
	const what = `Publishing "${example.name}", and calling it ${CALLS} times`;
	const answers = await steps.take(what, async () => {
		await publishWorkflow(main, example, end);
		return await mapAtOnce(groups, CALLS_AT_ONCE, async (group) => {
			end.throwIfAborted();
			return await unlink(cluster, group);
		});
	});

	const good = answers.filter((answer, index) =>
		isDeepStrictEqual(answer, unlinkedAnswer(groups[index] ?? '')),
	);
	const remaining = remainingGroups(cluster);
	const gone = groups.filter((group) => !remaining.has(group));
	report(`  ${good.length} of them were answered as they should be`);
	report(`  ${counted(gone.length, 'group')} left the community`);
	for (const [index, { enqueued }] of webhookProcesses.entries()) {
		report(`  Webhook process ${index + 1} took ${counted(enqueued.length, 'call')}`);
	}
	for (const [index, { started }] of workers.entries()) {
		report(`  Worker ${index + 1} ran ${counted(started.length, 'execution')}`);
	}
	const executions = workers.flatMap(({ started }) => started);
	return [good, gone, executions, [...new Set(executions)]].every(({ length }) => length === CALLS);
}

function whatIsThere(cluster: Cluster): string {
	const { main, webhookProcesses, workers, loadBalancer, emulator, credential, workflows } =
		cluster;
	return [
		'',
		`n8n is ready:         ${main.url} (the main process)`,
		`E-mail:               ${main.owner.email}`,
		`Password:             ${main.owner.password}`,
		'',
		...webhookProcesses.map(
			({ url, processId }, index) =>
				`Webhook process ${index + 1}:    ${url} (to stop it: kill ${processId})`,
		),
		...workers.map(
			({ processId }, index) =>
				`Worker ${index + 1}:             takes executions from Redis (to stop it: kill ${processId})`,
		),
		`Load balancer:        ${loadBalancer.url} (WEBHOOK_URL: leads to the webhook processes in turn)`,
		`Redis:                ${cluster.addresses.redis}`,
		`PostgreSQL:           ${cluster.addresses.postgresql}`,
		`Stand-in for Z-API:   ${emulator.baseUrl}`,
		`Phone:                ${phoneAddress(emulator)}, to write to the workflows as a customer does`,
		'',
		`Credential:           "${credential.name}", for the stand-in`,
		'Workflows:',
		...workflows.map(({ id, name }) => `  ${name}: ${main.url}/workflow/${id}`),
		'',
		'Ctrl-C ends all of it and removes everything that was made for it.',
	].join('\n');
}

/** All processes of n8n but the main one. */
function helpersOf({ webhookProcesses, workers }: Cluster): Watched[] {
	return [
		...webhookProcesses.map((one, index) => ({ ...one, name: `Webhook process ${index + 1}` })),
		...workers.map((one, index) => ({ ...one, name: `Worker ${index + 1}` })),
	];
}

async function use(cluster: Cluster, isSmokeTest: boolean, end: AbortSignal): Promise<number> {
	const main = { ...cluster.main, name: 'The main process' };
	const helpers = helpersOf(cluster);
	const passed = await Promise.race([
		callExample(cluster, end),
		failWhenOneEnds([main, ...helpers]),
	]);
	if (isSmokeTest) {
		report(passed ? 'It works.' : `It doesn't work.\n\n${cluster.logs()}`);
		return passed ? 0 : 1;
	}
	if (!passed) report("This isn't what the example should do.");
	cluster.emulator.reset();
	cluster.emulator.tellsAtOnce = true;
	report(whatIsThere(cluster));
	await stayUp(main, helpers, report, aborted(end));
	report('Ending all processes and removing their data');
	return 0;
}

async function start(end: AbortSignal): Promise<number> {
	const { argument, given } = readArguments(['--once'], USAGE);
	const isSmokeTest = argument === '--once';
	const cluster = await startCluster({
		...{ root: process.cwd(), workers: 2, webhookProcesses: 2, preferredPort: USUAL_PORT },
		...{ given, report, stepsAfter: 1, signal: end },
	});
	try {
		return await use(cluster, isSmokeTest, end);
	} finally {
		await cluster.close();
	}
}

await runUntilEnd(start, report);
