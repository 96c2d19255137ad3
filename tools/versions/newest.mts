import { runNpm } from '../launcher/npm.mts';
import { lastLines } from '../launcher/processes.mts';

/** How many versions are tried before it is given up. */
const MOST_TRIED = 5;
const NPM_LIMIT_MILLISECONDS = 60_000;
const REASON_LINES = 6;

/**
 * @param all versions, in any order
 * @param latest the one that npm installs if none is named: what is newer isn't stable yet
 * @returns the stable versions that are worth a try, the newest first
 */
export function candidates(all: string[], latest: string): string[] {
	const byNumber = (a: string, b: string) => b.localeCompare(a, 'en', { numeric: true });
	return all
		.filter((version) => /^\d+\.\d+\.\d+$/.test(version) && byNumber(version, latest) >= 0)
		.sort(byNumber)
		.slice(0, MOST_TRIED);
}

/**
 * Finds the newest version that can be installed: a dependency of one that was published a moment ago may not be there
 * yet.
 *
 * @param versions the newest first
 * @param install throws if it can't be installed
 * @param report told why one is passed over, in lines for a person
 * @throws Error if none of them can be installed; an abort error, if the signal fires
 */
export async function firstInstallable(
	versions: string[],
	install: (version: string) => Promise<void>,
	report: (line: string) => void,
	signal?: AbortSignal,
): Promise<string> {
	for (const version of versions) {
		try {
			await install(version);
			return version;
		} catch (error) {
			signal?.throwIfAborted();
			const reason = lastLines(String(error), REASON_LINES).replace(/^/gm, '    ');
			report(`  n8n ${version} can't be installed, so an older one is tried:\n${reason}`);
		}
	}
	throw new Error(`None of these can be installed: ${versions.join(', ')}`);
}

/**
 * Asks npm for the versions of n8n.
 *
 * @param folder to run npm in
 * @returns those that are worth a try, the newest first
 * @throws Error, with npm's output, if it doesn't say
 */
export async function askNpm(folder: string, signal?: AbortSignal): Promise<string[]> {
	const options = { folder, limitMilliseconds: NPM_LIMIT_MILLISECONDS, signal };
	const text = await runNpm(['view', 'n8n', 'version', 'versions', '--json'], options);
	const { version, versions } = JSON.parse(text) as { version: string; versions: string[] };
	return candidates(versions, version);
}
