import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type {
	IDataObject,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
} from 'n8n-workflow';
import { resources } from '../../nodes/ZApi/resources/index.ts';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import { useEmulator } from '../useEmulator.mts';
import { loadPackage, runNode } from '../engine/harness.mts';
import { notOffered, sectionsToCome, toCome } from './coverage.mts';
import { documentedName, leavesOf, type ContractRow } from '../../tools/contract/derive.mts';
import { endpoints, type Endpoint, type Field } from '../../tools/contract/endpoints.mts';
import { exceptions } from '../../tools/contract/exceptions.mts';
import { events } from '../../nodes/ZApiTrigger/events.ts';
import { simplifyEvent } from '../../nodes/ZApiTrigger/receiving/simplifyEvent.ts';
import { findLeftovers, generate } from '../../tools/generate/generated.mts';
import { otherSamples, rows, samples } from './rows.mts';

let emulator: Emulator;
let properties: INodeProperties[];

useEmulator((started) => (emulator = started));

beforeAll(async () => {
	properties = (await loadPackage()).node.description.properties;
});

it('the panel offers what nodes/ZApi/resources lists', () => {
	const inPanel = properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ options = [], displayOptions }) => {
			const [resource] = displayOptions?.show?.resource as string[];
			return (options as INodePropertyOptions[]).map(({ value }) => `${resource}.${String(value)}`);
		});
	const listed = resources.flatMap(({ value, operations }) =>
		operations.map((operation) => `${value}.${operation.value}`),
	);
	expect(inPanel).toEqual(listed);
	expect(new Set(inPanel).size).toBe(inPanel.length);
});

it('every exception is one of an operation', () => {
	const titles = rows.map(({ title }) => title);
	expect(Object.keys(exceptions).filter((title) => !titles.includes(title))).toEqual([]);
});

describe.each(resources)('the words of $name', ({ operations }) => {
	it('name its operations in alphabetical order', () => {
		const names = operations.map(({ name }) => name);
		expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
	});

	it.each(operations)('say what $name does, and what to do when it is refused', (operation) => {
		const { action, description, refusedAdvice } = operation;
		expect(action).toMatch(/^[A-Z][a-z]+( \w+)+$/);
		expect(description).toMatch(/^[A-Z].{10,}/);
		expect(refusedAdvice).toMatch(/^[A-Z].{20,}\.$/);
	});
});

function hasNextPage({ query, response: { shape }, sample }: Endpoint): boolean {
	const { nextCursor = null, pagingState = null } = (shape ?? {}) as IDataObject;
	const isLast = Array.isArray(shape) && shape.length >= Number(sample.query.pageSize);
	const hasPages = query.some(({ name }) => name === 'page') && !isLast;
	return hasPages || (nextCursor ?? pagingState) !== null;
}

const UNLIKE_THE_SAMPLE = 'what is meant to differ: tools/contract/exceptions.mts';

it.each([...samples, ...otherSamples])(
	'$title sends a sample of $endpoint.id, byte by byte, and gives the documented answer',
	async ({
		endpoint,
		resource,
		operation,
		parameters,
		request: expected,
		answer,
		items: answered,
	}) => {
		const { status } = endpoint.response;
		emulator.misbehave({ answer: { status, body: answer }, times: 1 });
		// A list is asked for its next page.
		emulator.misbehave({ answer: { body: [] } });
		const { error, items } = await runNode({
			account: { ...emulator.account, baseUrl: emulator.baseUrl },
			parameters: { resource, operation, ...parameters },
		});
		expect({ 'the error': error?.message }).toEqual({ 'the error': undefined });
		const count = emulator.requests.length;
		const requests = 'requests, one for each page';
		expect({ [requests]: count }).toEqual({ [requests]: hasNextPage(endpoint) ? 2 : 1 });
		const [{ method, path, query, text } = {}] = emulator.requests;
		const request = `the request (for another order: bodyOrder; ${UNLIKE_THE_SAMPLE})`;
		expect({ [request]: { method, path, query, text } }).toEqual({ [request]: expected });
		const output = `the items (entries inside of the answer: toEntries; ${UNLIKE_THE_SAMPLE})`;
		expect({ [output]: items.map(({ json }) => json) }).toEqual({ [output]: answered });
	},
);

/** A field, or the fields of an object instead of it where the panel has them apart. */
function partsOf(field: Field, offered: string[]): Field[] {
	const isApart = offered.some((name) => name.startsWith(`${field.name}.`));
	if (!isApart) return [field];
	return (field.fields ?? []).flatMap((part) =>
		partsOf({ ...part, name: `${field.name}.${part.name}` }, offered),
	);
}

/** What is documented to be sent, in the parts that the panel has. */
function documentedFields({ body, query, pathParams }: Endpoint, offered: string[]): Field[] {
	return [...body, ...query, ...pathParams].flatMap((field) => partsOf(field, offered));
}

/** What asks for further entries of a list; Return All and Limit stand for it. */
const PAGING = ['page', 'pageSize', 'nextCursor', 'pagingState'];
const withoutPaging = (names: string[]) => names.filter((name) => !PAGING.includes(name));

/** The documented names of all that an operation sends, also of what nobody enters. */
function namesOf({ fields, constants }: ContractRow): string[] {
	const entered = leavesOf(fields).flatMap((field) => documentedName(field) ?? []);
	return [...new Set([...entered, ...Object.keys(constants)])];
}

