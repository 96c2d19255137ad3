import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Emulator } from '../emulator/emulator.mts';
import { useEmulator } from '../emulator/useEmulator.mts';
import { loadPackage, runNode } from '../engine/harness.mts';
import { resources } from '../../nodes/ZApi/resources/index.ts';
import { rows } from './rows.mts';

interface DocumentedField {
	name: string;
	type: string;
	required: boolean;
	enum?: string[];
}

interface DocumentedEndpoint {
	id: string;
	section: string;
	method: string;
	path: string;
	query: DocumentedField[];
	body: DocumentedField[];
	pathParams: DocumentedField[];
	response: { shape: IDataObject | IDataObject[]; isArray: boolean };
	sample: { path: string; query: Record<string, unknown>; body: IDataObject | null };
}

function readJson<Content>(...path: string[]): Content {
	return JSON.parse(readFileSync(join(process.cwd(), ...path), 'utf8')) as Content;
}

const endpoints = readJson<DocumentedEndpoint[]>('test', 'contract', 'endpoints.json');
let emulator: Emulator;
let properties: INodeProperties[];

function documented(id: string): DocumentedEndpoint {
	const endpoint = endpoints.find((candidate) => candidate.id === id);
	if (!endpoint) throw new Error(`test/contract/endpoints.json has no endpoint ${id}`);
	return endpoint;
}

/** Every operation that the panel offers, as `resource.operation`. */
function operationsOf(panel: INodeProperties[]): string[] {
	return panel
		.filter(({ name }) => name === 'operation')
		.flatMap(({ options = [], displayOptions }) => {
			const [resource] = displayOptions?.show?.resource as string[];
			return (options as INodePropertyOptions[]).map(({ value }) => `${resource}.${String(value)}`);
		});
}

/** What the panel adds to make a documented field easier to fill. */
const HELPERS = new Map([
	['photoSource', []],
	['binaryPropertyName', []],
	['returnAll', ['page']],
	['limit', ['pageSize']],
]);

/** The fields of an operation, those inside of collections included. */
function fieldsOf(panel: INodeProperties[], resource: string, operation: string) {
	return panel
		.filter(
			({ displayOptions, name }) =>
				name !== 'operation' &&
				displayOptions?.show?.resource?.includes(resource) &&
				displayOptions.show.operation?.includes(operation),
		)
		.flatMap((field) =>
			field.type === 'collection' ? (field.options as INodeProperties[]) : [field],
		);
}

/** The form of a value, as an output preview describes it. */
function schemaOf(value: unknown): object {
	if (value === null) return { type: 'null' };
	if (Array.isArray(value)) {
		const entries = value.map(schemaOf) as Array<{ properties?: object }>;
		const [first = {}] = entries;
		if (!('properties' in first)) return { type: 'array', items: first };
		const properties = Object.assign({}, ...entries.map((entry) => entry.properties)) as object;
		return { type: 'array', items: { ...first, properties } };
	}
	if (typeof value !== 'object') return { type: typeof value };
	const properties = Object.entries(value).map(([name, part]) => [name, schemaOf(part)]);
	return { type: 'object', properties: Object.fromEntries(properties) as object };
}

useEmulator((started) => (emulator = started));

beforeAll(async () => {
	properties = (await loadPackage()).node.description.properties;
});

