import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulator } from '../emulator/emulator.mts';
import type { Emulator } from '../emulator/types.mts';
import {
	createCredential,
	importExamples,
	type CredentialReference,
	type ImportedWorkflow,
	type ZApiAccount,
} from './examples.mts';
import { findN8n } from './installation.mts';
import { startN8n, type N8n } from './n8n.mts';
import { installPackage, packUnlessGiven } from './package.mts';
import { Steps } from './steps.mts';

export interface LaunchOptions {
	/** The project's folder. */
	root: string;
	/** Of n8n; the usual one, if left out. */
	version?: string;
	/** The folder of an n8n that is used instead. */
	given?: string;
	/** The packed package, if it has been built and packed before. */
	tarball?: string;
	/** A real account; without it, an emulator is started. */
	account?: ZApiAccount;
	/** Where n8n should listen, if nothing else does. */
	preferredPort?: number;
	/** Environment variables for n8n, which replace those that it would have. */
	environment?: Record<string, string>;
	/** Told what happens, in lines for a person. */
	report: (line: string) => void;
	/** How many steps follow; none, if left out. */
	stepsAfter?: number;
	/** Ends the launch. */
	signal?: AbortSignal;
}

/** An n8n with this package in it, ready for use. */
export interface Launched {
	/** The one that runs now, also after a restart. */
	readonly n8n: N8n;
	/** Undefined when there is a real account. */
	emulator?: Emulator;
	credential: CredentialReference;
	workflows: ImportedWorkflow[];
	/** For the steps that follow. */
	steps: Steps;
	/** n8n's data, with the package in it. */
	userFolder: string;
	/**
	 * Ends n8n, if it still runs, and starts it again with its data, at its address.
	 *
	 * @returns the new one
	 */
	restart(environment?: Record<string, string>): Promise<N8n>;
	/** Ends everything that was started, and removes every temporary folder. */
	close(): Promise<void>;
}

/**
 * Builds and packs the package, installs it into a fresh n8n as a user would, and fills that with a credential
 * and the example workflows.
 *
 * @throws Error if a step fails, an abort error if the signal fires; nothing is left behind then
 */
export async function launch(options: LaunchOptions): Promise<Launched> {
	const { root, account, preferredPort, report, signal, stepsAfter = 0 } = options;
	const steps = new Steps((options.tarball ? 5 : 6) + stepsAfter, report);
	await using cleanup = new AsyncDisposableStack();
	const temporary = await mkdtemp(join(tmpdir(), 'n8n-nodes-z-api-'));
	// n8n's last writes can still arrive while its folder is being removed.
	cleanup.defer(() => rm(temporary, { recursive: true, force: true, maxRetries: 5 }));
	const userFolder = join(temporary, 'user');
	const tarball = await packUnlessGiven(options, temporary, steps);

	const found = await steps.take('Looking for n8n on this machine', () => findN8n(options));
	const { folder } = found;
	const environment = { ...found.environment, ...options.environment };
	await steps.take(`Installing the package into a fresh n8n ${found.version}`, () =>
		installPackage(tarball, userFolder, signal),
	);

	const emulator = account ? undefined : await startEmulator();
	if (emulator) cleanup.defer(() => emulator.close());
	const usual = { folder, userFolder, preferredPort, environment, signal };
	let n8n = await steps.take('Starting n8n and creating its owner', () => startN8n(usual));
	cleanup.defer(() => n8n.close());
	const { owner, url } = n8n;
	const used = account ?? accountOf(emulator);
	const credential = await steps.take('Saving the credential', () => createCredential(n8n, used));
	const workflows = await steps.take('Importing the examples', () =>
		importExamples(n8n, join(root, 'examples'), credential, used.baseUrl),
	);
	const running = cleanup.move();
	return {
		get n8n() {
			return n8n;
		},
		...{ emulator, credential, workflows, steps, userFolder },
		async restart(others = options.environment) {
			await n8n.close();
			const same = { ...usual, owner, preferredPort: Number(new URL(url).port) };
			n8n = await startN8n({ ...same, environment: { ...found.environment, ...others } });
			return n8n;
		},
		close: () => running.disposeAsync(),
	};
}

function accountOf(emulator: Emulator | undefined): ZApiAccount {
	if (emulator === undefined) throw new Error('There is neither an account nor an emulator');
	return { ...emulator.account, baseUrl: emulator.baseUrl };
}
