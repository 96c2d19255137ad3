import type { INodeExecutionData } from 'n8n-workflow';
import type { Clock } from '../registration/memory';
import { Attempts } from './attempts';
import { keyOfBurst, type Burst } from './bursts';
import { isState, isWaiting, type HeldMessage } from './heldMessages';
import { Keeper } from './keeper';
import { toItem } from './joinedFiles';
import { KnownMessages } from './knownMessages';
import { Reach } from './reach';

/** Starts an execution in this process. It throws when n8n couldn't make it; with the same key, n8n makes only one. */
export type Starter = (item: INodeExecutionData, key: string) => Promise<void>;

/** Asks whether the connection still is what an event said it was. */
export type StateCheck = (event: string) => Promise<boolean>;

/** A process that is alive starts its own messages in time. After that, another one takes them over. */
export const GRACE_MILLISECONDS = 10_000;

/** How long to wait after a takeover: the other process may have started them just now. */
const CLAIM_MILLISECONDS = 5_000;

/** After that, another process may have taken a burst over. */
const LATE_MILLISECONDS = 5_000;

/** Where a process can't start anything any more, it forgets what n8n's database has. */
const MOST_FAILURES = 20;

/** When a trigger ends, n8n isn't kept waiting for longer. */
const LONGEST_END_MILLISECONDS = 3_000;

/** What this process of n8n holds for one trigger, and when it starts it. */
export class HeldNode {
	readonly known: KnownMessages;
	/** The way to its own address. */
	readonly reach: Reach;
	#starter?: Starter;
	/** n8n takes the starter away while the messages that wait are still being started. */
	#lastStarter?: Starter;
	readonly #keeper: Keeper;
	readonly #busy = new Set<string>();
	readonly #attempts = new Attempts();
	#alarmAt?: number;
	#check?: StateCheck;

