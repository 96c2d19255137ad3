import type { Clock } from '../registration/memory';
import { burstsOf, shares, type Burst } from './bursts';
import { asStarted, isKept, isWaiting, unite, type HeldMessage } from './heldMessages';

/** How long n8n may take to make an execution and to save it. */
const STARTING_MILLISECONDS = 10_000;

/** What this process of n8n knows of the messages that a trigger holds. */
export class KnownMessages {
	readonly #byKey = new Map<string, HeldMessage>();
	/** Until something changes. */
	#bursts?: Burst[];
	#text?: string;
	#found?: HeldMessage[];
	readonly #startingUntil = new Map<string, number>();

	constructor(readonly clock: Clock) {}

	/** All of them, also what was started lately. */
	get all(): HeldMessage[] {
		const now = this.clock.now();
		return [...this.#byKey.values()].filter((message) => isKept(message, now));
	}

	find(key: string): HeldMessage | undefined {
		return this.#byKey.get(key);
	}

	/** What waits, put together. */
	get bursts(): Burst[] {
		this.#bursts ??= burstsOf([...this.#byKey.values()]);
		return this.#bursts;
	}

	/** @returns the burst that one of the messages is in, as long as it waits */
	burstWith(keys: string[]): Burst | undefined {
		return this.bursts.find(({ messages }) => messages.some(({ key }) => keys.includes(key)));
	}

	/** @returns what waits in a chat */
	waitingIn(chats: string[]): HeldMessage[] {
		return this.all.filter((message) => isWaiting(message) && shares(message.chats, chats));
	}

	add(messages: HeldMessage[]): void {
		for (const message of messages) {
			const known = this.#byKey.get(message.key);
			this.#byKey.set(message.key, known ? unite(known, message) : message);
		}
		this.#bursts = undefined;
	}

	markStarted(messages: HeldMessage[]): void {
		this.add(messages.map((message) => asStarted(message, this.clock.now())));
	}

	/** Forgets what was started long ago. */
	prune(): void {
		const now = this.clock.now();
		for (const [key, message] of this.#byKey) if (!isKept(message, now)) this.#byKey.delete(key);
	}

	/** Forgets messages, without anybody else knowing of it. */
	remove(keys: string[]): void {
		for (const key of keys) this.#byKey.delete(key);
		this.#bursts = undefined;
	}

	/** @returns what was read of the same text before */
	remembered(text: string): HeldMessage[] | undefined {
		return this.#text === text ? this.#found : undefined;
	}

	remember(text: string, found: HeldMessage[]): void {
		this.#text = text;
		this.#found = found;
	}

	/**
	 * Lets a call start messages. That they are started counts only when n8n has made the execution, and saved it.
	 *
	 * @returns false if another call is about to do so
	 */
	beginStart(messages: HeldMessage[]): boolean {
		const now = this.clock.now();
		if (messages.some(({ key }) => (this.#startingUntil.get(key) ?? 0) > now)) return false;
		for (const [key, until] of this.#startingUntil) {
			if (until <= now) this.#startingUntil.delete(key);
		}
		for (const { key } of messages) this.#startingUntil.set(key, now + STARTING_MILLISECONDS);
		return true;
	}
}
