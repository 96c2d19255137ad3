/**
 * Says whether this version can be published, or all that is in the way. Takes the tag, such as `v0.1.0`; without it,
 * the tag that GitHub runs a workflow for, and everywhere else none. The package has to be built.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemsOf, type Manifest } from './problems.mts';

const root = join(import.meta.dirname, '../..');
const { GITHUB_REF_TYPE, GITHUB_REF_NAME, GITHUB_REPOSITORY } = process.env;

function read(path: string): string {
	return readFileSync(join(root, path), 'utf8');
}

function outputOf(command: string, parameters: string[]): string {
	return execFileSync(command, parameters, {
		cwd: root,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'inherit'],
	});
}

/** Each line of git's is two letters about the file, a space and its path. */
function uncommittedFiles(): string[] {
	const lines = outputOf('git', ['status', '--porcelain']).split('\n');
	return lines.filter((line) => line !== '').map((line) => line.slice(3));
}

function packedFiles(): string[] {
	const output = outputOf('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', '--silent']);
	const [packed] = JSON.parse(output) as Array<{ files: Array<{ path: string }> }>;
	return packed?.files.map(({ path }) => path) ?? [];
}

const manifest = JSON.parse(read('package.json')) as Manifest;
const lock = JSON.parse(read('package-lock.json')) as { version?: string };
const tag = process.argv[2] ?? (GITHUB_REF_TYPE === 'tag' ? GITHUB_REF_NAME : undefined);

const problems = problemsOf({
	tag,
	publishedFrom: GITHUB_REPOSITORY,
	manifest,
	lockedVersion: lock.version,
	changelog: read('CHANGELOG.md'),
	uncommitted: uncommittedFiles(),
	packed: packedFiles(),
	recorded: readdirSync(join(root, 'test/compatibility')),
});

if (problems.length === 0) {
	console.log(`Version ${manifest.version} can be published${tag ? ` as ${tag}` : ''}.`);
} else {
	console.error(`Version ${manifest.version} can't be published yet:`);
	for (const problem of problems) console.error(`- ${problem}`);
	process.exitCode = 1;
}
