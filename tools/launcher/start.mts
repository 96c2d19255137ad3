/**
 * `npm start`: this package in a real n8n, ready to click on. `npm start -- --model`: with a model that answers by
 * rule. `npm start -- --once`: the same as a smoke test, which runs the examples and ends.
 */
import { byHand, giveNumbers } from './byHand.mts';
import { clearUp } from './clearUp.mts';
import { aborted, readArguments, runUntilEnd } from './command.mts';
import type { Emulator } from '../emulator/types.mts';
import { phoneAddress } from '../emulator/phone/answerPhone.mts';
import type { ImportedWorkflow, ZApiAccount } from './examples.mts';
import { launch, type Launched } from './launch.mts';
import { lastLines } from './processes.mts';
import { giveModel } from './ruleModel.mts';
import { RUNS } from './runs/index.mts';
import { runExample } from './runs/run.mts';
import { fillTables } from './tables.mts';
import { withoutSecrets } from '../withoutSecrets.mts';

const USUAL_PORT = 5678;

/** Shorter values can't be real; hiding them would only garble the text around them. */
const SHORTEST_SECRET = 4;

const USAGE = `Usage: npm start                    n8n with this package in it, until Ctrl-C
       npm start -- --model         the same, and the examples with AI have a stand-in model, which answers by rule
       npm start -- --once          runs the examples in it, and ends: 0 if it worked, 1 if not
       npm start -- --n8n <folder>  in the n8n in this folder; also with one of the others

Without a Z-API account, an emulator stands in for Z-API. To use a real account, set the environment variables
Z_API_INSTANCE and Z_API_TOKEN, and if need be Z_API_CLIENT_TOKEN and Z_API_BASE_URL.`;

function readAccount(environment: NodeJS.ProcessEnv): ZApiAccount | undefined {
	const {
		Z_API_INSTANCE: instance = '',
		Z_API_TOKEN: token = '',
		Z_API_CLIENT_TOKEN: clientToken = '',
		Z_API_BASE_URL: baseUrl = '',
	} = environment;
	if (instance === '' && token === '' && clientToken === '' && baseUrl === '') return undefined;
	if (instance === '' || token === '') {
		throw new Error(
			'A real account needs both Z_API_INSTANCE and Z_API_TOKEN. For the emulator, set no variable that starts with Z_API_.',
		);
	}
	return { instance, token, clientToken, baseUrl: baseUrl || 'https://api.z-api.io' };
}

interface Call {
	isSmokeTest: boolean;
	wantsModel: boolean;
	/** The folder of the n8n to start, if it isn't the usual one. */
	given?: string;
	account: ZApiAccount | undefined;
}

function readCall(): Call {
	const { argument, given } = readArguments(['--model', '--once'], USAGE);
	const account = readAccount(process.env);
	if (argument === '--once' && account) {
		throw new Error(
			'--once runs a workflow that changes a community, so it refuses a real account: unset the variables that start with Z_API_.',
		);
	}
	if (argument === '--model' && account) {
		throw new Error(
			'--model answers by rule whoever writes to the number, so it refuses a real account: unset the variables that start with Z_API_.',
		);
	}
	const [isSmokeTest, wantsModel] = [argument === '--once', argument === '--model'];
	return { isSmokeTest, wantsModel, given, account };
}

/** Whatever is printed, even n8n's log, must not show the account. */
function report(text: string) {
	const { Z_API_INSTANCE, Z_API_TOKEN, Z_API_CLIENT_TOKEN } = process.env;
	const secrets = [Z_API_INSTANCE, Z_API_TOKEN, Z_API_CLIENT_TOKEN]
		.filter((secret) => secret !== undefined)
		.filter((secret) => secret.length >= SHORTEST_SECRET);
	console.log(withoutSecrets(text, secrets));
}

/** What is told of the examples to somebody who tries them by hand. */
interface HandsOn {
	/** Which of the emulator's numbers an example has, by its file. */
	numbers: Map<string, number>;
	hasModel: boolean;
}

