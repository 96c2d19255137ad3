import { existsSync } from 'node:fs';
import { notesFor, sectionsOf } from '../../tools/release/changelog.mts';
import { documentationOf } from '../../tools/release/documentation.mts';
import { problemsOf, type Manifest, type Release } from '../../tools/release/problems.mts';

const manifest: Manifest = {
	version: '1.2.3',
	author: { name: 'Maintainers', email: 'maintainers@z-api-nodes.test' },
	homepage: 'https://github.com/z-api-nodes/n8n-nodes-z-api#readme',
	repository: { url: 'git+https://github.com/z-api-nodes/n8n-nodes-z-api.git' },
	bugs: { url: 'https://github.com/z-api-nodes/n8n-nodes-z-api/issues' },
	n8n: {
		credentials: ['dist/credentials/ZApi.credentials.js'],
		nodes: ['dist/nodes/ZApi/ZApi.node.js'],
	},
};

const ready: Release = {
	tag: 'v1.2.3',
	publishedFrom: 'z-api-nodes/n8n-nodes-z-api',
	manifest,
	lockedVersion: '1.2.3',
	changelog: '# Changelog\n\n## 1.2.3 (2026-07-01)\n\n- New.\n\n## 1.2.2 (2026-06-01)\n\n- Old.\n',
	uncommitted: [],
	packed: [
		'LICENSE.md',
		'README.md',
		'dist/credentials/ZApi.credentials.js',
		'dist/nodes/ZApi/ZApi.node.js',
		'package.json',
	],
	recorded: ['1.2.2', '1.2.3', 'releases.test.mts'],
};

function withManifest(changes: Partial<Manifest>): Partial<Release> {
	return { manifest: { ...manifest, ...changes } };
}

function withoutPacked(path: string): Partial<Release> {
	return { packed: ready.packed.filter((packed) => packed !== path) };
}

