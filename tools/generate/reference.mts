import type {
	IDataObject,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
} from 'n8n-workflow';
import type { Operation, Resource } from '../../nodes/ZApi/language/operation.ts';
import { ownItems } from './ownItems.mts';
import { rowsOf, type ContractRow } from '../contract/derive.mts';

const Z_API_PAGES = 'https://developer.z-api.io/';

const INTRODUCTION = `# What the Z-API node can do

Every operation with its fields, what it returns, and Z-API's own page about it (in Portuguese). Fields marked _required_ must be filled in. Those under _Options_ are sent only if you add them. All operations have one more option, **Requests at Once**. Those that change something also have **Dry Run**, and those that send a message have **Check the Connection First** and **When It's Unclear Whether It Was Sent**.

This page is generated from the node itself by \`npm run generate\`.`;

function escaped(text: string): string {
	return text.replace(/[\\*_<>[\]`]/g, '\\$&');
}

/** @returns text of the panel, which may have links in it, as a sentence in Markdown */
function sentence(text: string): string {
	const markdown = text
		.split(/(<a href="[^"]+">[^<]*<\/a>)/)
		.map((part) => {
			const [, address, words] = /^<a href="([^"]+)">([^<]*)</.exec(part) ?? [];
			return address === undefined ? escaped(part) : `[${words}](${address})`;
		})
		.join('');
	return /[.!?]$/.test(markdown) ? markdown : `${markdown}.`;
}

function inWords(names: string[]): string {
	const all = names.map((name) => `_${name}_`);
	return [all.slice(0, -1).join(', '), ...all.slice(-1)].filter(Boolean).join(' or ');
}

function choicesOf({ type, options = [], modes = [] }: INodeProperties): string {
	if (type === 'resourceLocator') {
		return `${inWords(modes.map(({ displayName }) => displayName))}.`;
	}
	const hasChoices = ['options', 'multiOptions'].includes(type) && options.length > 0;
	return hasChoices
		? `${inWords((options as INodePropertyOptions[]).map(({ name }) => name))}.`
		: '';
}

function nameOfChoice({ options = [] }: INodeProperties, value: unknown): string {
	if (typeof value === 'boolean') return value ? 'on' : 'off';
	const found = (options as INodePropertyOptions[]).find((option) => option.value === value);
	return found?.name ?? String(value);
}

/** Says for which choices a field is there at all. */
function conditionOf({ displayOptions }: INodeProperties, fields: INodeProperties[]): string {
	return Object.entries(displayOptions?.show ?? {})
		.flatMap(([name, values]) => {
			const chooser = fields.find((field) => field.name === name);
			if (!chooser) return [];
			const choices = (values ?? []).map((value) => nameOfChoice(chooser, value));
			return [`Only if **${chooser.displayName}** is ${inWords(choices)}.`];
		})
		.join(' ');
}

function innerFields({ type, options = [] }: INodeProperties): INodeProperties[] {
	if (type !== 'fixedCollection') return [];
	return (options as INodePropertyCollection[]).flatMap(({ values }) => values);
}

function linesOf(field: INodeProperties, fields: INodeProperties[], indent: string): string[] {
	const { displayName, required, description, placeholder = '', hint, type } = field;
	if (type === 'hidden') return [];
	if (type === 'notice') return [`${indent}- ${sentence(displayName)}`];
	const [, example] = /^e\.g\. (.*)$/.exec(placeholder) ?? [];
	const parts = [
		description && sentence(description),
		conditionOf(field, fields),
		choicesOf(field),
		hint && sentence(hint),
		example && `E.g. \`${example}\`.`,
	];
	const text = parts.filter(Boolean).join(' ');
	const name = `**${displayName}**${required ? ' (required)' : ''}`;
	const inner = innerFields(field);
	return [
		`${indent}- ${name}${text && ': '}${text}`,
		...inner.flatMap((each) => linesOf(each, inner, `${indent}  `)),
	];
}

function listOf(fields: INodeProperties[], indent = ''): string[] {
	return fields.flatMap((field) => linesOf(field, fields, indent));
}

function outputOf({ pages }: Operation, items: IDataObject[]): string {
	const names = [...new Set(items.flatMap((item) => Object.keys(item)))];
	const fields = names.map((name) => `\`${name}\``).join(', ');
	return `${pages ? 'Returns one item for each, with' : 'Returns'} ${fields}.`;
}

function sectionOf(resource: Resource, operation: Operation, row: ContractRow | undefined): string {
	const { name, description, fields, options } = operation;
	const own = listOf(fields.flatMap(({ properties }) => properties));
	const added = listOf(
		options
			.flatMap(({ properties }) => properties)
			.sort((a, b) => a.displayName.localeCompare(b.displayName)),
		'  ',
	);
	const list = [...own, ...(added.length > 0 ? ['- _Options_', ...added] : [])].join('\n');
	const page = row && `[Z-API's page](${Z_API_PAGES}${row.endpoint.page})`;
	const ownItem = ownItems[`${resource.value}.${operation.value}`];
	const items = row?.items ?? (ownItem && [ownItem]);
	const end = [items && outputOf(operation, items), page].filter(Boolean).join(' ');
	return [`### ${resource.name}: ${name}`, sentence(description), list, end]
		.filter(Boolean)
		.join('\n\n');
}

function contentOf({ name, operations, preselected }: Resource): string {
	const count = operations.length > 1 ? `${operations.length}, such as ` : '';
	return `- [${name}](#${anchorOf(name)}): ${count}${preselected.name}`;
}

/**
 * Makes the reference of all operations, for people.
 *
 * @param resources what the node offers
 * @returns the page, in Markdown
 */
export function referenceOf(resources: Resource[]): string {
	const rows = rowsOf(resources);
	const rowOf = (title: string) =>
		rows.find(([row]) => row && `${row.resource}.${row.operation}` === title)?.[0];
	const contents = resources.map(contentOf).join('\n');
	const sections = resources.flatMap((resource) => [
		`## ${resource.name}`,
		...resource.operations.map((operation) =>
			sectionOf(resource, operation, rowOf(`${resource.value}.${operation.value}`)),
		),
	]);
	return `${[INTRODUCTION, contents, ...sections].join('\n\n')}\n`;
}

/** @returns how a heading is linked to */
export function anchorOf(heading: string): string {
	return heading.toLowerCase().replace(/ /g, '-');
}
