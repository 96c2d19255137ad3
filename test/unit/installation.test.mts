import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readArguments, takeN8n } from '../../tools/launcher/command.mts';
import { findN8n, givenN8n, isAddress } from '../../tools/launcher/installation.mts';
import { candidates, firstInstallable } from '../../tools/versions/newest.mts';
import { readOwner } from '../../tools/versions/running.mts';

const KNOWN = ['--model', '--once'] as const;
const USAGE = 'Usage: npm start';

describe('the command line', () => {
	it.each([
		[[], {}],
		[['--once'], { argument: '--once' }],
		[['--n8n', '../n8n 3'], { given: '../n8n 3' }],
		[['--n8n', '/opt/n8n', '--model'], { argument: '--model', given: '/opt/n8n' }],
		[['--once', '--n8n', '/opt/n8n'], { argument: '--once', given: '/opt/n8n' }],
	])('%j names the n8n to start', (values, call) => {
		expect(readArguments(KNOWN, USAGE, values)).toEqual(call);
	});

	it.each([
		[['--n8n']],
		[['--n8n', '']],
		[['--n8n', '--once']],
		[['--n8n', 'a', '--n8n', 'b']],
		[['--n8n=/opt/n8n']],
		[['/opt/n8n']],
		[['--once', '--model']],
	])('%j is answered with how to call it', (values) => {
		expect(() => readArguments(KNOWN, USAGE, values)).toThrow(USAGE);
	});

	it('can name one that runs only where nothing is started', () => {
		const values = ['--n8n', 'http://localhost:5678'];
		expect(() => readArguments(KNOWN, USAGE, values)).toThrow(
			'npm run test:versions -- --n8n <address>',
		);
		const { given = '', rest } = takeN8n(values, USAGE);
		expect([isAddress(given), isAddress('/http/n8n'), rest]).toEqual([true, false, []]);
	});

	it('can leave it to the environment', () => {
		expect(givenN8n({ N8N_NODES_Z_API_N8N: '/opt/n8n' })).toBe('/opt/n8n');
		expect(givenN8n({ N8N_NODES_Z_API_N8N: '' })).toBeUndefined();
	});
});

describe('the owner of an n8n that runs', () => {
	it('comes from the environment, whole or not at all', () => {
		const [email, password] = ['a@example.com', 'secret'];
		expect(readOwner({ N8N_EMAIL: email, N8N_PASSWORD: password })).toEqual({ email, password });
		expect(readOwner({})).toBeUndefined();
		expect(() => readOwner({ N8N_PASSWORD: password })).toThrow('Set both');
	});
});

describe('an n8n in a folder', () => {
	let folder: string;

	beforeEach(async () => {
		folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-z-api-installation-test-'));
	});

	afterEach(async () => {
		await rm(folder, { recursive: true });
	});

	/** Writes an n8n as one of its images has it. */
	async function write(into: string, driver = '', name = 'n8n') {
		const files = {
			'package.json': JSON.stringify({ name, version: '3.0.0' }),
			'bin/n8n': '',
			'node_modules/sqlite3/index.js': driver,
			'node_modules/isolated-vm/index.js': '',
		};
		for (const [path, content] of Object.entries(files)) {
			const file = join(into, path);
			await mkdir(dirname(file), { recursive: true });
			await writeFile(file, content);
		}
	}

	it.each(['', 'node_modules/n8n'])('has its version, if it lies in "%s" of it', async (place) => {
		await write(join(folder, place));
		const found = await findN8n({ given: folder, version: '2.0.3' });
		// This n8n has none of the modules that the usual one is told to leave out.
		const environment = { N8N_DISABLED_MODULES: '' };
		expect(found).toEqual({ folder, version: '3.0.0', environment });
	});

	it("is refused if it isn't one, or its database driver doesn't load", async () => {
		await expect(findN8n({ given: folder })).rejects.toThrow(`There is no n8n in ${folder}`);
		await write(folder, '', 'n8n-core');
		await expect(findN8n({ given: folder })).rejects.toThrow(`There is no n8n in ${folder}`);
		await write(folder, 'throw new Error()');
		await expect(findN8n({ given: folder })).rejects.toThrow('run "npm rebuild sqlite3" in');
	});
});

describe('the newest n8n', () => {
	const published = ['2.9.0', '2.41.3', '2.42.0', '2.41.10', '3.0.0-beta.1', '2.40.7', '2.8.1'];

	it('is looked for among the stable ones, and not for ever', () => {
		const newest = ['2.41.10', '2.41.3', '2.40.7', '2.9.0', '2.8.1'];
		expect(candidates([...published, '1.0.0'], '2.41.10')).toEqual(newest);
	});

	it('is the first that can be installed, and it is said why others are passed over', async () => {
		const said: string[] = [];
		const install = async (version: string) => {
			if (version !== '2.40.7') throw new Error(`No matching version of ${version}'s dependency`);
			await Promise.resolve();
		};
		const find = async (versions: string[]) =>
			await firstInstallable(versions, install, (line) => said.push(line));
		expect(await find(['2.41.10', '2.41.3', '2.40.7', '2.9.0'])).toBe('2.40.7');
		expect(said).toHaveLength(2);
		expect(said[1]).toMatch(/n8n 2\.41\.3 can't be installed.*\n.*of 2\.41\.3's dependency/);
		await expect(find(['2.9.0'])).rejects.toThrow('None of these can be installed: 2.9.0');
	});
});