describe.each(rows)('$title', (row) => {
	const { endpoint, fields, title } = row;
	const operation = resources
		.find(({ value }) => value === row.resource)
		?.operations.find(({ value }) => value === row.operation);
	const offered = namesOf(row);
	// What only another endpoint of the operation takes is an option.
	const others = samples.filter((sample) => sample.title === title && sample.endpoint !== endpoint);
	const documented = [
		...documentedFields(endpoint, offered),
		...others
			.flatMap((other) => documentedFields(other.endpoint, offered))
			.map((field) => ({ ...field, required: false })),
	];
	const names = documented.map(({ name }) => name);

	it('offers no field that is not documented, and each that Z-API requires', () => {
		const required = documented.flatMap(({ name, required }) => (required ? [name] : []));
		expect({
			'fields that are not documented': withoutPaging(offered).filter(
				(name) => !names.includes(name),
			),
			'fields that Z-API requires': withoutPaging(required).filter(
				(name) => !offered.includes(name),
			),
		}).toEqual({ 'fields that are not documented': [], 'fields that Z-API requires': [] });
	});

	it('has all that goes with what it does', () => {
		const entered = leavesOf(fields).map(({ name }) => name);
		const hasPages = names.some((name) => PAGING.includes(name));
		const namesMessage = Object.keys(endpoint.response.shape ?? {}).some((name) =>
			['zaapId', 'messageId'].includes(name),
		);
		const missing = [
			hasPages &&
				!entered.includes('returnAll') &&
				'the fields of pagination or cursorPagination, since the endpoint has pages',
			entered.includes('returnAll') &&
				!hasPages &&
				'an endpoint with pages, since it has Return All',
			entered.includes('returnAll') && !operation?.isList && 'isList, since it has Return All',
			entered.includes('binaryPropertyName') &&
				!entered.includes('largestFileMegabytes') &&
				'the option largestFile, since it sends a file',
			namesMessage && !operation?.sendsToChat && 'sendsToChat, since Z-API answers with a message',
		];
		const what = 'what is missing';
		expect({ [what]: missing.filter(Boolean) }).toEqual({ [what]: [] });
	});

	it('asks for what Z-API requires, and offers only values that it takes', () => {
		const { required = {} } = exceptions[row.title] ?? {};
		for (const field of leavesOf(fields)) {
			const sent = documented.find(({ name }) => name === documentedName(field));
			if (!sent) continue;
			const hasValue = ['boolean', 'options', 'number'].includes(field.type);
			// Some may be emptied, though Z-API wants them to be there.
			const mayBeEmpty = /description/i.test(field.name) || / empty /.test(sent.note ?? '');
			if (!hasValue && !mayBeEmpty) {
				const isRequired = `${field.name} is required`;
				expect({ [isRequired]: field.required ?? false }).toEqual({
					[isRequired]: required[field.name] ?? sent.required,
				});
			}
			if (field.type === 'options') {
				const values = (field.options as INodePropertyOptions[]).map(({ value }) => value);
				const choices = `the values of ${field.name}`;
				expect({ [choices]: values.sort() }).toEqual({ [choices]: [...(sent.enum ?? [])].sort() });
			}
		}
	});
});

it('each documented field of an endpoint is offered by one of its operations', () => {
	const missing = samples.flatMap(({ endpoint }) => {
		const offered = samples.filter((row) => row.endpoint === endpoint).flatMap(namesOf);
		const names = documentedFields(endpoint, offered).map(({ name }) => name);
		return withoutPaging(names)
			.filter((name) => !offered.includes(name))
			.map((name) => `${endpoint.id}: ${name}`)
			.filter((what) => !(what in toCome));
	});
	expect({ 'fields that nobody can fill in': [...new Set(missing)] }).toEqual({
		'fields that nobody can fill in': [],
	});
});

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

/** The required fields that are shown for a choice which an expression may make. */
function requiredByExpression(fields: INodeProperties[], above: INodeProperties[] = []): string[] {
	const choosers = [...fields, ...above].filter(({ noDataExpression }) => !noDataExpression);
	return fields.flatMap((field) => {
		const { name, type, required, displayOptions, options = [] } = field;
		const chosen = Object.keys(displayOptions?.show ?? {}).map((path) => path.replace('/', ''));
		const isIn = required && choosers.some((chooser) => chosen.includes(chooser.name));
		const inner =
			type === 'fixedCollection'
				? (options as INodePropertyCollection[]).flatMap(({ values }) => values)
				: leavesOf([field]).filter((leaf) => leaf !== field);
		return [...(isIn ? [name] : []), ...requiredByExpression(inner, [...fields, ...above])];
	});
}

it('n8n insists on no field that may not be needed: it takes all to be, if an expression makes a choice', () => {
	expect(requiredByExpression(properties)).toEqual([]);
});

it('the fields of Unlink Groups are there once, since n8n evaluates every field of a name for every item', () => {
	const names = properties.map(({ name }) => name);
	for (const name of ['communityId', 'groupsPhones']) {
		expect(names.filter((candidate) => candidate === name)).toEqual([name]);
	}
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

	it('nothing is called to come that is there, or is in nothing that Z-API documents', () => {
		const isMissing = (what: string) => {
			const [id, field] = what.split(': ');
			const endpoint = endpoints.find((candidate) => candidate.id === id);
			if (!endpoint || field === undefined) return endpoint && !isOffered(endpoint);
			const rowsOf = samples.filter((row) => row.endpoint === endpoint);
			const names = documentedFields(endpoint, []).map(({ name }) => name);
			return names.includes(field) && !rowsOf.flatMap(namesOf).includes(field);
		};
		const done = Object.keys(toCome).filter((what) => !isMissing(what));
		expect({ 'take these out of toCome': done }).toEqual({ 'take these out of toCome': [] });
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
