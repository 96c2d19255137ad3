/**
 * Runs n8n's scanner for community packages on this package before it is published. n8n runs the same on what is
 * published, and verifies no package that it objects to. Unlike the lint, it listens to no `eslint-disable`.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAndPack } from '../launcher/package.mts';
import { runCommand } from '../launcher/processes.mts';

interface Scanner {
	SOURCE_FILE_PATTERNS: string[];
	analyzePackage: (
		folder: string,
		patterns: string[],
	) => Promise<{ passed: boolean; message?: string; details?: string }>;
}

/** Its command takes names of published packages only, but calls these two for what it has downloaded. */
const SCANNER: string = '@n8n/scan-community-package/scanner/scanner.mjs';
/** What it looks at in the published package, next to the source. */
const PUBLISHED_FILE_PATTERNS = ['**/*.js', 'package.json'];
const UNPACK_LIMIT_MILLISECONDS = 60_000;

const root = join(import.meta.dirname, '../..');
const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-z-api-scan-'));
try {
	// The scanner leaves a folder of its own behind.
	process.env.TMPDIR = folder;
	const { analyzePackage, SOURCE_FILE_PATTERNS } = (await import(SCANNER)) as Scanner;

	const unpacked = join(folder, 'unpacked');
	await mkdir(unpacked);
	const tarball = await buildAndPack(root, folder);
	await runCommand('tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1'], {
		folder,
		environment: { PATH: process.env.PATH },
		limitMilliseconds: UNPACK_LIMIT_MILLISECONDS,
	});

	for (const [what, place, patterns] of [
		['the source', root, SOURCE_FILE_PATTERNS],
		['the package', unpacked, PUBLISHED_FILE_PATTERNS],
	] as const) {
		const { passed, message, details } = await analyzePackage(place, [...patterns]);
		if (passed) {
			console.log(`n8n's scanner has nothing against ${what}.`);
		} else {
			console.error(`n8n's scanner objects to ${what}: ${message}\n${details ?? ''}`);
			process.exitCode = 1;
		}
	}
} finally {
	await rm(folder, { recursive: true, force: true });
}
