import { checkConnection } from './checkConnection';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';
import { dryRun } from './dryRun';
import type { Field } from './field';
import { changesSomething, type Operation, type Resource } from './operation';
import { collection, type Option } from './option';
import { requestsAtOnce } from './requestsAtOnce';
import { shownIn, VERSIONS } from './versions';
import { whenUnclear } from './whenUnclear';

const OPTIONS: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
};

/** @returns what people can add to an operation, with what they can add to all of its sort */
function offeredOptions(operation: Operation): Option[] {
	const { options, sendsToChat, waitsForResponse } = operation;
	const onlySends = sendsToChat && !waitsForResponse;
	return [
		...options,
		...(onlySends ? [checkConnection, whenUnclear] : []),
		...(changesSomething(operation) ? [dryRun] : []),
		requestsAtOnce,
	];
}

/** @returns all fields from which the values of an item are read; the options come last */
export function allFieldsOf(operation: Operation): Field[] {
	return [...operation.fields, collection(OPTIONS, offeredOptions(operation))];
}

/**
 * Puts the entries of several lists into one order, which is that of every list, as far as the lists agree.
 *
 * @param lists none has an entry twice
 */
function merge<Entry>(lists: Entry[][]): Entry[] {
	const left = new Set(lists.flat());
	const merged: Entry[] = [];
	while (left.size > 0) {
		const next = lists.map((list) => list.find((entry) => left.has(entry)));
		const isFirst = (entry: Entry) =>
			lists.every((list, index) => next[index] === entry || !list.includes(entry));
		const [first] = left;
		const entry = [...left].find(isFirst) ?? (first as Entry);
		merged.push(entry);
		left.delete(entry);
	}
	return merged;
}

/** Maps each entry to the operations that have it, by their values, in an order that suits all of them. */
function byEntry<Entry>(operations: Operation[], entriesOf: (operation: Operation) => Entry[]) {
	const lists = operations.map(entriesOf);
	return merge(lists).map((entry) => {
		const having = operations.filter((_, index) => lists[index]?.includes(entry));
		return [entry, having.map(({ value }) => value)] as const;
	});
}

/** For which of a resource's operations something is shown, in the shorter of n8n's two ways to say so. */
function shownFor(names: string[], { operations }: Resource): INodeProperties['displayOptions'] {
	const others = operations.map(({ value }) => value).filter((value) => !names.includes(value));
	if (others.length === 0) return undefined;
	return others.length < names.length
		? { hide: { '/operation': others } }
		: { show: { '/operation': names } };
}

/** One collection for all operations of a resource, in which each shows its own options. */
function optionsProperty(resource: Resource): INodeProperties {
	const { value, operations } = resource;
	const options = byEntry(operations, offeredOptions).flatMap(([{ properties }, names]) => {
		const displayOptions = shownFor(names, resource);
		return displayOptions ? updateDisplayOptions(displayOptions, properties) : properties;
	});
	return {
		...OPTIONS,
		displayOptions: { show: { resource: [value] } },
		options: options.sort((a, b) => a.displayName.localeCompare(b.displayName)),
	};
}

/** In its lists, n8n says "Send text message". */
function withoutArticles(sentence: string): string {
	return sentence.replace(/ (?:an?|the|your)(?= )/g, '');
}

function operationOption({
	name,
	value,
	action,
	description,
	request,
}: Operation): INodePropertyOptions {
	return { name, value, action: withoutArticles(action), description, routing: { request } };
}

/** One dropdown for all versions of the node that offer the same operations; only so, n8n lists no retired one. */
function operationDropdowns({ value, operations, preselected }: Resource): INodeProperties[] {
	const offeredIn = (version: number) =>
		operations.filter(({ retiredIn = Infinity }) => version < retiredIn);
	const dropdowns = new Map<number, number[]>();
	for (const version of VERSIONS) {
		const { length } = offeredIn(version);
		dropdowns.set(length, [...(dropdowns.get(length) ?? []), version]);
	}
	return [...dropdowns.values()].flatMap((versions) => {
		const offered = offeredIn(versions[0] ?? 0);
		const [{ value: selected } = preselected] = offered.includes(preselected)
			? [preselected]
			: offered;
		const dropdown: INodeProperties = {
			displayName: 'Operation',
			name: 'operation',
			type: 'options',
			noDataExpression: true,
			displayOptions: { show: { resource: [value] } },
			options: offered.map(operationOption),
			default: selected,
		};
		return shownIn([dropdown], versions);
	});
}

/**
 * Turns a resource into node properties: its operation dropdown and every field, each shown for the
 * operations that list it.
 *
 * @param resource the resource with its operations
 * @returns the properties, the dropdown first
 */
export function operationProperties(resource: Resource): INodeProperties[] {
	return [
		...operationDropdowns(resource),
		...byEntry(resource.operations, ({ fields }) => fields).flatMap(([{ properties }, operation]) =>
			updateDisplayOptions({ show: { resource: [resource.value], operation } }, properties),
		),
		optionsProperty(resource),
	];
}
