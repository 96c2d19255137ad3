import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Settings } from '../../shared/account/settings';
import { InvalidValue } from '../../shared/values/invalidValue';
import { toEntries, toFields } from '../../shared/values/lists';
import { isBlank } from '../../shared/values/cleanText';
import type { ReadFor } from '../../shared/values/values';
import { value, type Column, type Value } from './field';
import type { Option } from './option';
import type { Words } from './text';

/** A list whose entries have several fields. */
export interface Rows<Row> {
	description: string;
	/** What the panel calls one of its entries, as in "Button". */
	entry: string;
	/** What the panel calls the group of an entry's fields; by default, the name of the list. */
	group?: string;
	/** The fields of an entry, in the order of the panel. One that depends on another comes after it. */
	columns: Column[];
	/** Their names in the order in which they are sent, if it differs; those that aren't listed come last. */
	bodyOrder?: string[];
	/** A list in Z-API's form, which shows how to write it as JSON. */
	example: object[];
	/** Checks an entry against those before it, or throws InvalidValue. */
	check?: (row: Row, before: Row[]) => void;
	/** Z-API's name for the list, if it differs from the panel's, with dots leading into objects. */
	sentAs?: string;
}

/** What differs between lists that are fields of their own. */
export interface RowsDetails<Row> extends Rows<Row>, Pick<Words, 'displayOptions'> {
	/** An empty list isn't sent; or the value is what is then sent. Otherwise, an empty list is refused. */
	optional?: true;
	whenEmpty?: unknown;
	/** Whether people can change the order of the entries. */
	sortable?: boolean;
	/** Whether there can be only one entry, which is then sent itself. */
	single?: true;
	/** Changes the form of the list to that in which it is sent. */
	toBody?: (rows: Row[]) => unknown;
	/** What errors call the list when it is a column itself. */
	part?: string;
}

/** @returns the name of a column with its article, as in "a label" */
function partOf({ part, property: { displayName } }: Column): string {
	if (part !== undefined) return part;
	const words = displayName.replace(/[A-Z][a-z]+/g, (word) => word.toLowerCase());
	return `${/^[aeio]|^ID/.test(words) ? 'an' : 'a'} ${words}`;
}

/** Reads a column of a row. A row may lack only what is optional. */
function readColumn(column: Column, given: unknown, settings: Settings): unknown {
	if (column.readPart) return column.readPart(given, settings);
	if (isBlank(given)) {
		if (column.isOptional) return undefined;
		throw new InvalidValue(`lacks ${partOf(column)}`, 'Fill it in, or remove this entry.');
	}
	return InvalidValue.within(`has ${partOf(column)} that`, () => column.read(given, settings));
}

function inOrder(columns: Column[], names: string[]): Column[] {
	const place = ({ property: { name } }: Column) => (names.indexOf(name) + 1 || Infinity) as number;
	return [...columns].sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
}

/**
 * Makes the reader of an entry, from the panel or from JSON, which may contain more. What doesn't belong to the entry is
 * left out.
 */
export function rowReader<Row>({ columns, bodyOrder = [] }: Rows<Row>): ReadFor<Row> {
	const ordered = inOrder(columns, bodyOrder).map(({ property: { name } }) => name);
	return (entry, settings) => {
		const given = toFields(entry);
		const read = new Map<string, unknown>();
		const applies = ({ onlyFor = {} }: Column) =>
			Object.entries(onlyFor).every(([name, values]) => values.includes(read.get(name) as string));
		// In the order of the panel, so that the first wrong column is named.
		for (const column of columns) {
			const { name } = column.property;
			if (applies(column)) read.set(name, readColumn(column, given[name], settings));
		}
		const sent = ordered.filter((name) => read.get(name) !== undefined);
		return Object.fromEntries(sent.map((name) => [name, read.get(name)])) as Row;
	};
}

/** Finds the entries of a list. If there is only one column, an entry may also be only its value. */
function entriesOf({ columns, example }: Pick<Rows<never>, 'columns' | 'example'>, given: unknown) {
	const [only, ...others] = columns;
	return toEntries(given, example, others.length === 0 ? only?.property.name : undefined);
}

/** Makes the reader of all entries. Its errors say which entry is wrong. */
export function rowsReader<Row>(rows: Rows<Row>, noun = 'entry'): ReadFor<Row[]> {
	const readRow = rowReader(rows);
	return (given, settings) => {
		const read: Row[] = [];
		for (const entry of entriesOf(rows, given)) {
			read.push(
				InvalidValue.within(`${noun} ${read.length + 1},`, () => {
					const row = readRow(entry, settings);
					rows.check?.(row, read);
					return row;
				}),
			);
		}
		return read;
	};
}

/** @returns the columns as the panel shows them */
export function columnProperties(columns: Column[]): INodeProperties[] {
	return columns.map(({ property, onlyFor }) => {
		if (!onlyFor) return property;
		// Not required in the panel: if an expression makes the choice, n8n would insist on all of them.
		const { displayName, name, type, typeOptions, ...rest } = property;
		const start = { displayName, name, type, ...(typeOptions && { typeOptions }) };
		return { ...start, displayOptions: { show: onlyFor }, ...rest };
	});
}

/** @returns what the columns bring along under *Options* */
export function columnOptions(columns: Column[]): Option[] {
	return [...new Set(columns.flatMap(({ options = [] }) => options))];
}

/** @throws InvalidValue */
export function refuseEmpty(entry: string): never {
	throw new InvalidValue('is empty', `Add at least one ${entry.toLowerCase()}.`);
}

/**
 * A list that people fill in row by row. Its columns are both what the panel shows and how an entry is read.
 *
 * @param label the plural, as in "Buttons". Errors begin with it.
 */
export function rows<Row = IDataObject>(
	name: string,
	label: string,
	details: RowsDetails<Row>,
): Value {
	const { entry, group = label, columns, displayOptions, description, single } = details;
	const { optional, whenEmpty, sortable, toBody = (all: Row[]): unknown => all } = details;
	const isRequired = !optional && whenEmpty === undefined;
	const property: INodeProperties = {
		displayName: label,
		name,
		type: 'fixedCollection',
		...(!single && { typeOptions: { multipleValues: true, ...(sortable && { sortable }) } }),
		placeholder: `Add ${entry}`,
		...(isRequired && { required: true }),
		...(displayOptions && { displayOptions }),
		default: {},
		description,
		options: [{ displayName: group, name: 'values', values: columnProperties(columns) }],
	};
	const sent = (all: Row[]) => {
		if (all.length === 0 && isRequired) return refuseEmpty(entry);
		return all.length === 0 ? whenEmpty : toBody(all);
	};
	const readRow = rowReader(details);
	const readAll = rowsReader(details);
	const readSingle: ReadFor<unknown> = (given, settings) => {
		const [first] = entriesOf(details, given);
		return first === undefined ? sent([]) : readRow(first, settings);
	};
	const readPart = rowsReader(details, entry.toLowerCase());
	const list = `has ${details.part ?? ''} that`;
	return {
		...value(property, {
			read: single ? readSingle : (given, settings) => sent(readAll(given, settings)),
			sentAs: details.sentAs,
		}),
		...(!isRequired && { isOptional: true }),
		options: columnOptions(columns),
		readPart: (given, settings) => {
			const entries = InvalidValue.within(list, () => entriesOf(details, given));
			return sent(readPart(entries, settings));
		},
	};
}
