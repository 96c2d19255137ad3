import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { byHand } from '../../tools/launcher/byHand.mts';
import { N8N_VERSION, n8nFolder, whatIsMissing } from '../../tools/launcher/cache.mts';
import {
	attachCredential,
	operationsIn,
	pointTo,
	readExamples,
	type Workflow,
} from '../../tools/launcher/examples.mts';
import { parseFlatted } from '../../tools/launcher/executions.mts';
import { runCommand, startProcess } from '../../tools/launcher/processes.mts';
import { RUNS } from '../../tools/launcher/runs/index.mts';
import { Steps } from '../../tools/launcher/steps.mts';

let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-z-api-launcher-test-'));
});

afterEach(async () => {
	await rm(folder, { recursive: true });
});

describe('the installation of n8n', () => {
	async function write(path: string, content: string | object) {
		const file = join(folder, path);
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
	}

	async function install(version: string) {
		await write('package.json', {});
		await write('node_modules/n8n/package.json', { version });
		await write('node_modules/sqlite3/package.json', { version: '5.1.7' });
		await write('node_modules/sqlite3/index.js', '');
		await write('node_modules/.package-lock.json', {
			packages: {
				'node_modules/n8n': { version },
				'node_modules/sqlite3': { version: '5.1.7' },
			},
		});
	}

	it('is complete with the right version, every listed package and a database driver that loads', async () => {
		await install(N8N_VERSION);
		expect(await whatIsMissing(folder)).toBeUndefined();
		expect(await whatIsMissing(folder, '1.0.0')).toBe(`it holds n8n ${N8N_VERSION}`);
	});

	it.each([
		[
			'there is none',
			'npm had not finished',
			() => rm(join(folder, 'node_modules'), { recursive: true }),
		],
		[
			'npm was interrupted',
			'npm had not finished',
			() => rm(join(folder, 'node_modules/.package-lock.json')),
		],
		['the version is another one', 'it holds n8n 1.0.0', () => install('1.0.0')],
		[
			'a package is gone',
			'node_modules/n8n is missing',
			() => rm(join(folder, 'node_modules/n8n'), { recursive: true }),
		],
		[
			"the database driver doesn't load",
			"its database driver, sqlite3, isn't built or doesn't load",
			() => write('node_modules/sqlite3/index.js', 'throw new Error()'),
		],
	])('is refused when %s', async (_, reason, spoil) => {
		await install(N8N_VERSION);
		await spoil();
		expect(await whatIsMissing(folder)).toBe(reason);
	});

	it('lies in the cache of the machine, or where the environment says', () => {
		const environment = { XDG_CACHE_HOME: '/cache' };
		expect(n8nFolder('1.2.3', environment)).toBe('/cache/n8n-nodes-z-api/n8n-1.2.3');
		const own = { ...environment, N8N_NODES_Z_API_CACHE: '/own' };
		expect(n8nFolder(undefined, own)).toBe(`/own/n8n-${N8N_VERSION}`);
	});
});

describe('a command', () => {
	const options = () => ({ folder, environment: {}, limitMilliseconds: 10_000 });

	it('fails with the end of what it printed', async () => {
		const script = 'console.log("first"); console.error("last"); process.exitCode = 3';
		await expect(runCommand(process.execPath, ['-e', script], options())).rejects.toThrow(
			/ended with code 3:\n(first\nlast|last\nfirst)$/,
		);
	});

	it('fails when there is no such program', async () => {
		await expect(runCommand('no-such-program', [], options())).rejects.toThrow('ENOENT');
	});

	it('is ended when it takes too long', async () => {
		const script = 'setInterval(() => {}, 1000)';
		const limited = { ...options(), limitMilliseconds: 300 };
		await expect(runCommand(process.execPath, ['-e', script], limited)).rejects.toThrow(
			'took longer than',
		);
	});

	it('takes its children along', async () => {
		const script = `
			const { spawn } = require('node:child_process');
			console.log(spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']).pid);
			setInterval(() => {}, 1000)`;
		let tellChild: (line: string) => void;
		const child = new Promise<string>((resolve) => (tellChild = resolve));
		const running = startProcess(process.execPath, ['-e', script], {
			...options(),
			onLine: (line) => tellChild(line),
		});
		const childId = Number(await child);
		expect(process.kill(childId, 0)).toBe(true);
		await running.stop();
		// Whoever inherits a killed process may need a moment to take note of its end.
		await expectToBeGone(childId);
	});
});

