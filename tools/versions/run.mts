/**
 * `npm run test:versions`: the packed package in several versions of n8n, one after the other. What came of it goes
 * into the README.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import manifest from '../../package.json' with { type: 'json' };
import { ensureN8n, n8nFolder, N8N_VERSION } from '../launcher/cache.mts';
import { takeN8n } from '../launcher/command.mts';
import { findN8n, givenN8n, isAddress } from '../launcher/installation.mts';
import type { Emulator } from '../emulator/types.mts';
import { launch, type Launched } from '../launcher/launch.mts';
import { packEarlier } from '../launcher/life/earlier.mts';
import type { Tarballs } from '../launcher/life/scene.mts';
import { buildAndPack } from '../launcher/package.mts';
import { lastLines, settledWithin } from '../launcher/processes.mts';
import { withoutSecrets } from '../withoutSecrets.mts';
import {
	CHECKS,
	NotInThisN8n,
	NotOverHttp,
	WITHOUT_PUBLICATION_SERVICE,
	type Parts,
	type Running,
} from './checks.mts';
import { askNpm, firstInstallable } from './newest.mts';
import { joinRunning, readOwner } from './running.mts';
import { readVersions, toRow, USAGE, writeTable, type Outcome } from './table.mts';

const ROOT = join(import.meta.dirname, '..', '..');
const README = join(ROOT, 'README.md');
const OLDEST = manifest.engines.n8n.replace('>=', '');
const USUAL_VERSIONS = [OLDEST, '2.0.3', '2.20.12', N8N_VERSION];
const LOG_LINES = 40;
/** So soon it is known that n8n has ended, if a failure comes from that. */
const END_MILLISECONDS = 500;
const SETUP = 'installation';

function report(line: string): void {
	console.log(line);
}

/** What went wrong, and what that came from. */
function messageOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const { message, cause } = error;
	return cause === undefined ? message : `${message}\n${messageOf(cause)}`;
}

function indented(text: string): string {
	return text.replace(/^/gm, '    ');
}

/** Tries everything, also after a failure, unless n8n has ended. */
async function check(version: string, parts: Running, signal: AbortSignal): Promise<Outcome> {
	const outcome: Outcome = { version, tried: [], failed: [], lacking: [], skipped: [] };
	const { instance, token, clientToken } = parts.emulator.account;
	const secrets = [instance, token, clientToken];
	let logShown = '';
	const more = version === N8N_VERSION ? [WITHOUT_PUBLICATION_SERVICE] : [];
	for (const { name, run } of [...CHECKS, ...more]) {
		signal.throwIfAborted();
		parts.emulator.reset();
		try {
			await run(parts, signal);
			outcome.tried.push(name);
			report(`  works: ${name}`);
		} catch (error) {
			signal.throwIfAborted();
			const words = withoutSecrets(messageOf(error), secrets);
			if (error instanceof NotInThisN8n) {
				outcome.lacking.push(words);
				report(`  not in this n8n: ${words}`);
				continue;
			}
			if (error instanceof NotOverHttp) {
				outcome.skipped.push(`${name}: ${words}`);
				continue;
			}
			outcome.tried.push(name);
			outcome.failed.push(name);
			report(`  n8n ${version} fails: ${name}\n${indented(words)}`);
			const log = parts.n8n.log();
			const news = withoutSecrets(lastLines(log.replace(logShown, ''), LOG_LINES), secrets);
			logShown = log;
			report(`  The log of n8n ${version} ends with:\n${indented(news || '(nothing new)')}`);
			if (await settledWithin(parts.n8n.exited, END_MILLISECONDS)) {
				report(`  n8n ${version} has ended by itself.`);
				break;
			}
		}
	}
	return outcome;
}

/**
 * Installs an n8n if need be, and tries the package in it.
 *
 * @returns what came of it
 * @throws Error if this n8n can't be installed: that says nothing about the package
 */
