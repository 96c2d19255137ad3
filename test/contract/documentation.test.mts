import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { IDataObject } from 'n8n-workflow';
import { resources } from '../../nodes/ZApi/resources/index.ts';
import { events } from '../../nodes/ZApiTrigger/events.ts';
import { simplifyEvent } from '../../nodes/ZApiTrigger/receiving/simplifyEvent.ts';
import { endpoints, type Endpoint } from '../../tools/contract/endpoints.mts';
import { findLeftovers, generate } from '../../tools/generate/generated.mts';
import { notOffered, sectionsToCome, toCome } from './coverage.mts';
import { samples } from './rows.mts';

describe('what npm run generate writes', () => {
	const files = generate(resources, events, simplifyEvent);

	it('is what follows from the operations', () => {
		const different = [...files].filter(
			([path, content]) => !existsSync(path) || readFileSync(path, 'utf8') !== content,
		);
		expect({ 'run npm run generate': different.map(([path]) => path) }).toEqual({
			'run npm run generate': [],
		});
	});

	it('leaves nothing of an operation that is gone', () => {
		expect({ 'run npm run generate': findLeftovers(files) }).toEqual({
			'run npm run generate': [],
		});
	});
});

describe('of what Z-API documents', () => {
	const offered = new Set(samples.map(({ endpoint }) => endpoint.id));
	const isOffered = ({ id }: Endpoint) => offered.has(id);
	const sections = [...new Set(endpoints.map(({ section }) => section))];

	it('each endpoint has its operation, or a reason why not', () => {
		const missing = endpoints
			.filter((endpoint) => !isOffered(endpoint) && !sectionsToCome.includes(endpoint.section))
			.filter(({ id, section }) => !(id in notOffered) && !(section in notOffered))
			.filter(({ id }) => !(id in toCome));
		const what = 'endpoints without an operation, or a reason in test/contract/coverage.mts';
		expect({ [what]: missing.map(({ id }) => id) }).toEqual({ [what]: [] });
	});

	it('nothing is offered that has a reason not to be', () => {
		const both = endpoints.filter(
			(endpoint) =>
				isOffered(endpoint) && (endpoint.id in notOffered || endpoint.section in notOffered),
		);
		expect(both.map(({ id }) => id)).toEqual([]);
	});

	it('no section is called to come when it is there, and no reason is about nothing', () => {
		const done = sectionsToCome.filter((name) =>
			endpoints
				.filter(({ section }) => section === name)
				.every((endpoint) => isOffered(endpoint) || endpoint.id in notOffered),
		);
		const known = [...sections, ...endpoints.map(({ id }) => id)];
		const unknown = [...sectionsToCome, ...Object.keys(notOffered)].filter(
			(name) => !known.includes(name),
		);
		const what = 'sections that are there now: take them out of sectionsToCome';
		expect({ [what]: done, unknown }).toEqual({ [what]: [], unknown: [] });
	});
});

it("links to Z-API's pages lead to those that it has", () => {
	const pages = endpoints.map(({ page }) => page);
	const sections = new Set(pages.map((page) => page.split('/')[0]));
	const links = readdirSync('nodes', { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith('.ts'))
		.flatMap((path) => {
			const text = readFileSync(`nodes/${path}`, 'utf8');
			return [...text.matchAll(/developer\.z-api\.io\/(([\w-]+)\/[\w-]+)/g)].map(
				([, page = '', section = '']) => ({ path, page, section }),
			);
		});
	// Introductions are about no endpoint, and so are sections such as tips and security.
	const wrong = links.filter(
		({ page, section }) =>
			sections.has(section) && !page.endsWith('/introduction') && !pages.includes(page),
	);
	expect(links.length).toBeGreaterThan(100);
	const what = 'links to pages that no endpoint in tools/contract/endpoints has as its `page`';
	expect({ [what]: wrong.map(({ path, page }) => `${path}: ${page}`) }).toEqual({ [what]: [] });
});

describe('the endpoint data', () => {
	it('has each id once, in the file of its section', () => {
		const ids = endpoints.map(({ id }) => id);
		expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
		for (const section of new Set(endpoints.map((endpoint) => endpoint.section))) {
			const file = JSON.parse(
				readFileSync(`tools/contract/endpoints/${section}.json`, 'utf8'),
			) as IDataObject[];
			expect(file.map((endpoint) => endpoint.section)).toEqual(file.map(() => section));
		}
	});
});