function whatToDo(workflow: ImportedWorkflow, emulator: Emulator, hands: HandsOn): string[] {
	const number = hands.numbers.get(workflow.file);
	return [
		...byHand(workflow, hands.hasModel),
		...(number === undefined ? [] : [`    Its phone: ${phoneAddress(emulator, number)}`]),
	];
}

function whatIsThere(
	{ n8n, workflows, credential, emulator }: Launched,
	hands: HandsOn | undefined,
): string {
	const zApi = emulator ? `an emulator at ${emulator.baseUrl}` : 'your account';
	return [
		'',
		`n8n is ready:  ${n8n.url}`,
		`E-mail:        ${n8n.owner.email}`,
		`Password:      ${n8n.owner.password}`,
		'',
		...(emulator
			? [
					`Phone:         ${phoneAddress(emulator)}, to write to your workflows as a customer does`,
					'',
				]
			: []),
		`Credential:    "${credential.name}", for ${zApi}`,
		emulator
			? 'Workflows; those with a trigger have a number of their own on the phone:'
			: 'Workflows:',
		...workflows.flatMap((workflow) => [
			`  ${workflow.name}: ${n8n.url}/workflow/${workflow.id}`,
			...(emulator && hands ? whatToDo(workflow, emulator, hands) : []),
		]),
		'',
		'Ctrl-C ends n8n and removes everything that was made for it.',
	].join('\n');
}

async function runExamples(launched: Launched, end: AbortSignal): Promise<boolean> {
	return await launched.steps.take(`Running the ${RUNS.length} examples`, async () => {
		let allPassed = true;
		for (const [index, run] of RUNS.entries()) {
			const { passed, lines } = await runExample(run, launched, end);
			const place = `${index + 1}.`.padEnd(4);
			report(lines.map((line, row) => `${row === 0 ? place : '    '}${line}`).join('\n'));
			allPassed &&= passed;
		}
		return allPassed;
	});
}

/**
 * Makes n8n and the emulator what they would be without the runs, for somebody who tries the examples by hand.
 *
 * @returns which of the emulator's numbers an example has, by its file
 */
async function makeReady(
	{ n8n, credential, workflows }: Launched,
	emulator: Emulator,
): Promise<Map<string, number>> {
	// The groups are back where they were, so that the examples can be run again by hand.
	emulator.reset();
	await clearUp(n8n, credential, workflows);
	await fillTables(n8n);
	emulator.tellsAtOnce = true;
	return await giveNumbers(n8n, emulator, workflows);
}

async function use(launched: Launched, call: Call, end: AbortSignal): Promise<number> {
	const { isSmokeTest, wantsModel } = call;
	const { n8n, workflows, emulator } = launched;
	await using cleanup = new AsyncDisposableStack();
	let hands: HandsOn | undefined;
	if (emulator) {
		const passed = await runExamples(launched, end);
		if (isSmokeTest) {
			const log = lastLines(n8n.log(), 20);
			report(passed ? 'It works.' : `It doesn't work. n8n's log ends with:\n${log}`);
			return passed ? 0 : 1;
		}
		if (!passed) report("This isn't what the examples should do.");
		hands = { numbers: await makeReady(launched, emulator), hasModel: wantsModel };
		if (wantsModel) {
			const model = await giveModel(n8n, workflows);
			cleanup.defer(() => model.close());
		}
	} else {
		report('With a real account, no workflow is run: that is up to you.');
	}
	report(whatIsThere(launched, hands));
	await aborted(end);
	report('Ending n8n and removing its data');
	return 0;
}

async function start(end: AbortSignal): Promise<number> {
	const call = readCall();
	const { given, account } = call;
	const launched = await launch({
		root: process.cwd(),
		...{ given, account },
		preferredPort: USUAL_PORT,
		report,
		stepsAfter: account ? 0 : 1,
		signal: end,
	});
	try {
		const { n8n } = launched;
		const death = n8n.exited.then(() => {
			throw new Error(`n8n ended by itself. Its log ends with:\n${lastLines(n8n.log(), 40)}`);
		});
		return await Promise.race([use(launched, call, end), death]);
	} finally {
		await launched.close();
	}
}

await runUntilEnd(start, report);
