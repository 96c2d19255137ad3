import { join } from 'node:path';
import { startEmulator } from '../emulator/emulator.mts';
import { createCredential, importExamples } from '../launcher/examples.mts';
import { joinN8n, N8nRefusal, type N8n, type Owner } from '../launcher/n8n.mts';
import type { Running } from './checks.mts';

/** An n8n that somebody else has started, ready for the checks. */
export interface Joined extends Running {
	version: string;
	/** The version of Node that it runs on. */
	node: string;
	/** Ends what stands in for Z-API; n8n goes on. */
	close(): Promise<void>;
}

interface Settings {
	versionCli: string;
	nodeJsVersion?: string;
	urlBaseWebhook: string;
}

/**
 * @param environment `N8N_EMAIL` and `N8N_PASSWORD` of who may log in
 * @returns undefined if there is neither: then n8n has to be new
 * @throws Error if there is only one of them
 */
export function readOwner(environment: NodeJS.ProcessEnv): Owner | undefined {
	const { N8N_EMAIL: email = '', N8N_PASSWORD: password = '' } = environment;
	if (email === '' && password === '') return undefined;
	if (email === '' || password === '') {
		throw new Error('Set both N8N_EMAIL and N8N_PASSWORD, or neither for an n8n without an owner.');
	}
	return { email, password };
}

async function logIn(address: string, owner: Owner | undefined): Promise<N8n> {
	return await joinN8n(address, owner).catch((error: unknown) => {
		if (!(error instanceof N8nRefusal)) {
			throw new Error(`Nothing answers at ${address}`, { cause: error });
		}
		const advice =
			error.status === 404
				? 'Either it is no n8n, or it is still starting.'
				: owner
					? 'Are N8N_EMAIL and N8N_PASSWORD right?'
					: 'If it has an owner, set N8N_EMAIL and N8N_PASSWORD.';
		throw new Error(`No login at ${address}. ${advice}`, { cause: error });
	});
}

/** The checks run whole workflows, so nothing of anybody's may be there. */
async function expectToBeEmpty(n8n: N8n): Promise<void> {
	for (const kind of ['workflows', 'credentials']) {
		const { length } = await n8n.get<object[]>(`/rest/${kind}`);
		if (length > 0) {
			throw new Error(
				`The n8n at ${n8n.url} has ${kind} already: take a new one, since the checks fill it and leave it so.`,
			);
		}
	}
}

/**
 * Prepares a running n8n for the checks: logs in, and fills it with a credential and the example workflows. The package
 * has to be installed in it.
 *
 * @param root the project's folder
 * @param given n8n's address
 * @param owner who may log in; without one, n8n must be new
 * @throws Error if it can't be used, with what to do about it
 */
export async function joinRunning(root: string, given: string, owner?: Owner): Promise<Joined> {
	const n8n = await logIn(given.replace(/\/+$/, ''), owner);
	const { versionCli, nodeJsVersion, urlBaseWebhook } = await n8n.get<Settings>('/rest/settings');
	if (urlBaseWebhook.replace(/\/+$/, '') !== n8n.url) {
		throw new Error(
			`This n8n says that its address is ${urlBaseWebhook}: give that one, or set N8N_WEBHOOK_URL and WEBHOOK_URL to ${n8n.url}.`,
		);
	}
	await expectToBeEmpty(n8n);
	await using cleanup = new AsyncDisposableStack();
	const emulator = await startEmulator();
	cleanup.defer(() => emulator.close());
	const { account, baseUrl } = emulator;
	const credential = await createCredential(n8n, { ...account, baseUrl });
	const workflows = await importExamples(n8n, join(root, 'examples'), credential, baseUrl);
	const running = cleanup.move();
	return {
		...{ n8n, emulator, credential, workflows },
		...{ version: versionCli, node: nodeJsVersion ?? 'unknown' },
		close: () => running.disposeAsync(),
	};
}
