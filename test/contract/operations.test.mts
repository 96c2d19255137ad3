import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { resources } from '../../nodes/ZApi/resources/index.ts';
import { documentedName, leavesOf, type ContractRow } from '../../tools/contract/derive.mts';
import { endpoints, type Endpoint, type Field } from '../../tools/contract/endpoints.mts';
import { exceptions } from '../../tools/contract/exceptions.mts';
import { loadPackage } from '../engine/harness.mts';
import { toCome } from './coverage.mts';
import { rows, samples } from './rows.mts';

let properties: INodeProperties[];

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

it.each(resources)('$name has its operations in alphabetical order', ({ operations }) => {
	const names = operations.map(({ name }) => name);
	expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
});

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

it.each(rows)(
	'$title offers what Z-API documents, insists on what it requires, and says so',
	(row) => {
		const { endpoint, fields, title } = row;
		const operation = resources
			.find(({ value }) => value === row.resource)
			?.operations.find(({ value }) => value === row.operation);
		expect(operation).toMatchObject({
			action: expect.stringMatching(/^[A-Z][a-z]+( \w+)+$/) as string,
			description: expect.stringMatching(/^[A-Z].{10,}/) as string,
			refusedAdvice: expect.stringMatching(/^[A-Z].{20,}\.$/) as string,
		});
		const offered = namesOf(row);
		// What only another endpoint of the operation takes is an option.
		const others = samples.filter(
			(sample) => sample.title === title && sample.endpoint !== endpoint,
		);
		const documented = [
			...documentedFields(endpoint, offered),
			...others
				.flatMap((other) => documentedFields(other.endpoint, offered))
				.map((field) => ({ ...field, required: false })),
		];
		const names = documented.map(({ name }) => name);
		const requiredNames = documented.flatMap(({ name, required }) => (required ? [name] : []));

		const hasReturnAll = leavesOf(fields).some(({ name }) => name === 'returnAll');
		const hasPages = names.some((name) => PAGING.includes(name));
		const namesMessage = Object.keys(endpoint.response.shape ?? {}).some((name) =>
			['zaapId', 'messageId'].includes(name),
		);
		const missing = [
			hasPages && !hasReturnAll && '`pages`, since the endpoint has pages',
			hasReturnAll && !hasPages && 'an endpoint with pages, since it has Return All',
			namesMessage && !operation?.sendsToChat && 'sendsToChat, since Z-API answers with a message',
		];

		const { required = {} } = exceptions[title] ?? {};
		const sent = leavesOf(fields).flatMap((field) => {
			const documentation = documented.find(({ name }) => name === documentedName(field));
			return documentation ? [{ field, documentation }] : [];
		});
		const emptiable = sent.filter(({ field: { name, type }, documentation: { note = '' } }) => {
			const hasValue = ['boolean', 'options', 'number'].includes(type);
			// Some may be emptied, though Z-API wants them to be there.
			return !hasValue && !/description/i.test(name) && !/ empty /.test(note);
		});
		const isNeeded = ({ field: { name }, documentation }: (typeof sent)[number]) =>
			required[name] ?? documentation.required;
		const namesIn = (of: typeof sent) => of.map(({ field }) => field.name);

		const choices = sent.filter(({ field }) => field.type === 'options');
		const values = (of: (choice: (typeof sent)[number]) => unknown[]) =>
			choices.map((choice) => ({ field: choice.field.name, values: of(choice).sort() }));

		expect({
			'fields that are not documented': withoutPaging(offered).filter(
				(name) => !names.includes(name),
			),
			'fields that Z-API requires': withoutPaging(requiredNames).filter(
				(name) => !offered.includes(name),
			),
			'what is missing': missing.filter(Boolean),
			'required fields': namesIn(emptiable.filter(({ field }) => field.required)),
			'values to choose from': values(({ field }) =>
				(field.options as INodePropertyOptions[]).map(({ value }) => value),
			),
		}).toEqual({
			'fields that are not documented': [],
			'fields that Z-API requires': [],
			'what is missing': [],
			'required fields': namesIn(emptiable.filter(isNeeded)),
			'values to choose from': values(({ documentation }) => [...(documentation.enum ?? [])]),
		});
	},
);

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

it('nothing is called to come that is there, or is in nothing that Z-API documents', () => {
	const isMissing = (what: string) => {
		const [id, field] = what.split(': ');
		const endpoint = endpoints.find((candidate) => candidate.id === id);
		const rowsOf = samples.filter((row) => row.endpoint === endpoint);
		if (!endpoint || field === undefined) return endpoint && rowsOf.length === 0;
		const names = documentedFields(endpoint, []).map(({ name }) => name);
		return names.includes(field) && !rowsOf.flatMap(namesOf).includes(field);
	};
	const done = Object.keys(toCome).filter((what) => !isMissing(what));
	expect({ 'take these out of toCome': done }).toEqual({ 'take these out of toCome': [] });
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
