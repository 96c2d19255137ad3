import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { mergeHeld, parseHeld, stringifyHeld, type HeldMessage } from './heldMessages';
import type { HeldNode } from './heldNode';

/** What n8n keeps of the messages that a trigger holds, from the point of view of one call. */
export interface HeldStore {
	/** What n8n's database had when this call began. */
	stored(): HeldMessage[];
	/**
	 * Lets n8n save what this process knows when the call ends.
	 *
	 * @param started what is started by the call, which nobody may know before
	 */
	save(started?: HeldMessage[]): void;
}

type Context = Pick<IWebhookFunctions | IHookFunctions, 'getNode' | 'getWorkflowStaticData'>;

/**
 * Reads what n8n keeps, and tells the node what other processes have written. As with what is known of chats, it is one
 * text of the workflow (`global`).
 */
export function openHeldStore(context: Context, node: HeldNode): HeldStore {
	const key = `zApi held ${context.getNode().id}`;
	const data = context.getWorkflowStaticData('global');
	const text = typeof data[key] === 'string' ? data[key] : '';
	// Of many messages this takes a while, and mostly nothing has changed since the last call.
	const remembered = node.known.remembered(text);
	const found = remembered ?? parseHeld(text);
	if (remembered === undefined) {
		node.known.remember(text, found);
		node.learn(found);
	}
	return {
		stored: () => found,
		save: (started = []) => {
			const all = mergeHeld(node.known.all, started);
			const known = stringifyHeld(all);
			if (known === text || (text === '' && all.length === 0)) return;
			// n8n saves whatever was touched.
			data[key] = known;
			// The next call needn't read what is known here anyway.
			if (started.length === 0) node.known.remember(known, all);
		},
	};
}