it('every operation has a row, and every row has its operation', () => {
	const inPanel = operationsOf(properties);
	const inRows = rows.map(({ resource, operation }) => `${resource}.${operation}`);
	expect({
		'operations that need a row in test/contract/rows.mts': inPanel.filter(
			(name) => !inRows.includes(name),
		),
		'rows whose operation is in no index.ts of nodes/ZApi/resources': inRows.filter(
			(name) => !inPanel.includes(name),
		),
		'operations with two rows': inRows.filter((name, index) => inRows.indexOf(name) !== index),
	}).toEqual({
		'operations that need a row in test/contract/rows.mts': [],
		'rows whose operation is in no index.ts of nodes/ZApi/resources': [],
		'operations with two rows': [],
	});
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

const namedRows = rows.map((row) => ({ ...row, title: `${row.resource}.${row.operation}` }));

describe.each(namedRows)('$title', ({ endpoint: id, resource, operation, parameters }) => {
	it('sends the documented sample, byte by byte, and gives the documented answer', async () => {
		const { method, sample, response } = documented(id);
		emulator.misbehave({ answer: { body: response.shape }, times: 1 });
		// A list is asked for its next page.
		emulator.misbehave({ answer: { body: [] } });
		const { error, items } = await runNode({
			account: { ...emulator.account, baseUrl: emulator.baseUrl },
			parameters: { resource, operation, ...parameters },
		});
		expect(error).toBeUndefined();
		expect(emulator.requests).toHaveLength(response.isArray ? 2 : 1);
		const [request] = emulator.requests;
		expect({ method: request?.method, path: request?.path, query: request?.query }).toEqual({
			method,
			path: sample.path,
			query: Object.fromEntries(
				Object.entries(sample.query).map(([name, value]) => [name, String(value)]),
			),
		});
		expect(request?.text).toBe(sample.body ? JSON.stringify(sample.body) : '');
		expect(items.map(({ json }) => json)).toEqual([response.shape].flat());
	});

	it('offers each documented field, and no other', () => {
		const { body, query, pathParams } = documented(id);
		const names = [...body, ...query, ...pathParams].map(({ name }) => name);
		const offered = fieldsOf(properties, resource, operation).flatMap(
			({ name }) => HELPERS.get(name) ?? [name],
		);
		expect(offered.sort()).toEqual(names.sort());
	});

	it('asks for what Z-API requires, and offers only values that it takes', () => {
		const { body } = documented(id);
		for (const field of fieldsOf(properties, resource, operation)) {
			const sent = body.find(({ name }) => name === field.name);
			if (!sent) continue;
			const hasValue = ['boolean', 'options'].includes(field.type);
			// A description may be emptied, though Z-API wants it to be there.
			const mayBeEmpty = /description/i.test(field.name);
			if (!hasValue && !mayBeEmpty)
				expect([field.name, field.required ?? false]).toEqual([field.name, sent.required]);
			if (field.type === 'options') {
				const values = (field.options as INodePropertyOptions[]).map(({ value }) => value);
				expect(values.sort()).toEqual([...(sent.enum ?? [])].sort());
			}
		}
	});

	it('shows the documented answer before the first run', () => {
		const schema = readJson<object>(
			...['nodes', 'ZApi', '__schema__', 'v1.0.0', resource, `${operation}.json`],
		);
		const { shape } = documented(id).response;
		expect(schema).toEqual({ ...schemaOf(Array.isArray(shape) ? shape[0] : shape), version: 1 });
	});
});

it('the fields of Unlink Groups are there once, since n8n evaluates every field of a name for every item', () => {
	const names = properties.map(({ name }) => name);
	for (const name of ['communityId', 'groupsPhones']) {
		expect(names.filter((candidate) => candidate === name)).toEqual([name]);
	}
});

/** What waits for a resource of its own. */
const ELSEWHERE = new Map([
	['mention-participant', 'sends a text message, as the Message resource will'],
	['mention-group', 'sends a text message, as the Message resource will'],
	['mention-all', 'sends a text message, as the Message resource will'],
]);

it('every documented endpoint of these resources has its operation', () => {
	const inRows = rows.map(({ endpoint }) => endpoint);
	const missing = endpoints
		.filter(({ section }) => ['communities', 'group'].includes(section))
		.map(({ id }) => id)
		.filter((id) => !ELSEWHERE.has(id) && !inRows.includes(id));
	expect({ 'endpoints without an operation': missing }).toEqual({
		'endpoints without an operation': [],
	});
});
