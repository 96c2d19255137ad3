import {
	NodeHelpers,
	type IDataObject,
	type INodeParameters,
	type INodeProperties,
	type INodePropertyCollection,
	type INodePropertyOptions,
	type INodeTypeDescription,
	type NodeParameterValueType,
} from 'n8n-workflow';
import { documentedName, enter, type ContractRow } from '../../tools/contract/derive.mts';
import { nodeOf, openedForm } from './panel.mts';
import { answersOf, type SampleAction } from './sampleActions.mts';

/** n8n's own field, which nothing of an operation says anything about. */
const OF_N8N = 'requestOptions';
const PLACES = ['resource', 'operation'];

/** The file of the item that an operation sends, by what it is called where it is a link. */
const FILES: Record<string, string> = { audio: 'voice', gif: 'clip', ptv: 'clip', video: 'clip' };

/** A row of the contract, and the node to whose panel it belongs. */
interface Context {
	row: ContractRow;
	description: INodeTypeDescription;
}

const choicesOf = ({ options }: INodeProperties) =>
	(options as INodePropertyOptions[]).map(({ value }) => value);

function numberFor({ default: usual, typeOptions }: INodeProperties): number {
	const { minValue = 1, maxValue = Infinity } = typeOptions ?? {};
	const other = minValue === usual ? minValue + 1 : minValue;
	return Math.min(other, maxValue);
}

function locate({ modes = [] }: INodeProperties): NodeParameterValueType {
	const mode = modes.find(({ type }) => type === 'string');
	return { __rl: true, mode: mode?.name ?? '', value: exampleIn(mode?.placeholder) };
}

function exampleIn(placeholder = ''): string {
	return placeholder.replace(/^e\.g\. /, '');
}

/** One row of a list, with something in each column that the row shows. */
function rowOf({ values }: INodePropertyCollection, chosen: INodeParameters): INodeParameters {
	const row = { ...chosen };
	for (const column of values) {
		const isShown = Object.entries(column.displayOptions?.show ?? {}).every(([name, shownFor]) =>
			shownFor?.includes((row[name] ?? defaultOf(values, name)) as string),
		);
		if (isShown) row[column.name] ??= exampleOf(column);
	}
	return row;
}

function defaultOf(columns: INodeProperties[], name: string): unknown {
	return columns.find((column) => column.name === name)?.default;
}

/** A list with a row of each of these kinds; without any, with one row. */
function listOf(field: INodeProperties, kinds = kindsOf(field)): INodeParameters {
	const [group] = field.options as INodePropertyCollection[];
	if (!group) return {};
	const [first = {}, ...others] = kinds.map((kind) => rowOf(group, kind));
	const one = kinds.length > 0 ? first : rowOf(group, {});
	return { [group.name]: field.typeOptions?.multipleValues ? [one, ...others] : one };
}

/** What makes the rows of a list differ: the choices that show other columns, and lists inside with such rows. */
function kindsOf({ type, options }: INodeProperties): INodeParameters[] {
	if (type !== 'fixedCollection') return [];
	const columns = (options as INodePropertyCollection[]).flatMap(({ values }) => values);
	return columns.flatMap((column): INodeParameters[] => {
		const { name } = column;
		if (kindsOf(column).length > 0) return [{ [name]: listOf(column) }];
		const isChooser =
			column.type === 'options' &&
			columns.some(({ displayOptions }) => displayOptions?.show?.[name]);
		return isChooser ? choicesOf(column).map((value) => ({ [name]: value })) : [];
	});
}

/** What could be in a field, as it says itself: another choice than usual, or the example that it shows. */
function exampleOf(field: INodeProperties): NodeParameterValueType {
	const { type, placeholder, default: usual } = field;
	if (type === 'boolean') return !usual;
	if (type === 'dateTime') return '2999-12-31T12:00:00';
	if (type === 'fixedCollection') return listOf(field);
	if (type === 'multiOptions') return choicesOf(field).slice(0, 1) as string[];
	if (type === 'number') return numberFor(field);
	if (type === 'options') return choicesOf(field).find((value) => value !== usual) ?? null;
	if (type === 'resourceLocator') return locate(field);
	return exampleIn(placeholder) || (usual as string);
}

/** @returns something for each field of a collection, as it says itself */
export function exampleOptions(
	{ properties }: INodeTypeDescription,
	collection: string,
): INodeParameters {
	const field = properties.find(({ name, type }) => name === collection && type === 'collection');
	const options = (field?.options ?? []) as INodeProperties[];
	return Object.fromEntries(options.map((option) => [option.name, exampleOf(option)]));
}

/** What is documented for a field, or else what could be in it. */
function valueFor({ row }: Context, field: INodeProperties): NodeParameterValueType {
	const { sample } = row.endpoint;
	const body = Array.isArray(sample.body) ? { $: sample.body } : sample.body;
	const always = { ...field, displayOptions: undefined };
	return enter([always], { ...sample.query, ...body })[field.name] ?? exampleOf(field);
}