async function tryIn(
	version: string,
	given: string | undefined,
	tarballs: Tarballs,
	signal: AbortSignal,
): Promise<Outcome> {
	await findN8n({ version, given, report, signal });
	let parts: Parts;
	try {
		const launched = (await launch({
			...{ root: ROOT, version, given, tarball: tarballs.current, report, signal },
			stepsAfter: 1,
		})) as Launched & { emulator: Emulator };
		parts = Object.assign(launched, { tarballs });
	} catch (error) {
		signal.throwIfAborted();
		report(`  n8n ${version} fails: ${SETUP}\n${indented(messageOf(error))}`);
		return { version, tried: [SETUP], failed: [SETUP], lacking: [], skipped: [] };
	}
	try {
		const outcome = await parts.steps.take(`Running ${CHECKS.length} checks`, () =>
			check(version, parts, signal),
		);
		return { ...outcome, tried: [SETUP, ...outcome.tried] };
	} finally {
		await parts.close();
	}
}

async function writeReadme(outcome: Outcome): Promise<void> {
	const date = new Date().toISOString().slice(0, 10);
	const row = toRow(outcome, process.versions.node, date);
	const names = [SETUP, ...CHECKS.map(({ name }) => name)];
	const page = writeTable(await readFile(README, 'utf8'), [row], OLDEST, names);
	const config = await resolveConfig(README);
	await writeFile(README, await format(page, { ...config, filepath: README }));
}

/** Finds out what `latest` is: the newest that can be installed. */
async function findNewest(signal: AbortSignal): Promise<string> {
	const versions = await askNpm(ROOT, signal);
	report(`The newest n8n on npm is ${versions[0]}`);
	const install = (version: string) => ensureN8n(n8nFolder(version), report, signal, version);
	const newest = await firstInstallable(versions, install, report, signal);
	report(`The newest n8n that can be installed is ${newest}`);
	return newest;
}

/** Tries the package in an n8n that runs already. The README says nothing of it, since less is tried there. */
async function tryAt(address: string, signal: AbortSignal): Promise<boolean> {
	const joined = await joinRunning(ROOT, address, readOwner(process.env));
	try {
		report(`n8n ${joined.version} on Node ${joined.node}, at ${joined.n8n.url}`);
		const { failed, skipped } = await check(joined.version, joined, signal);
		for (const each of skipped) report(`  not tried: ${each}`);
		report(`  not tried: ${SETUP}: whoever started this n8n has installed the package`);
		return failed.length === 0;
	} finally {
		await joined.close();
	}
}

async function main(signal: AbortSignal): Promise<boolean> {
	const { given = givenN8n(), rest } = takeN8n(process.argv.slice(2), USAGE);
	if (given !== undefined && rest.length > 0) throw new Error(USAGE);
	if (given !== undefined && isAddress(given)) return await tryAt(given, signal);
	const usual = given ? [(await findN8n({ given })).version] : USUAL_VERSIONS;
	const versions = await readVersions(rest, usual, () => findNewest(signal));
	const temporary = await mkdtemp(join(tmpdir(), 'n8n-nodes-z-api-versions-'));
	let allWork = true;
	try {
		report('Building and packing the package');
		const current = await buildAndPack(ROOT, temporary, signal);
		const tarballs = { current, earlier: await packEarlier(ROOT) };
		for (const [index, version] of versions.entries()) {
			const place = `${index + 1} of ${versions.length}`;
			report(`\nn8n ${version} on Node ${process.versions.node} (${place})`);
			const start = Date.now();
			try {
				const outcome = await tryIn(version, given, tarballs, signal);
				await writeReadme(outcome);
				allWork &&= outcome.failed.length === 0;
			} catch (error) {
				signal.throwIfAborted();
				allWork = false;
				report(`  n8n ${version} can't be tried: ${messageOf(error)}`);
			}
			report(`  It took ${Math.round((Date.now() - start) / 1000)} s.`);
		}
	} finally {
		await rm(temporary, { recursive: true, force: true });
	}
	return allWork;
}

const controller = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
	process.on(name, () => controller.abort());
}
const end = controller.signal;
try {
	const allWork = await main(end);
	report(allWork ? '\nIt works in all of these versions.' : '\nNot everything works; see above.');
	process.exitCode = allWork ? 0 : 1;
} catch (error) {
	report(end.aborted ? 'Ended as asked, before it was done.' : messageOf(error));
	process.exitCode = 1;
}
