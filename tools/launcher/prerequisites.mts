/**
 * Makes sure of the programs that the end-to-end tests drive, besides what npm installs, or of those of them that the
 * command line names. As root on Debian and its relatives, what is missing is installed; anywhere else, this says
 * what to install and fails.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { REDIS_SERVER } from './queue/redis.mts';
import { CHROMIUM } from './programs.mts';

/** Each Debian package, with a file that shows it is there. Without the font, emoji are empty boxes in pictures. */
const PACKAGES = new Map([
	['chromium', CHROMIUM],
	['redis-server', REDIS_SERVER],
	['postgresql', '/usr/bin/pg_ctlcluster'],
	['fonts-noto-color-emoji', '/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf'],
]);
const INSTALL_LIMIT_MILLISECONDS = 600_000;

function run(command: string, args: string[]): boolean {
	const { status } = spawnSync(command, args, {
		stdio: ['ignore', 'ignore', 'inherit'],
		timeout: INSTALL_LIMIT_MILLISECONDS,
		// Debian starts a server as soon as it is installed, unless told that this isn't the time.
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
	});
	return status === 0;
}

function missingPackages(): string[] {
	const named = process.argv.slice(2);
	const needed = [...PACKAGES].filter(([name]) => named.length === 0 || named.includes(name));
	return needed.filter(([, file]) => !existsSync(file)).map(([name]) => name);
}

const missing = missingPackages();
if (missing.length > 0) {
	const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
	if (canInstall) {
		console.log(`Installing ${missing.join(', ')}`);
		run('apt-get', ['update', '-qq']);
		run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing]);
	}
	const stillMissing = missingPackages();
	if (stillMissing.length > 0) {
		console.error(
			`These Debian packages are missing: ${stillMissing.join(', ')}. ` +
				'Install them, or run this as root on Debian or Ubuntu.',
		);
		process.exitCode = 1;
	}
}
