/**
 * Installs n8n into the cache, for `.ci/run`, which does so while the tests run:
 * `node tools/launcher/install.mts`. All other programs do so by themselves when they need it.
 */
import { runUntilEnd } from './command.mts';
import { findN8n } from './installation.mts';

async function install(signal: AbortSignal): Promise<number> {
	const { version, folder } = await findN8n({ report: console.log, signal });
	console.log(`n8n ${version} is in ${folder}`);
	return 0;
}

await runUntilEnd(install, console.error);
