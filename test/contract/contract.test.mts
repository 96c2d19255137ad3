import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { startEmulator, type Emulator } from '../emulator/emulator.mts';
import { loadPackage, runNode } from '../engine/harness.mts';
import { rows } from './rows.mts';

interface DocumentedField {
	name: string;
	type: string;
	required: boolean;
	enum?: string[];
}

interface DocumentedEndpoint {
	id: string;
	method: string;
	path: string;
	query: DocumentedField[];
	body: DocumentedField[];
	response: { shape: IDataObject };
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
	if (!endpoint) throw new Error(`Z-API documents no endpoint ${id}`);
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

function fieldsOf(panel: INodeProperties[], resource: string, operation: string): string[] {
	return panel
		.filter(
			({ displayOptions, name }) =>
				name !== 'operation' &&
				displayOptions?.show?.resource?.includes(resource) &&
				displayOptions.show.operation?.includes(operation),
		)
		.map(({ name }) => name);
}

beforeAll(async () => {
	emulator = await startEmulator();
	properties = (await loadPackage()).node.description.properties;
});

afterAll(async () => {
	await emulator.close();
});

it('every operation has a row, and every row has its operation', () => {
	const inRows = rows.map(({ resource, operation }) => `${resource}.${operation}`);
	expect(inRows.sort()).toEqual(operationsOf(properties).sort());
});

describe.each(rows)('$resource.$operation', ({ endpoint: id, resource, operation, parameters }) => {
	it('sends the documented sample, byte by byte', async () => {
		const { method, sample } = documented(id);
		emulator.reset();
		emulator.misbehave({ answer: { body: { success: true } } });
		const { error } = await runNode({
			account: { ...emulator.account, baseUrl: emulator.baseUrl },
			parameters: { resource, operation, ...parameters },
		});
		expect(error).toBeUndefined();
		expect(emulator.requests).toHaveLength(1);
		const [request] = emulator.requests;
		expect({ method: request?.method, path: request?.path, query: request?.query }).toEqual({
			method,
			path: sample.path,
			query: sample.query,
		});
		expect(request?.text).toBe(sample.body ? JSON.stringify(sample.body) : '');
	});

	it('offers each documented field, and no other', () => {
		const { body, query } = documented(id);
		const names = [...body, ...query].map(({ name }) => name);
		expect(fieldsOf(properties, resource, operation).sort()).toEqual(names.sort());
	});

	it('shows the documented answer before the first run', () => {
		const schema = readJson<{ type: string; properties: Record<string, { type: string }> }>(
			...['dist', 'nodes', 'ZApi', '__schema__', 'v1.0.0', resource, `${operation}.json`],
		);
		const { shape } = documented(id).response;
		expect(schema.type).toBe('object');
		expect(
			Object.fromEntries(Object.entries(schema.properties).map(([name, { type }]) => [name, type])),
		).toEqual(
			Object.fromEntries(Object.entries(shape).map(([name, value]) => [name, typeof value])),
		);
	});
});
