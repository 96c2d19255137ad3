/** The page about values from other nodes: what it says to enter is entered, and what is sent is what it says. */
import type {
	IDataObject,
	INodeExecutionData,
	INodeParameters,
	INodeProperties,
	INodePropertyOptions,
	NodeParameterValueType,
} from 'n8n-workflow';
import { readPage } from '../unit/pages.mts';
import { loadPackage } from './harness.mts';
import { emulator, run } from './operating.mts';

const { lines } = readPage('docs/from-other-nodes.md');

/** What stands below a heading, up to the next one. */
function below(heading: string): string[] {
	const start = lines.indexOf(heading) + 1;
	const length = lines.slice(start).findIndex((line) => /^##+ /.test(line));
	return lines.slice(start, length < 0 ? undefined : start + length);
}

/** The rows of the table below a heading, each as its cells. */
function rowsBelow(heading: string): string[][] {
	const [, , ...rows] = below(heading).filter((line) => line.startsWith('|'));
	return rows
		.map((row) => row.split('|').slice(1, -1))
		.map((row) => row.map((cell) => cell.trim()));
}

/** What each node hands over, in the order of the columns of the table. */
const samples = lines
	.filter((line) => line.startsWith('### '))
	.map((heading) => {
		const text = below(heading).join('\n');
		const [, json = ''] = /```json\n(.*?)\n```/s.exec(text) ?? [];
		return { source: heading.slice('### '.length), json: JSON.parse(json) as IDataObject, text };
	});

interface Entry {
	/** The field's label, and how it is defined, if that has to be chosen. */
	field: string;
	/** What to enter for each node, as in the cells. */
	cells: string[];
}

/** What to enter, by operation. */
const entries = new Map<string, Entry[]>();
let operationSoFar = '';
for (const [operation = '', field = '', ...cells] of rowsBelow('## What to enter')) {
	operationSoFar = operation || operationSoFar;
	entries.set(operationSoFar, [...(entries.get(operationSoFar) ?? []), { field, cells }]);
}

const replacements = rowsBelow('## Replace an HTTP Request to Z-API').map(
	([request = '', body = '', operation = '', fields = '']) => ({
		...{ request: codeIn(request), operation, fields },
		body: JSON.parse(codeIn(body) || '{}') as IDataObject,
	}),
);

function codeIn(cell: string): string {
	return /`([^`]+)`/.exec(cell)?.[1] ?? '';
}

/** @returns whether a property belongs to an operation */
function isOf({ displayOptions }: INodeProperties, resource: string, operation: string): boolean {
	const { resource: resources, operation: operations } = displayOptions?.show ?? {};
	return !!resources?.includes(resource) && !!operations?.includes(operation);
}

/** Finds an operation, such as `**Message → Send Text**`, and what its fields are called. */
async function find(cell: string) {
	const { properties } = (await loadPackage()).node.description;
	const [, resourceName, operationName] = /^\*\*(.+) → (.+)\*\*$/.exec(cell) ?? [];
	const valueOf = (choices: INodeProperties[], name?: string) =>
		choices
			.flatMap(({ options = [] }) => options as INodePropertyOptions[])
			.find((option) => option.name === name)?.value as string;
	const named = (name: string) => properties.filter((property) => property.name === name);
	const resource = valueOf(named('resource'), resourceName);
	const operation = valueOf(
		named('operation').filter(({ displayOptions }) =>
			displayOptions?.show?.resource?.includes(resource),
		),
		operationName,
	);
	const own = properties.filter((property) => isOf(property, resource, operation));
	const property = (label: string, isJson: boolean): INodeProperties => {
		const found = own.find(
			({ displayName, type }) => displayName === label && isJson === (type === 'json'),
		);
		if (!found) throw new Error(`${cell} has no field ${label}`);
		return found;
	};
	return { resource, operation, property };
}

type Found = Awaited<ReturnType<typeof find>>;

/** @returns the parameters that a field becomes, when this is entered */
function entered({ property }: Found, field: string, value: unknown): INodeParameters {
	const [, label = '', json] = /\*\*([^*]+)\*\*(, Using JSON)?/.exec(field) ?? [];
	const { name, type, modes = [] } = property(label, json !== undefined);
	if (json !== undefined) {
		const isExpression = typeof value === 'string';
		return { define: 'json', [name]: isExpression ? value : JSON.stringify(value) };
	}
	if (type !== 'resourceLocator') return { [name]: value as NodeParameterValueType };
	const mode = modes.some((each) => each.name === 'phone') ? 'phone' : 'id';
	return { [name]: { __rl: true, mode, value: value as string } };
}

/** @returns the parameters for what stands in a cell: an expression, or a file */
function enteredFrom(found: Found, field: string, cell: string): INodeParameters {
	if (!cell.startsWith('file ')) return entered(found, field, `=${codeIn(cell)}`);
	return {
		mediaSource: 'file',
		...entered(found, '**Input Data Field Name**', codeIn(cell)),
	};
}

const inBase64 = (text: string) => Buffer.from(text).toString('base64');

/** Makes an item of a sample. In each file is its name. */
function itemOf(json: IDataObject): INodeExecutionData {
	const files = Object.entries(json).flatMap(([key, value]) => {
		const { filename, mimetype } = (value ?? {}) as Record<string, string>;
		if (filename === undefined || mimetype === undefined) return [];
		const file = { data: inBase64(filename), mimeType: mimetype, fileName: filename };
		return [[key.replace(/\W/g, '_'), file] as const];
	});
	return { json, binary: Object.fromEntries(files) };
}

/** @returns the rows for an operation, with that for every message if it has a recipient */
function entriesFor(operation: string): Entry[] {
	const own = entries.get(operation) ?? [];
	const isMessage = /^\*\*(Interactive )?Message → /.test(operation);
	return [...(isMessage ? (entries.get('Every message') ?? []) : []), ...own];
}

/** @returns what the page says to enter for one node */
function parametersFor(found: Found, operation: string, column: number): INodeParameters {
	const parameters = entriesFor(operation).map(({ field, cells }) =>
		enteredFrom(found, field, cells[column] ?? ''),
	);
	return Object.assign({}, ...parameters) as INodeParameters;
}

/** @returns what is sent instead of addresses if the files themselves are entered */
function withFiles(body: IDataObject): IDataObject {
	const sent = Object.entries(body).map(([key, value]) => {
		const [, fileName] = (typeof value === 'string' && /^https:.*\/(.+)$/.exec(value)) || [];
		if (fileName === undefined) return [key, value] as const;
		return [
			key,
			expect.stringMatching(`^data:.*;base64,${inBase64(fileName)}$`) as string,
		] as const;
	});
	return Object.fromEntries(sent);
}

it.each(replacements)(
	'$operation is $request, also with a value of each node',
	async ({ request, body, operation, fields }) => {
		const found = await find(operation);
		for (const [, label = ''] of fields.matchAll(/\*\*([^*]+)\*\*(?!, Using JSON)/g)) {
			expect(found.property(label, false).displayName).toBe(label);
		}
		const literals = [...fields.matchAll(/`([^`]+)` → (\*\*[^*]+\*\*(?:, Using JSON)?)/g)].map(
			([, path = '', field = '']) => {
				const value = path
					.split('.')
					.reduce<unknown>((at, key) => (at as IDataObject | undefined)?.[key], body);
				return entered(found, field, value ?? path);
			},
		);
		const sends = async (parameters: INodeParameters, item: INodeExecutionData = { json: {} }) => {
			emulator.reset();
			const { error } = await run(
				found.resource,
				found.operation,
				Object.assign({}, ...literals, parameters) as INodeParameters,
				{ fullItems: [item] },
			);
			const { method, path, body: sent = {} } = emulator.requests.at(-1) ?? {};
			return { problem: error?.message, request: `${method} ${path}`, body: sent };
		};

		const [withoutPages = ''] = request.split('?');
		const expected = { problem: undefined, request: withoutPages, body };
		expect(await sends({})).toEqual(expected);
		for (const [column, { source, json }] of samples.entries()) {
			const hasFile = entriesFor(operation).some(({ cells }) => cells[column]?.startsWith('file '));
			const sent = await sends(parametersFor(found, operation, column), itemOf(json));
			expect({ source, ...sent }).toEqual({
				...{ source, ...expected },
				body: hasFile ? withFiles(body) : body,
			});
		}
	},
);

