import type { Clock } from '../registration/memory';
import type { HeldMessage } from './heldMessages';

/**
 * Between writing and looking whether it is there. A call that had begun before, and writes what it has read, is over
 * then.
 */
const SETTLING_MILLISECONDS = 250;

/** How often something is written and not there. */
const MOST_TRIES = 8;

/** What one call takes, in characters: the trigger refuses more than a megabyte. */
const LARGEST_BATCH = 700_000;

interface Pending {
	tries: number;
	resolve: Array<(isKept: boolean) => void>;
}

/**
 * Writes messages into n8n's database, those of several events at a time (group commit), and looks until they are there:
 * n8n doesn't say when it couldn't save, and two calls at the same time write over each other.
 */
export class Keeper {
	readonly #pending = new Map<string, Pending>();
	#isKeeping = false;

	/**
	 * @param find the message that is known by a key
	 * @param write writes messages, and gives the keys of those that were there before
	 */
	constructor(
		readonly clock: Clock,
		readonly find: (key: string) => HeldMessage | undefined,
		readonly write: (messages: HeldMessage[]) => Promise<string[]>,
	) {}

	/** @returns whether n8n's database has the messages, as they are known now or later */
	async keep(keys: string[]): Promise<boolean> {
		const kept = keys.map(
			async (key) =>
				await new Promise<boolean>((resolve) => {
					const { resolve: others = [] } = this.#pending.get(key) ?? {};
					this.#pending.set(key, { tries: 0, resolve: [...others, resolve] });
				}),
		);
		void this.#keepAll();
		return (await Promise.all(kept)).every(Boolean);
	}

	#settle(key: string, isKept: boolean): void {
		for (const resolve of this.#pending.get(key)?.resolve ?? []) resolve(isKept);
		this.#pending.delete(key);
	}

	#nextBatch(): HeldMessage[] {
		const batch: HeldMessage[] = [];
		let size = 0;
		for (const key of this.#pending.keys()) {
			const message = this.find(key);
			if (message === undefined) {
				this.#settle(key, false);
				continue;
			}
			size += message.size;
			if (size > LARGEST_BATCH && batch.length > 0) break;
			batch.push(message);
		}
		return batch;
	}

	async #keepAll(): Promise<void> {
		if (this.#isKeeping) return;
		this.#isKeeping = true;
		while (this.#pending.size > 0) {
			const messages = this.#nextBatch();
			const stored = await this.write(messages).catch((): string[] => []);
			for (const { key } of messages) {
				const pending = this.#pending.get(key);
				if (pending === undefined) continue;
				pending.tries += 1;
				if (stored.includes(key)) this.#settle(key, true);
				else if (pending.tries >= MOST_TRIES) this.#settle(key, false);
			}
			if (this.#pending.size > 0) await this.clock.pause(SETTLING_MILLISECONDS);
		}
		this.#isKeeping = false;
	}
}
