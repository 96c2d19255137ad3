import {
	isExpression,
	NodeHelpers,
	type IDataObject,
	type INode,
	type INodeParameters,
	type INodeProperties,
	type INodePropertyCollection,
	type INodePropertyOptions,
	type INodeTypeDescription,
} from 'n8n-workflow';
import type { Choices } from './set.mts';

/** n8n adds this field to every node of its kind. */
const OF_N8N = 'requestOptions';

/** @returns a node of the action node with these parameters, as n8n saves it */
export function nodeOf(parameters: INodeParameters, rest: Partial<INode> = {}): INode {
	const type = 'n8n-nodes-z-api.zApi';
	return { id: 'node', name: 'Z-API', type, typeVersion: 1, position: [0, 0], parameters, ...rest };
}

/** @returns the parameters as the editor saves them: without those that aren't shown, or have their default */
export function savedForm(description: INodeTypeDescription, node: INode): INodeParameters {
	const { properties } = description;
	return (
		NodeHelpers.getNodeParameters(properties, node.parameters, false, false, node, description) ??
		{}
	);
}

/** @returns the parameters as the panel shows them once the node is opened */
export function openedForm(description: INodeTypeDescription, node: INode): IDataObject {
	const { properties } = description;
	return (NodeHelpers.getNodeParameters(
		properties,
		node.parameters,
		true,
		false,
		node,
		description,
	) ?? {}) as IDataObject;
}

type Values = Record<string, unknown>;

/** @returns the values that a field knows; undefined if it takes any, or they come from Z-API */
export function knownValues({
	type,
	options,
	modes,
	typeOptions,
}: INodeProperties): unknown[] | undefined {
	if (type === 'resourceLocator') return modes?.map(({ name }) => name);
	const isChosen = type === 'options' || type === 'multiOptions';
	if (!isChosen || typeOptions?.loadOptionsMethod !== undefined) return undefined;
	return (options as INodePropertyOptions[]).map(({ value }) => value);
}

function valuesOf({ type }: INodeProperties, value: unknown): unknown[] {
	return type === 'resourceLocator' ? [(value as { mode: string }).mode] : [value].flat();
}

/** A field that has a value in a saved node. */
interface ShownField {
	property: INodeProperties;
	value: unknown;
	/** Changes the value, in the opened form of the node's parameters. */
	set: (value: unknown) => void;
}

/**
 * Finds every field that the panel of a saved node shows, also those inside of others.
 *
 * @param opened the node's parameters as the panel shows them
 */
export function shownFields(
	description: INodeTypeDescription,
	node: INode,
	opened = openedForm(description, node),
): ShownField[] {
	const root = opened as INodeParameters;
	const show = (properties: INodeProperties[], values: Values): ShownField[] =>
		properties
			.filter(
				(property) =>
					values[property.name] !== undefined &&
					NodeHelpers.displayParameter(
						...([values as INodeParameters, property, node, description, root] as const),
					),
			)
			.flatMap((property) => {
				const value = values[property.name];
				const inside = isExpression(value) ? [] : insideOf(property, value);
				const set = (other: unknown) => (values[property.name] = other);
				return [{ property, value, set }, ...inside.flatMap((fields) => show(...fields))];
			});
	return show(description.properties, root);
}

/** The fields inside of a field, each list of them with the values that it has there. */
function insideOf(property: INodeProperties, value: unknown): Array<[INodeProperties[], Values]> {
	if (property.type === 'collection') return [[innerFields(property), value as Values]];
	if (property.type !== 'fixedCollection') return [];
	return (property.options as INodePropertyCollection[]).flatMap(({ name, values }) =>
		[(value as Values)[name] ?? []]
			.flat()
			.map((entry): [INodeProperties[], Values] => [values, entry as Values]),
	);
}

function innerFields({ type, options }: INodeProperties): INodeProperties[] {
	if (type === 'collection') return options as INodeProperties[];
	if (type !== 'fixedCollection') return [];
	return (options as INodePropertyCollection[]).flatMap(({ values }) => values);
}

/** @returns every field of a node, also those inside of others */
export function allFields(properties: INodeProperties[]): INodeProperties[] {
	return properties.flatMap((property) => [property, ...allFields(innerFields(property))]);
}

/**
 * Finds what the panel marks as not supported: a choice that its field doesn't have.
 *
 * @returns the fields with such values, as in `mediaSource: "url"`
 */
export function unknownChoices(description: INodeTypeDescription, node: INode): string[] {
	return shownFields(description, node).flatMap(({ property, value }) => {
		const known = isExpression(value) ? undefined : knownValues(property);
		return valuesOf(property, value)
			.filter((one) => known && !known.includes(one))
			.map((one) => `${property.name}: ${JSON.stringify(one)}`);
	});
}

/** @returns for each operation its fields, those of collections after a dot, with the values to choose from */
export function choicesOf({ properties }: INodeTypeDescription): Choices {
	const of = (name: string, { displayOptions }: INodeProperties) =>
		(displayOptions?.show?.[name] ?? displayOptions?.show?.[`/${name}`]) as string[] | undefined;
	const places = properties
		.filter(({ name }) => name === 'operation')
		.flatMap((property) =>
			(of('resource', property) ?? []).flatMap((resource) =>
				(knownValues(property) as string[]).map((operation) => ({ resource, operation })),
			),
		);
	const choicesIn = (place: Record<string, string>, fields: INodeProperties[], prefix = '') =>
		fields
			.filter(({ name }) => !(name in place) && name !== OF_N8N)
			.filter((field) =>
				Object.entries(place).every(([name, value]) => of(name, field)?.includes(value) ?? true),
			)
			.flatMap((field): Array<[string, unknown[]]> => {
				const path = `${prefix}${field.name}`;
				const inside = choicesIn(place, innerFields(field), `${path}.`);
				return [[path, knownValues(field) ?? []], ...inside];
			});
	return Object.fromEntries(
		(places.length === 0 ? [{}] : places).map((place) => {
			const found: Record<string, unknown[]> = {};
			for (const [path, values] of choicesIn(place, properties)) {
				found[path] = [...new Set([...(found[path] ?? []), ...values])];
			}
			return [Object.values(place).join('.'), found];
		}),
	);
}