describe('a question', () => {
	beforeEach(() => {
		// Some trigger of the n8n that the harness stands for.
		emulator.state.webhooks.ReceivedCallback = 'http://127.0.0.1:1/webhook/a1b2c3d4/webhook';
	});

	const operation = '**Message → Send and Wait for Response**';
	const ask = async (parameters: INodeParameters, json: IDataObject) => {
		const { resource, operation: name } = await find(operation);
		const { items, error } = await run(
			resource,
			name,
			{ ...parameters, options: { dryRun: true } },
			{ items: [json] },
		);
		expect(error).toBeUndefined();
		return items[0]?.json.body;
	};
	const question = { phone: '5521999998888', message: 'How about 05/12?' };

	it('has the same date from each node', async () => {
		const found = await find(operation);
		for (const [column, { json }] of samples.entries()) {
			const body = await ask(parametersFor(found, operation, column), json);
			expect(body).toMatchObject(question);
		}
	});

	it('has the date that Google Sheets shows', async () => {
		const found = await find(operation);
		const [column, sample] = [...samples.entries()].find(([, { text }]) =>
			text.includes('Google Sheets'),
		) ?? [0, { json: {}, text: '' }];
		const [, date = '', expression = ''] = /`([\d/]+)`[^`]*`({{.*?}})`/.exec(sample.text) ?? [];
		const message = entered(found, '**Text**', `=How about ${expression}?`);
		const parameters = { ...parametersFor(found, operation, column), ...message };
		expect(await ask(parameters, { ...sample.json, date })).toMatchObject(question);
	});
});

it('every operation of the first table is in the second, or is a question', () => {
	const known = replacements.map(({ operation }) => operation);
	expect(samples).toHaveLength(4);
	expect([...entries.keys()].filter((operation) => !known.includes(operation))).toEqual([
		'Every message',
		'**Message → Send and Wait for Response**',
	]);
});
