import type { INodeProperties } from 'n8n-workflow';
import { InvalidValue } from '../../shared/values/invalidValue';
import { toEntries } from '../../shared/values/lists';
import { toOneOf } from '../../shared/values/values';
import { putAt, readNamed, type Field } from './field';

const DEFINE = 'Define';
const toDefinition = toOneOf('fields', 'json');

/** A list in which each entry has several fields: how the panel shows it, and how it is sent. */
export interface List<Entry> {
	/** The plural, as in "Buttons". Errors begin with it. */
	displayName: string;
	name: string;
	/** Z-API's name for it, if it differs from the panel's, with dots leading into objects. */
	path?: string;
	description: string;
	/** What the panel calls one of its entries, as in "Button". */
	entry: string;
	/** The fields of an entry. If one of them is a list, its entries are also called `values`. */
	values: INodeProperties[];
	/** A list in Z-API's form, which shows how to write it as JSON. */
	example: unknown[];
	/**
	 * Converts an entry from the panel's fields or from JSON, which may contain more, to Z-API's form. Its errors complete
	 * "Buttons, entry 2, …", as in "lacks a label". It also gets the entries before this one.
	 */
	read: (entry: unknown, before: Entry[]) => Entry;
	/** Whether Z-API doesn't require it: then an empty list isn't sent. */
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
 * Makes a field for a list that people fill in row by row, or enter as JSON.
 *
 * @param declared what the panel shows, and how entries are read
 * @returns the field, which sends all entries in their order, and names the first invalid entry in its error
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