function isEmpty(value: unknown): boolean {
	return value === '' || JSON.stringify(value) === '{}';
}

/** Fills in each field of the panel that is empty, and adds each option. */
function fill(context: Context, given: INodeParameters): INodeParameters {
	const { description } = context;
	const parameters = { ...given };
	for (const field of description.properties) {
		const opened = openedForm(description, nodeOf(parameters)) as INodeParameters;
		const isShown = (candidate: INodeProperties, values: INodeParameters) =>
			NodeHelpers.displayParameter(values, candidate, nodeOf(parameters), description, opened);
		if (!isShown(field, opened)) continue;
		if (field.type === 'collection') {
			const options = (field.options as INodeProperties[])
				.filter((option) => isShown(option, {}))
				.map((option) => [option.name, valueFor(context, option)]);
			const entered = given[field.name] as INodeParameters | undefined;
			parameters[field.name] = { ...(Object.fromEntries(options) as INodeParameters), ...entered };
		} else if (field.name === 'binaryPropertyName') {
			const asLink = description.properties.find(
				(other) =>
					other.displayOptions?.show?.mediaSource?.includes('text') &&
					isShown(other, { ...opened, mediaSource: 'text' }),
			);
			const sentAs = (asLink && documentedName(asLink)) ?? '';
			parameters[field.name] = FILES[sentAs.split('.').at(-1) ?? ''] ?? 'data';
		} else if (isEmpty(opened[field.name])) {
			parameters[field.name] = valueFor(context, field);
		}
	}
	return parameters;
}

/** What an operation's panel has, of all that the node's has. */
function panelOf(all: INodeTypeDescription, { resource, operation }: ContractRow) {
	const place: Record<string, string> = { resource, operation };
	const properties = all.properties.filter(
		({ name, displayOptions: { show = {} } = {} }) =>
			name !== OF_N8N && PLACES.every((of) => show[of]?.includes(place[of] ?? '') ?? true),
	);
	return { ...all, properties };
}

/** The fields that an operation shows and whose choices show others. */
function choosersOf({ description }: Context, parameters: INodeParameters): INodeProperties[] {
	const { properties } = description;
	const node = nodeOf(parameters);
	const opened = openedForm(description, node) as INodeParameters;
	return properties.filter(
		(field) =>
			field.type === 'options' &&
			!PLACES.includes(field.name) &&
			properties.some(({ displayOptions }) => displayOptions?.show?.[field.name]) &&
			NodeHelpers.displayParameter(opened, field, node, description, opened),
	);
}

/** Each choice that isn't made in these fields. */
function otherChoices(choosers: INodeProperties[], parameters: INodeParameters): INodeParameters[] {
	return choosers.flatMap((chooser) =>
		choicesOf(chooser)
			.filter((value) => value !== (parameters[chooser.name] ?? chooser.default))
			.map((value) => ({ [chooser.name]: value })),
	);
}

/** What is chosen in words: the kind of row by itself, since the whole row would be too long. */
function inWords(chosen: INodeParameters): string {
	const words = Object.entries(chosen).map(([name, value]) => {
		const [kind] = typeof value === 'object' ? Object.values(rowsIn(value)[0] ?? {}) : [value];
		return `${name}: ${typeof kind === 'object' ? 'every kind of row' : String(kind)}`;
	});
	return words.join(', ') || 'all options';
}

function rowsIn(list: unknown): IDataObject[] {
	return Object.values(list as object).flat() as IDataObject[];
}

/**
 * Makes nodes that somebody may have saved, from what an operation says of its fields: one with all options, one for
 * each choice that shows other fields, and one for each kind of row in a list. So a new field needs no sample.
 *
 * @param all the description of the node
 * @param row what is documented of the operation
 */
export function derivedFrom(all: INodeTypeDescription, row: ContractRow): SampleAction[] {
	const context = { row, description: panelOf(all, row) };
	const { resource, operation, title } = row;
	const base = { resource, operation, ...row.parameters };
	const usual = choosersOf(context, base);
	const choices = otherChoices(usual, base).flatMap((chosen) => {
		// What a choice shows may be a choice again, as where a picture comes from.
		const shown = choosersOf(context, { ...base, ...chosen });
		const more = shown.filter((field) => !usual.includes(field));
		return [chosen, ...otherChoices(more, base).map((second) => ({ ...chosen, ...second }))];
	});
	const rows = context.description.properties.flatMap((field) =>
		kindsOf(field).map((kind) => ({ [field.name]: listOf(field, [kind]) })),
	);
	return [{}, ...choices, ...rows].map((chosen) => ({
		name: `${title} with ${inWords(chosen)}`,
		parameters: fill(context, { ...base, ...chosen }),
		answers: answersOf(row),
	}));
}
