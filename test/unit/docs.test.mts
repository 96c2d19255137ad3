import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { resources } from '../../nodes/ZApi/resources/index.ts';
import { findPages, readPage, type Page } from './pages.mts';
import { ENGLISH_ONLY, PAGES_IN_ENGLISH_ONLY, PORTUGUESE_GUIDE, sections } from './portuguese.mts';

const README = 'README.md';
const EXAMPLES = 'docs/examples.md';
const PICTURES = join('docs', 'images');

/** The title of the README is the package's name. */
const UNTRANSLATED_HEADINGS = ['n8n-nodes-z-api'];

const pages = findPages().map((path) => readPage(path));

function pageAt(path: string): Page {
	const found = pages.find((page) => page.path === path);
	if (!found) throw new Error(`There is no page ${path}`);
	return found;
}

function headingsOf(page: Page): string[] {
	return page.headings
		.map(({ text }) => text)
		.filter((text) => !UNTRANSLATED_HEADINGS.includes(text));
}

/** @returns where a link leads, as a path from the project's folder */
function targetOf({ path }: Page, link: string): { file: string; anchor: string | undefined } {
	const [file = '', anchor] = decodeURI(link).split('#');
	return { file: file === '' ? path : normalize(join(dirname(path), file)), anchor };
}

function leadsSomewhere(page: Page, link: string): boolean {
	const { file, anchor } = targetOf(page, link);
	if (!existsSync(file)) return false;
	return anchor === undefined || pageAt(file).anchors.includes(anchor);
}

const unique = (list: string[]) => [...new Set(list)].sort();

describe('a page', () => {
	const page = readPage(
		join('docs', 'page.md'),
		`# O que é isto?

[There](other.md#a) and [elsewhere](https://example.com), \`[not](this.md)\`.

\`\`\`sh
# no heading
\`\`\`

## A "B" (C), d's

| Error               | Do this |
| ------------------- | ------- |
| _One…_, _two_       | _Three_ |

![A](images/a.png) <img src="images/b.png" alt="B">

## A "B" (C), d's
`,
	);

	it('has headings to link to, as GitHub makes them', () => {
		expect(page.anchors).toEqual(['o-que-é-isto', 'a-b-c-ds', 'a-b-c-ds-1']);
	});

	it('has links, pictures and errors', () => {
		expect(page.links).toEqual(['other.md#a', 'images/a.png', 'images/b.png']);
		expect(page.pictures).toEqual(['docs/images/a.png', 'docs/images/b.png']);
		expect(page.errors).toEqual(['One…', 'two']);
	});
});

describe.each(pages.map((page) => [page.path, page] as const))('%s', (_path, page) => {
	it('has links that lead somewhere', () => {
		expect(page.links.filter((link) => !leadsSomewhere(page, link))).toEqual([]);
	});
});

describe('the README', () => {
	const readme = pageAt(README);

	it('is short', () => {
		expect(readme.lines.length).toBeLessThanOrEqual(130);
	});

	it('has the commands for developers', () => {
		expect(readme.lines).toEqual(
			expect.arrayContaining(['npm install && npm start', 'npm install && npm test']),
		);
	});

	it('has the place for the table of compatibility', () => {
		const marks = readme.lines.filter((line) => line.startsWith('<!-- compatibility:'));
		expect(marks).toEqual(['<!-- compatibility:start -->', '<!-- compatibility:end -->']);
	});

	it('leads to every page', () => {
		const linked = readme.links.map((link) => targetOf(readme, link).file);
		expect(pages.map(({ path }) => path).filter((path) => !linked.includes(path))).toEqual([
			README,
		]);
	});
});

it('the changelog counts the operations right', () => {
	const count = resources.flatMap(({ operations }) => operations).length;
	expect(pageAt('CHANGELOG.md').lines.join('\n')).toContain(
		`${count} operations in ${resources.length} resources`,
	);
});

it('every example is listed, with its picture', () => {
	const list = pageAt(EXAMPLES);
	const listed = list.links.map((link) => targetOf(list, link).file);
	const examples = readdirSync('examples').map((name) => join('examples', name));
	const picture = (path: string) => join(PICTURES, path.replace(/json$/, 'png'));
	const isThere = (path: string) => listed.includes(path) && list.pictures.includes(picture(path));
	expect({ [`not in ${EXAMPLES}`]: examples.filter((path) => !isThere(path)) }).toEqual({
		[`not in ${EXAMPLES}`]: [],
	});
});

it('every picture is used', () => {
	const used = pages.flatMap(({ pictures }) => pictures);
	const pictures = readdirSync(PICTURES, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name));
	expect(pictures.filter((path) => !used.includes(path))).toEqual([]);
});

describe('the guide in Portuguese', () => {
	const guide = pageAt(PORTUGUESE_GUIDE);
	const english = Object.keys(sections).map(pageAt);

	it('keeps step with every page', () => {
		const known = [PORTUGUESE_GUIDE, ...Object.keys(sections), ...PAGES_IN_ENGLISH_ONLY];
		expect(pages.map(({ path }) => path).filter((path) => !known.includes(path))).toEqual([]);
	});

	it.each(Object.entries(sections))('tells what %s tells', (path, translations) => {
		expect(Object.keys(translations)).toEqual(headingsOf(pageAt(path)));
	});

	it('has no section that the English guide lacks, and lacks none', () => {
		const told = Object.values(sections).flatMap((translations) => Object.values(translations));
		const [, ...headings] = headingsOf(guide);
		expect(unique(told.filter((heading) => heading !== ENGLISH_ONLY))).toEqual(unique(headings));
	});

	it('has the same pictures, except of the examples, which it links to', () => {
		const theirs = english.filter(({ path }) => path !== EXAMPLES);
		expect(unique(guide.pictures)).toEqual(unique(theirs.flatMap(({ pictures }) => pictures)));
	});

	it('explains the same error messages', () => {
		expect(unique(guide.errors)).toEqual(unique(english.flatMap(({ errors }) => errors)));
	});
});
