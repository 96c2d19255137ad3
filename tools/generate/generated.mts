import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import type { Resource } from '../../nodes/ZApi/language/operation.ts';
import type { TriggerEvent } from '../../nodes/ZApiTrigger/events.ts';
import type { simplifyEvent } from '../../nodes/ZApiTrigger/receiving/simplifyEvent.ts';
import { rowsOf } from '../contract/derive.mts';
import { ownItems } from './ownItems.mts';
import { anchorOf, referenceOf } from './reference.mts';
import documentedWebhooks from '../contract/webhooks.json' with { type: 'json' };
import wire from '../contract/wire.json' with { type: 'json' };

interface Documented {
	samples: Array<{ title: string; body: IDataObject }>;
}

/** Where n8n looks for the output that it shows before the first run. */
const PREVIEWS = join('nodes', 'ZApi', '__schema__', 'v1.0.0');
/** One for each version of the node that a workflow can have. */
const TRIGGER_PREVIEWS = ['1.1.0', '1.2.0'].map((version) =>
	join('nodes', 'ZApiTrigger', '__schema__', `v${version}.json`),
);
/** What most workflows start with, by the titles of the documented samples. */
const USUAL_MESSAGES = ['text message', 'document'];
/** The same, by the IDs of recorded events: a file in a chat with one person, and a text in a group. */
const RECORDED_MESSAGES = ['ReceivedCallback-20', 'ReceivedCallback-34'];
/** What the preview says about fields that are easily mistaken for each other. */
const DESCRIPTIONS: Record<string, string> = {
	phone: 'Where to answer. The same person can have a number in one event and an @lid in the next.',
	chatId:
		'Use this as the key of a chat, for example in a table or as the session of an AI agent. It is the @lid of a person, where Z-API says it, or the ID of a group or channel.',
	chatLid: 'The @lid of the other person, where Z-API says it',
	senderPhone: 'Who wrote the message: a number, or an @lid',
	participantLid: 'Use this as the key of whoever wrote in a group',
	messageId: 'The ID of the message; of an edit, the ID of the message that was edited',
};
const README = 'README.md';
const REFERENCE = join('docs', 'operations.md');
/** What stands between these two is made here. */
const [BEGIN, END] = ['<!-- operations: begin -->', '<!-- operations: end -->'];

/**
 * Describes the form of a value, as an output preview does.
 *
 * @param value anything that can be in JSON
 * @returns its type; of an object also the fields, of a list the fields of all its entries
 */
export function schemaOf(value: unknown): object {
	if (value === null) return { type: 'null' };
	if (Array.isArray(value)) {
		const entries = value.map(schemaOf) as Array<{ properties?: object }>;
		const [first = {}] = entries;
		if (!('properties' in first)) return { type: 'array', items: first };
		const properties = Object.assign({}, ...entries.map((entry) => entry.properties)) as object;
		return { type: 'array', items: { ...first, properties } };
	}
	if (typeof value !== 'object') return { type: typeof value };
	const properties = Object.entries(value).map(([name, part]) => [name, schemaOf(part)]);
	return { type: 'object', properties: Object.fromEntries(properties) as object };
}

function previewOf(item: unknown, descriptions: Record<string, string> = {}): string {
	const schema = schemaOf(item) as { properties?: Record<string, object> };
	for (const [name, description] of Object.entries(descriptions)) {
		Object.assign(schema.properties?.[name] ?? {}, { description });
	}
	return `${JSON.stringify({ ...schema, version: 1 }, undefined, '\t')}\n`;
}

/** What a trigger gives that is left as it is at first. */
function triggerPreviewOf(events: TriggerEvent[], simplify: typeof simplifyEvent): string {
	const event = events.find(({ value }) => value === 'messageReceived') as TriggerEvent;
	const documented = (documentedWebhooks as unknown as Documented[])
		.flatMap(({ samples }) => samples)
		.filter(({ title }) => USUAL_MESSAGES.includes(title));
	const recorded = wire.events.filter(({ id }) => RECORDED_MESSAGES.includes(id));
	const items = [...recorded, ...documented].map(({ body }) =>
		simplify(event, body as IDataObject),
	);
	return previewOf(Object.assign({}, ...items), DESCRIPTIONS);
}

function readmeWith(resources: Resource[]): string {
	const readme = readFileSync(README, 'utf8');
	const [before, rest] = readme.split(BEGIN);
	const after = rest?.split(END)[1];
	if (before === undefined || after === undefined)
		throw new Error(`${README} has no ${BEGIN} and ${END}`);
	const count = resources.flatMap(({ operations }) => operations).length;
	const list = resources.map(
		({ name, operations }) =>
			`[${name}](docs/operations.md#${anchorOf(name)}) (${operations.length})`,
	);
	const sentence = `${count} operations in ${list.length} resources: ${list.slice(0, -1).join(', ')} and ${list.at(-1)}.`;
	return `${before}${BEGIN}\n\n${sentence}\n\n${END}${after}`;
}

/**
 * Makes what follows from the operations: an output preview for each, the README's list of them, and their reference;
 * and from the documented events: the output preview of the trigger.
 *
 * @param resources what the node offers
 * @param events what the trigger offers
 * @param simplify makes an item of what Z-API posts
 * @returns the content of each file, by its path in the project
 */
export function generate(
	resources: Resource[],
	events: TriggerEvent[],
	simplify: typeof simplifyEvent,
): Map<string, string> {
	const previews = rowsOf(resources).flatMap(
		([row]): Array<[string, string]> =>
			row ? [[join(PREVIEWS, row.resource, `${row.operation}.json`), previewOf(row.items[0])]] : [],
	);
	const trigger = triggerPreviewOf(events, simplify);
	const own = Object.entries(ownItems).map(
		([title, item]) =>
			[`${join(PREVIEWS, ...title.split('.'))}.json`, previewOf(item)] satisfies [string, string],
	);
	// What only earlier versions of the node have is no news to anybody.
	const offered = resources.map((resource) => ({
		...resource,
		operations: resource.operations.filter(({ retiredIn }) => retiredIn === undefined),
	}));
	return new Map([
		...previews,
		...own,
		...TRIGGER_PREVIEWS.map((path): [string, string] => [path, trigger]),
		[README, readmeWith(offered)],
		[REFERENCE, referenceOf(offered)],
	]);
}

/**
 * @param files what {@link generate} makes
 * @returns the paths of previews whose operation is gone
 */
export function findLeftovers(files: ReadonlyMap<string, string>): string[] {
	return readdirSync(PREVIEWS, { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith('.json'))
		.map((path) => join(PREVIEWS, path))
		.filter((path) => !files.has(path));
}
