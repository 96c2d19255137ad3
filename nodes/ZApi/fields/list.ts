import type { INodeProperties } from 'n8n-workflow';
import { InvalidValue } from '../../shared/values/invalidValue';
import { toEntries } from '../../shared/values/lists';
import { toOneOf } from '../../shared/values/values';
import { putAt, readNamed, type Field } from './field';

const DEFINE = 'Define';
const toDefinition = toOneOf('fields', 'json');

/** A list whose entries have fields of their own, as the panel shows it and as it is sent. */
export interface List<Entry> {
	/** In the plural, as in "Buttons". Errors begin with it. */
	displayName: string;
	name: string;
	/** Z-API's name for it, with dots inside of objects, where it isn't the panel's. */
	path?: string;
	description: string;
	/** What the panel calls one of its entries, as in "Button". */
	entry: string;
	/** The fields of an entry. One that has a list of its own calls its entries `values`, too. */
	values: INodeProperties[];
	/** A list in Z-API's form, which shows how to write it as JSON. */
	example: unknown[];
	/**
	 * Makes Z-API's form of an entry, from the panel's fields or from JSON, where more can be in it. What it throws
	 * completes "Buttons, entry 2, …", as in "lacks a label". It also gets the entries before.
	 */
	read: (entry: unknown, before: Entry[]) => Entry;
	/** Whether Z-API does without: then a list without entries isn't sent. */
	isOptional?: true;
}

function panelOf<Entry>(declared: List<Entry>): INodeProperties[] {
	const { displayName, name, description, entry, values, example, isOptional } = declared;
	const routing = { send: { type: 'body', property: declared.path ?? name } } as const;
	const required = !isOptional;
	return [
		{
			displayName: DEFINE,
			name: 'define',
			type: 'options',
			noDataExpression: true,
			options: [
				{ name: 'Using Fields Below', value: 'fields' },
				{ name: 'Using JSON', value: 'json' },
			],
			default: 'fields',
			description: 'Use JSON where the number of entries varies from item to item',
		},
		{
			displayName,
			name,
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, sortable: true },
			placeholder: `Add ${entry}`,
			required,
			displayOptions: { show: { define: ['fields'] } },
			default: {},
			description,
			options: [{ displayName, name: 'values', values }],
			routing,
		},
		{
			displayName,
			name: 'entriesJson',
			type: 'json',
			typeOptions: { rows: 5 },
			required,
			displayOptions: { show: { define: ['json'] } },
			default: '',
			hint: `A list such as ${JSON.stringify(example)}`,
			description,
			routing,
		},
	];
}

/**
 * Makes a field for a list that people fill in row by row, or give as JSON.
 *
 * @param declared what the panel shows, and how entries are read
 * @returns the field, which sends all entries in their order, and refuses a list by its first entry that is wrong
 */
export function list<Entry>(declared: List<Entry>): Field {
	const { displayName, name, path = name, entry, example, read, isOptional } = declared;
	return {
		properties: panelOf(declared),
		fill(draft, context) {
			const parameter = (of: string, fallback?: unknown) =>
				context.getNodeParameter(of, fallback, { skipValidation: true }) as unknown;
			const definition = readNamed(context, DEFINE, () =>
				toDefinition(parameter('define', 'fields')),
			);
			const given = readNamed(context, displayName, () => {
				const found = toEntries(
					parameter(definition === 'fields' ? name : 'entriesJson', ''),
					example,
				);
				if (found.length > 0 || isOptional) return found;
				throw new InvalidValue('is empty', `Add at least one ${entry.toLowerCase()}.`);
			});
			if (given.length === 0) return;
			const entries: Entry[] = [];
			for (const each of given) {
				const place = `${displayName}, entry ${entries.length + 1},`;
				entries.push(readNamed(context, place, () => read(each, entries)));
			}
			putAt(draft.body, path, entries);
		},
	};
}