async function expectToBeGone(processId: number) {
	for (let attempt = 0; attempt < 200; attempt++) {
		try {
			process.kill(processId, 0);
		} catch {
			return;
		}
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error(`Process ${processId} is still there`);
}

describe('the steps', () => {
	it('say what is done, how far that is and how long it took', async () => {
		const lines: string[] = [];
		const steps = new Steps(2, (line) => lines.push(line));
		expect(await steps.take('Starting n8n', async () => await Promise.resolve('n8n'))).toBe('n8n');
		const failing = async () => await Promise.reject(new Error('No room'));
		await expect(steps.take('Importing the examples', failing)).rejects.toThrow('No room');
		expect(lines).toEqual([
			'[1/2] Starting n8n',
			expect.stringMatching(/^ {6}took \d+\.\d s$/),
			'[2/2] Importing the examples',
		]);
	});
});

describe('the examples', () => {
	it('hold no credential, and get one in every node that needs it', async () => {
		const credential = { id: 'some-id', name: 'Z-API' };
		for (const { file, workflow } of await readExamples(join(process.cwd(), 'examples'))) {
			expect({ file, text: JSON.stringify(workflow) }).toEqual({
				file,
				text: expect.not.stringContaining('"credentials"') as string,
			});
			const { nodes } = attachCredential(workflow, credential);
			expect(nodes.some(({ credentials }) => credentials !== undefined)).toBe(true);
			for (const { type, parameters, credentials } of nodes) {
				const needsIt =
					type.startsWith('n8n-nodes-z-api.') || parameters.nodeCredentialType === 'zApi';
				expect(credentials).toEqual(needsIt ? { zApi: credential } : undefined);
			}
		}
	});

	it('call what stands in for Z-API, wherever they call it directly', async () => {
		const url = 'https://api.z-api.io/send-text';
		const direct = { name: 'a', type: 'b', parameters: { url, nodeCredentialType: 'zApi' } };
		const other = { name: 'a', type: 'b', parameters: { url } };
		const workflow: Workflow = { name: 'a', nodes: [direct, other], connections: {} };
		const { nodes } = pointTo(workflow, 'http://127.0.0.1:1');
		expect(nodes.map(({ parameters }) => parameters.url)).toEqual([
			'http://127.0.0.1:1/send-text',
			url,
		]);
		for (const example of await readExamples(join(process.cwd(), 'examples'))) {
			const text = JSON.stringify(pointTo(example.workflow, 'http://127.0.0.1:1'));
			expect(text).not.toContain('"https://api.z-api.io');
		}
	});

	it('use operations that the node has', async () => {
		const examples = await readExamples(join(process.cwd(), 'examples'));
		const used = [...new Set(examples.flatMap(({ workflow }) => operationsIn(workflow)))];
		const isThere = (name: string) =>
			existsSync(join('nodes/ZApi/resources', `${name.replace('.', '/')}.ts`));
		expect(used.filter((name) => !isThere(name))).toEqual([]);
	});

	it('are all run', async () => {
		const examples = await readExamples(join(process.cwd(), 'examples'));
		expect(RUNS.map(({ file }) => file).sort()).toEqual(examples.map(({ file }) => file));
	});

	it('say what to do by hand, if somebody has to write to them', async () => {
		const examples = await readExamples(join(process.cwd(), 'examples'));
		const started = examples.filter(({ workflow: { nodes } }) =>
			nodes.some(({ type }) => type === 'n8n-nodes-z-api.zApiTrigger'),
		);
		const isMissing = (example: { file: string }) => byHand(example).length === 0;
		expect(started.filter(isMissing).map(({ file }) => file)).toEqual([]);
	});

	it('describe the answer that they give', async () => {
		const examples = await readExamples(join(process.cwd(), 'examples'));
		const { nodes = [] } =
			examples.find(({ file }) => file === 'unlink-group-from-webhook.json')?.workflow ?? {};
		const note = nodes.find(({ type }) => type === 'n8n-nodes-base.stickyNote');
		const [, whatComesBack = ''] = String(note?.parameters.content).split('**What comes back**');
		const answers = nodes.map(({ parameters }) => String(parameters.responseBody)).join();
		const fields = [...whatComesBack.matchAll(/`(\w+)`/g)].map(([, field = '']) => field);
		expect(fields).toContain('reason');
		for (const field of fields) expect(answers).toContain(`${field}: `);
	});

	it('give a result in the form that n8n sends', () => {
		const text = '[{"a":"1","n":5,"list":"2","no":null},"text",["1","0",true]]';
		const value = parseFlatted(text) as { list: unknown[] };
		expect(value).toMatchObject({ a: 'text', n: 5, no: null });
		expect(value.list).toEqual(['text', value, true]);
	});
});
