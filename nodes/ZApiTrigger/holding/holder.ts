import { randomBytes } from 'crypto';
import type { IHookFunctions, ITriggerFunctions } from 'n8n-workflow';
import { logFailure } from '../../shared/requests/errors';
import { idOf, isTestOf } from '../registration/registrant';
import { realClock, type Clock } from '../registration/memory';
import { HeldNode, type Starter } from './heldNode';
import { withStart } from './joinedFiles';
import { connector } from './reach';
import { stateCheck } from './stateCheck';
import { openHeldStore } from './heldStore';
import { parseHeld, type HeldMessage } from './heldMessages';

/** Where an execution runs in another process, nobody says that it has begun; that it couldn't be made is said. */
const BEGINNING_MILLISECONDS = 20_000;

/** What this process of n8n knows of messages that wait, by trigger. n8n's database has it, too. */
export class Holder {
	readonly #nodes = new Map<string, HeldNode>();
	readonly #tests = new Map<string, Map<string, HeldMessage>>();
	readonly #beginning = new Map<string, () => void>();
	readonly #bornAt: number;
	#lastArrival = 0;

	/** @param process the name of this process of n8n */
	constructor(
		readonly clock: Clock = realClock,
		readonly process = randomBytes(8).toString('hex'),
	) {
		this.#bornAt = clock.now();
	}

	/** @param id of the trigger, as `idOf` gives it */
	of(id: string): HeldNode {
		const known = this.#nodes.get(id) ?? new HeldNode(this.clock, this.process, this.#bornAt);
		this.#nodes.set(id, known);
		return known;
	}

	/** @returns the time, a moment later than the last time that it was asked for: so messages are in order */
	arrive(): number {
		this.#lastArrival = Math.max(this.clock.now(), this.#lastArrival + 1);
		return this.#lastArrival;
	}

	/** Forgets a trigger that has ended. */
	forget(id: string): void {
		this.#nodes.get(id)?.end();
		this.#nodes.delete(id);
	}

	/** @returns the messages that wait while a trigger is tested, by their keys */
	testOf(id: string): Map<string, HeldMessage> {
		const known = this.#tests.get(id) ?? new Map<string, HeldMessage>();
		this.#tests.set(id, known);
		return known;
	}

	/** @param start by which an execution tells that it runs */
	begun(start: string): void {
		this.#beginning.get(start)?.();
	}

	/** @returns as soon as an execution runs */
	async begins(start: string): Promise<void> {
		await new Promise<void>((resolve) => {
			this.#beginning.set(start, resolve);
			void this.clock.pause(BEGINNING_MILLISECONDS).then(resolve);
		});
		this.#beginning.delete(start);
	}
}

function starterOf({ emit }: ITriggerFunctions, holder: Holder): Starter {
	return async (item, key) => {
		const name = randomBytes(8).toString('hex');
		const begins = holder.begins(name);
		const ends = new Promise((resolve, reject) => {
			const ended = { resolve, reject } as unknown as Parameters<typeof emit>[2];
			// Only newer versions of n8n take a key.
			emit([[withStart(item, name)]], undefined, ended, key);
		});
		await Promise.race([begins, ends]);
	};
}

/**
 * Lets a published trigger start executions in this process, and starts what was waiting when n8n stopped.
 *
 * @returns what ends that
 */
export function attachHolder(context: ITriggerFunctions, holder: Holder): () => void {
	const node = holder.of(idOf(context));
	const starter = starterOf(context, holder);
	node.attach(starter);
	const { [`zApi held ${context.getNode().id}`]: text } = context.getWorkflowStaticData('global');
	node.learn(parseHeld(text));
	return () => node.detach(starter);
}

/**
 * Starts what waits, since the trigger ends: its address is gone, and nobody else would start it.
 *
 * @returns when n8n has made the executions
 */
export async function flushHeld(context: IHookFunctions, holder: Holder): Promise<void> {
	const id = idOf(context);
	if (isTestOf(context)) {
		holder.testOf(id).clear();
		return;
	}
	const node = holder.of(id);
	const store = openHeldStore(context, node);
	for (const error of await node.flush()) logFailure(context, "can't start what waited", error);
	store.save();
	holder.forget(id);
}

/** Lets a published trigger find the way to its own address, in case it has to ask what others have done. */
export function connectHeld(context: IHookFunctions, holder: Holder): void {
	if (isTestOf(context)) return;
	const node = holder.of(idOf(context));
	node.reach.set(connector(context));
	node.setCheck(stateCheck(context));
}