describe('whether a version can be published', () => {
	it.each<[string, Partial<Release>]>([
		['all is in order', {}],
		['it has no tag yet', { tag: undefined }],
		['it is checked outside of a workflow', { publishedFrom: undefined }],
		['npm takes addresses as plain text', withManifest({ bugs: 'https://z-api-nodes.test/bugs' })],
		['it is the first one', { changelog: '## 1.2.3\n- New.' }],
	])('it can if %s', (_case, changes) => {
		expect(problemsOf({ ...ready, ...changes })).toEqual([]);
	});

	it.each<[string, Partial<Release>, string]>([
		['the tag is of another version', { tag: 'v1.2.4' }, 'The tag has to be v1.2.3.'],
		['the tag has no v', { tag: '1.2.3' }, 'The tag has to be v1.2.3.'],
		['the lock is of another version', { lockedVersion: '1.2.2' }, 'Run npm install.'],
		['its workflows are not kept', { recorded: ['1.2.2'] }, 'Run npm run release:record.'],
		['the lock has no version', { lockedVersion: undefined }, 'Run npm install.'],
		[
			'the changelog begins with another version',
			{ changelog: '## 1.2.4 (2026-08-01)\n- Newer.\n## 1.2.3\n- New.' },
			'has to be about version 1.2.3.',
		],
		[
			'the changelog begins with changes of no version',
			{ changelog: '## Unreleased\n- Newer.\n## 1.2.3\n- New.' },
			'the first heading is "Unreleased"',
		],
		['the changelog has no heading', { changelog: '# Changelog\n' }, 'the first heading is ""'],
		['the changelog has a longer version', { changelog: '## 1.2.30\n- New.' }, 'version 1.2.3.'],
		[
			'the changelog says that it is not released',
			{ changelog: '## 1.2.3 (unreleased)\n- New.' },
			'Write the date instead.',
		],
		[
			'the changelog says nothing about it',
			{ changelog: '## 1.2.3\n\n## 1.2.2\n- Old.' },
			'nothing stands under "1.2.3"',
		],
		[
			'the author has no name',
			withManifest({ author: { email: 'maintainers@z-api-nodes.test' } }),
			'"author" needs the "name"',
		],
		[
			"the author's name is a placeholder",
			withManifest({
				author: { name: 'n8n-nodes-z-api maintainers', email: 'a@z-api-nodes.test' },
			}),
			'it is "n8n-nodes-z-api maintainers"',
		],
		[
			"the author's e-mail is a placeholder",
			withManifest({ author: { name: 'Maintainers', email: 'maintainers@example.com' } }),
			'it is "maintainers@example.com"',
		],
		[
			"the author's e-mail is none",
			withManifest({ author: { name: 'Maintainers', email: 'maintainers' } }),
			'it is "maintainers"',
		],
		['there is no repository', withManifest({ repository: undefined }), '"repository" needs'],
		[
			'the repository is a placeholder',
			withManifest({ repository: { url: 'git+https://github.com/OWNER/n8n-nodes-z-api.git' } }),
			'"repository" needs the "url"',
		],
		[
			'the repository is elsewhere',
			withManifest({ repository: { url: 'git+https://gitlab.com/a/b.git' } }),
			'it is "git+https://gitlab.com/a/b.git"',
		],
		[
			'the repository is another one',
			{ publishedFrom: 'Z-API-Nodes/n8n-nodes-z-api' },
			'npm takes only what is published from there.',
		],
		['problems can be reported nowhere', withManifest({ bugs: undefined }), '"bugs" needs'],
		[
			'problems are reported to a placeholder',
			withManifest({ bugs: { url: 'https://example.com/issues' } }),
			'"bugs" needs',
		],
		['there is no homepage', withManifest({ homepage: undefined }), '"homepage" has to be'],
		[
			"the homepage is Z-API's",
			withManifest({ homepage: 'https://developer.z-api.io' }),
			'it is "https://developer.z-api.io"',
		],
		[
			'the homepage is not encrypted',
			withManifest({ homepage: 'http://z-api-nodes.test' }),
			'"homepage" has to be',
		],
		[
			'a file is not committed',
			{ uncommitted: ['a.ts', 'b.ts', 'c.ts', 'd.ts', 'e.ts', 'f.ts'] },
			'a.ts, b.ts, c.ts, d.ts, e.ts and 1 more',
		],
		[
			'a test is packed',
			{ packed: [...ready.packed, 'test/unit/a.test.mts'] },
			'test/unit/a.test.mts',
		],
		[
			'something beside dist is packed',
			{ packed: [...ready.packed, 'dist.txt', 'package.json.orig', 'test/package.json'] },
			'nobody needs: dist.txt, package.json.orig, test/package.json.',
		],
		['the licence is not packed', withoutPacked('LICENSE.md'), 'would lack LICENSE.md'],
		['it is not built', withoutPacked('dist/nodes/ZApi/ZApi.node.js'), 'would lack dist/nodes/'],
	])("it can't if %s", (_case, changes, words) => {
		expect(problemsOf({ ...ready, ...changes })).toEqual([expect.stringContaining(words)]);
	});

	it.each(['1.2', '1.2.3-rc.1', 'v1.2.3', ''])("it can't if its version is %j", (version) => {
		const changes = { ...withManifest({ version }), lockedVersion: version, tag: `v${version}` };
		const changelog = `## ${version}\n- New.`;
		expect(problemsOf({ ...ready, ...changes, changelog })).toContainEqual(
			expect.stringContaining('has to be three numbers'),
		);
	});

	it('is told with all that is in the way at once', () => {
		const problems = problemsOf({
			tag: 'v2.0.0',
			manifest: { version: '1.0.0' },
			changelog: '',
			uncommitted: ['a.ts'],
			packed: ['secret.txt'],
			recorded: [],
		});
		expect(problems).toHaveLength(12);
	});
});

describe("n8n's *Docs*", () => {
	it('opens the pages of the installed version, which are there', () => {
		const base = 'https://github.com/z-api-nodes/n8n-nodes-z-api/blob/v1.2.3/';
		const pages = documentationOf(manifest).map(([file, url]) => {
			expect(existsSync(file)).toBe(true);
			expect(url.startsWith(base)).toBe(true);
			return url.replace(base, '');
		});
		expect(pages).toEqual(['README.md', 'docs/trigger.md']);
		expect(pages.every((page) => existsSync(page))).toBe(true);
	});

	it("stays at Z-API's documentation as long as there is no repository", () => {
		expect(documentationOf({ ...manifest, repository: undefined })).toEqual([]);
	});
});

describe('the notes of a release', () => {
	it('are what stands under its heading', () => {
		expect(notesFor(ready.changelog, '1.2.3')).toBe('- New.');
		expect(notesFor(ready.changelog, '1.2.2')).toBe('- Old.');
	});

	it('keep their own headings', () => {
		const changelog = '## 1.0.0\n\n### Nodes\n\n- New.\n';
		expect(sectionsOf(changelog)).toEqual([{ title: '1.0.0', text: '### Nodes\n\n- New.' }]);
	});

	it.each(['1.2', '9.9.9', ''])('of version %j are missing', (version) => {
		expect(() => notesFor(ready.changelog, version)).toThrow(`nothing about ${version}`);
	});
});