	/**
	 * @param process the name of this process of n8n
	 * @param bornAt when it began, in milliseconds since 1970
	 */
	constructor(
		readonly clock: Clock,
		readonly process: string,
		readonly bornAt: number,
	) {
		this.known = new KnownMessages(clock);
		this.reach = new Reach(clock);
		this.#keeper = new Keeper(
			clock,
			(key) => this.known.find(key),
			async (messages) => await this.#keep(messages),
		);
	}

	now(): number {
		return this.clock.now();
	}

	/** Learns what others know, and starts it in time. */
	learn(messages: HeldMessage[]): void {
		if (messages.length === 0) return;
		this.known.add(messages);
		// At the earliest; what else there is has its time already.
		const times = messages
			.filter(isWaiting)
			.map(({ by, arrivedAt, within }) =>
				by === this.process ? arrivedAt + within : arrivedAt + within + GRACE_MILLISECONDS,
			);
		this.#arm(Math.min(...times));
	}

	/** @param check how it is asked whether a state still lasts */
	setCheck(check: StateCheck): void {
		this.#check = check;
	}

	/** @param starter how this process starts executions by itself */
	attach(starter: Starter): void {
		this.#starter = this.#lastStarter = starter;
	}

	detach(starter: Starter): void {
		if (this.#starter === starter) this.#starter = undefined;
	}

	get canStart(): boolean {
		return this.#starter !== undefined;
	}

	/** @returns whether n8n's database has a message. It is started in any case, as long as this process lives. */
	async hold(message: HeldMessage): Promise<boolean> {
		this.learn([message]);
		const isKept = await this.#keeper.keep([message.key]);
		if (!isKept) this.reach.forget();
		return isKept;
	}

	/** Marks messages as started, here and in n8n's database. */
	settle(messages: HeldMessage[]): void {
		this.known.markStarted(messages);
		void this.#keeper.keep(messages.map(({ key }) => key));
	}

	/** Drops what waits in a chat: a person answers it now. */
	drop(chats: string[]): void {
		const dropped = this.known.waitingIn(chats);
		if (dropped.length > 0) this.settle(dropped);
	}

	/** Starts all that waits, since the trigger ends. @returns what couldn't be started */
	async flush(): Promise<unknown[]> {
		const errors: unknown[] = [];
		const starter = this.#starter ?? this.#lastStarter;
		if (starter === undefined) return errors;
		await Promise.all(
			this.known.bursts.map(async (burst) => {
				const [first] = burst.messages;
				// Of a state, nobody knows whether it would have lasted.
				if (first === undefined || this.#busy.has(first.key) || isState(first)) return;
				this.#busy.add(first.key);
				try {
					const started = starter(toItem(burst.messages), keyOfBurst(burst));
					await Promise.race([started, this.clock.pause(LONGEST_END_MILLISECONDS)]);
					this.settle(burst.messages);
				} catch (error) {
					errors.push(error);
				} finally {
					this.#busy.delete(first.key);
				}
			}),
		);
		return errors;
	}

	/** Forgets all, and starts nothing any more. */
	end(): void {
		this.known.remove(this.known.all.map(({ key }) => key));
		this.#starter = this.#lastStarter = undefined;
		this.reach.set(undefined);
		this.reach.forget();
	}

	/** @returns the keys of those messages that n8n's database had */
	async #keep(messages: HeldMessage[]): Promise<string[]> {
		const caller = await this.reach.caller();
		if (caller === undefined) return [];
		const answer = await caller({ does: 'keep', messages });
		this.learn(answer.messages);
		return answer.stored;
	}

	#timeOf({ messages: [first], due }: Burst): number {
		if (first === undefined) return Number.POSITIVE_INFINITY;
		const { by, claimedAt } = first;
		const own = by === this.process ? due : Math.max(due, claimedAt) + GRACE_MILLISECONDS;
		return Math.max(own, this.#attempts.notBefore(first.key));
	}

	#isBusy({ messages: [first] }: Burst): boolean {
		return first !== undefined && this.#busy.has(first.key);
	}

	#nextTime(): number {
		const bursts = this.known.bursts.filter((burst) => !this.#isBusy(burst));
		return Math.min(...bursts.map((burst) => this.#timeOf(burst)));
	}

	/** Wakes up when the next burst is over, or may be. */
	#arm(at = this.#nextTime()): void {
		if (at === Number.POSITIVE_INFINITY || at >= (this.#alarmAt ?? Number.POSITIVE_INFINITY))
			return;
		this.#alarmAt = at;
		void this.clock.pause(Math.max(0, at - this.now())).then(() => {
			// An earlier one has been set meanwhile.
			if (this.#alarmAt !== at) return;
			this.#alarmAt = undefined;
			this.#act();
		});
	}

	#act(): void {
		this.known.prune();
		const now = this.now();
		for (const burst of this.known.bursts) {
			if (!this.#isBusy(burst) && this.#timeOf(burst) <= now) void this.#handle(burst);
		}
		this.#arm();
	}

	async #handle(burst: Burst): Promise<void> {
		const [first] = burst.messages;
		if (first === undefined) return;
		this.#busy.add(first.key);
		try {
			if (first.by === this.process) await this.#start(burst);
			else await this.#claim(burst);
			this.#attempts.succeed(first.key);
		} catch {
			this.#fail(burst, first.key);
		} finally {
			this.#busy.delete(first.key);
			if (this.known.burstWith([first.key]) === undefined) this.#attempts.forget(first.key);
			this.#arm();
		}
	}

	#fail({ messages }: Burst, key: string): void {
		const failures = this.#attempts.fail(key, this.now());
		if (failures < MOST_FAILURES || this.canStart) return;
		this.known.remove(messages.map((message) => message.key));
	}

	/** Takes over what another process hasn't started in time. It looks once more before it starts anything. */
	async #claim({ messages }: Burst): Promise<void> {
		const caller = await this.reach.caller();
		// This process only knows what others have told it.
		if (!caller && !this.#starter) throw new Error('no way to start an execution');
		const keys = messages.map(({ key }) => key);
		const answer = await caller?.({ does: 'look', keys });
		if (answer) {
			this.learn(answer.messages);
			// What n8n's database doesn't have any more was started long ago.
			const gone = keys.filter((key) => !answer.stored.includes(key));
			this.known.remove(gone);
			if (gone.length > 0) return;
		}
		const claimed = { by: this.process, claimedAt: this.now() };
		this.learn(messages.map((message) => ({ ...message, ...claimed })));
		for (const key of keys) this.#attempts.postpone(key, this.now() + CLAIM_MILLISECONDS);
		if (caller) await this.#keeper.keep(keys);
	}

	/** With webhooks in several processes, what waits may have come to any of them. */
	#isOneOfSeveral(): boolean {
		return this.known.all.some(
			({ by, arrivedAt }) => by !== this.process && arrivedAt > this.bornAt,
		);
	}

	/** Before the first event, the connection was the opposite of what it says. */
	async #lasts({ messages }: Burst): Promise<boolean> {
		const [first] = messages;
		if (first === undefined || !isState(first)) return true;
		if (messages.at(-1)?.text !== first.text) return false;
		return (await this.#check?.(first.text)) ?? true;
	}

	async #start({ messages, due }: Burst): Promise<void> {
		const keys = messages.map(({ key }) => key);
		const isTaken = messages.some(({ claimedAt }) => claimedAt > 0);
		const isLate = this.now() > due + LATE_MILLISECONDS;
		const caller = await this.reach.caller();
		if (caller && (isTaken || isLate)) this.learn((await caller({ does: 'look', keys })).messages);
		const burst = this.known.burstWith(keys);
		const [first] = burst?.messages ?? [];
		if (burst === undefined || first?.by !== this.process || burst.due > this.now()) return;
		if (!(await this.#lasts(burst))) {
			this.settle(burst.messages);
			return;
		}
		if (this.#starter && !this.#isOneOfSeveral()) {
			await this.#startHere(this.#starter, burst);
			return;
		}
		if (caller === undefined) throw new Error('no way to start an execution');
		const answer = await caller({ does: 'start', keys, by: this.process });
		this.learn(answer.messages);
		if (answer.notBefore !== undefined) {
			this.#attempts.postpone(first.key, answer.notBefore);
			return;
		}
		// All of a burst at once: of a part, another process would make a burst of its own.
		const started = answer.messages.filter((message) => !isWaiting(message));
		void this.#keeper.keep(started.map(({ key }) => key));
	}

	async #startHere(starter: Starter, burst: Burst): Promise<void> {
		await starter(toItem(burst.messages), keyOfBurst(burst));
		this.settle(burst.messages);
	}
}
