import type { IWebhookFunctions } from 'n8n-workflow';
import { idOf } from '../registration/registrant';
import { isEmpty, merge, NOTHING, parse, prune, stringify, type Kept } from './kept';

/**
 * What this process of n8n knows about chats, by node. n8n's database has it, too; but two calls at the same time each
 * write what they have read, and so undo each other's changes.
 */
export class ConversationMemory {
	readonly #kept = new Map<string, Kept>();

	of(id: string): Kept {
		return this.#kept.get(id) ?? NOTHING;
	}

	set(id: string, kept: Kept): void {
		if (isEmpty(kept)) this.#kept.delete(id);
		else this.#kept.set(id, kept);
	}
}

/** What a trigger keeps about chats, from the point of view of one call. */
export interface KeptStore {
	/** What is known in this process or in n8n's database. */
	read(): Kept;
	/** What n8n's database had when this call began: what every process knows. Of a test, n8n stores nothing. */
	stored(): Kept;
	/** Changes it at once. n8n saves that before it answers, provided that the node leaves the answer to n8n. */
	change(deed: (kept: Kept) => Kept): void;
}

/**
 * Opens what a trigger keeps. It is one text: n8n makes an observed object of every object in its static data.
 *
 * The data is that of the workflow (`global`): n8n keeps that of a node under the node's name, which people change.
 */
export function openStore(
	context: Pick<IWebhookFunctions, 'getMode' | 'getNode' | 'getWorkflow' | 'getWorkflowStaticData'>,
	memory: ConversationMemory,
	now: () => number = Date.now,
): KeptStore {
	const isTest = context.getMode() === 'manual';
	const id = `${idOf(context)}${isTest ? ' test' : ''}`;
	const key = `zApi ${context.getNode().id}`;
	const data = context.getWorkflowStaticData('global');
	const found = prune(parse(data[key]), now());
	const read = () => prune(merge(memory.of(id), found), now());
	let written = stringify(found);
	const write = (kept: Kept) => {
		memory.set(id, kept);
		const text = stringify(kept);
		// n8n saves whatever was touched.
		if (!isTest && text !== written) data[key] = written = text;
	};
	const stored = () => (isTest ? memory.of(id) : found);
	const known = read();
	// Another call may have written over what this process knows.
	if (!isEmpty(known)) write(known);
	return { read, stored, change: (deed) => write(prune(deed(read()), now())) };
}
