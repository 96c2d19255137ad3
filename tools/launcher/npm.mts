import { delimiter, dirname } from 'node:path';
import { runCommand, type CommandOptions } from './processes.mts';

/** What npm tells the scripts that it runs about their package; another npm mustn't take it for its own. */
const ABOUT_THIS_SCRIPT = /^npm_(lifecycle_|package_|command$|config_local_prefix$|config_prefix$)/;

/** The search path with the running Node first, so that everything started here runs on the same one. */
export function searchPath(): string {
	return [dirname(process.execPath), process.env.PATH ?? ''].join(delimiter);
}

/**
 * Runs npm.
 *
 * @param parameters npm's command line
 * @returns what npm printed last
 * @throws Error, with the end of npm's output, if it fails or takes too long
 */
export async function runNpm(
	parameters: string[],
	options: Omit<CommandOptions, 'environment'>,
): Promise<string> {
	const inherited = Object.entries(process.env).filter(
		([name]) => !ABOUT_THIS_SCRIPT.test(name) && !name.startsWith('Z_API_'),
	);
	return await runCommand('npm', parameters, {
		...options,
		environment: { ...Object.fromEntries(inherited), PATH: searchPath() },
	});
}
