import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { idOf } from '../registration/registrant';
import { isSamePerson } from './bursts';
import {
	asStarted,
	isWaiting,
	mergeHeld,
	readHeldMessages,
	type HeldMessage,
} from './heldMessages';
import { GRACE_MILLISECONDS, type HeldNode } from './heldNode';
import { openHeldStore } from './heldStore';
import type { Holder } from './holder';
import { toItem } from './joinedFiles';
import { makeSelfCallAnswer, type Deed, type SelfCall, type SelfCallAnswer } from './selfCall';

/** What a call brings about. */
interface Done {
	answer: SelfCallAnswer;
	/** The messages that start an execution; as they are known afterwards, too. */
	burst?: HeldMessage[];
	started?: HeldMessage[];
}

function isSameState(one: HeldMessage, other: HeldMessage): boolean {
	return one.by === other.by && one.startedAt > 0 === other.startedAt > 0;
}

function keysOf(value: unknown): string[] {
	return Array.isArray(value) ? value.filter((key): key is string => typeof key === 'string') : [];
}

function relatedTo(held: HeldMessage[], keys: string[]): HeldMessage[] {
	const wanted = held.filter(({ key }) => keys.includes(key));
	return held.filter(
		(message) => keys.includes(message.key) || wanted.some((each) => isSamePerson(each, message)),
	);
}

/** Starts a burst, unless it isn't over, or another process starts it. */
function start(node: HeldNode, { keys, by }: Deed & { does: 'start' }): Done {
	const burst = node.known.burstWith(keysOf(keys));
	const answer = (notBefore?: number) => ({
		stored: [],
		messages: relatedTo(node.known.all, keysOf(keys)),
		...(notBefore !== undefined && { notBefore }),
	});
	if (burst === undefined) return { answer: answer() };
	const { messages, due } = burst;
	if (due > node.now()) return { answer: answer(due) };
	if (messages[0]?.by !== by) return { answer: answer(node.now() + GRACE_MILLISECONDS) };
	if (!node.known.beginStart(messages)) return { answer: answer(node.now() + GRACE_MILLISECONDS) };
	const started = messages.map((message) => asStarted(message, node.now()));
	const related = mergeHeld(answer().messages, started);
	return { answer: { stored: [], messages: related }, started, burst: messages };
}

/**
 * Does what the trigger has called itself for.
 *
 * @param deed from a node of the same instance, as its signature has shown
 */
export function answerSelfCall(
	context: IWebhookFunctions,
	holder: Holder,
	call: SelfCall,
	deed: Deed,
	token: string,
): IWebhookResponseData {
	const node = holder.of(idOf(context));
	const store = openHeldStore(context, node);
	const respond = (answer: SelfCallAnswer) => makeSelfCallAnswer(token, call, answer);
	if (deed.does === 'start') {
		const { answer, burst, started } = start(node, deed);
		store.save(started);
		const item = burst && toItem(burst);
		// n8n makes the execution, saves what was changed, and answers, in this order.
		return { webhookResponse: respond(answer), ...(item && { workflowData: [[item]] }) };
	}
	if (deed.does === 'look') {
		const keys = keysOf(deed.keys);
		const waiting = store
			.stored()
			.filter((message) => isWaiting(message) && keys.includes(message.key));
		const stored = waiting.map(({ key }) => key);
		return { webhookResponse: respond({ stored, messages: relatedTo(node.known.all, keys) }) };
	}
	const told = readHeldMessages(deed.messages);
	const byKey = new Map(store.stored().map((message) => [message.key, message]));
	const stored = told.filter((message) => {
		const found = byKey.get(message.key);
		return found !== undefined && isSameState(found, message);
	});
	node.learn(told);
	store.save();
	const messages = told.flatMap((message) => {
		const known = node.known.find(message.key);
		return known && !isSameState(known, message) ? [known] : [];
	});
	return { webhookResponse: respond({ stored: stored.map(({ key }) => key), messages }) };
}
