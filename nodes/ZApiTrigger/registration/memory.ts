import type { Answer, LiveNode, Remembered } from './facts';
import { Mutex } from './mutex';
import { isSameAddress } from './webhookAddress';
import type { WebhookSettings } from './webhookSettings';

/** How long a refused connection may mean that an n8n is just being restarted. */
const RESTART_MILLISECONDS = 15_000;

/** After Z-API was silent at one start, the next ones don't wait for it. */
const SILENCE_MILLISECONDS = 30_000;

/** How long what one call of n8n's read is cached for the next. */
const READING_KEPT_MILLISECONDS = 10_000;

/** What was read of an instance, and who was asked. */
export interface Reading {
	settings: WebhookSettings;
	answers: Record<string, Answer>;
}

/** Time, so that tests can let it pass. */
export interface Clock {
	now: () => number;
	/** @returns after that time, or as soon as the signal fires */
	pause: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

/** The time that passes. */
export const realClock: Clock = {
	now: () => Date.now(),
	async pause(milliseconds, signal) {
		// Unlike that of `sleep`, this timer doesn't keep a process from ending.
		const timer = AbortSignal.timeout(milliseconds);
		await new Promise<void>((resolve) => {
			for (const end of [timer, signal]) {
				end?.addEventListener('abort', () => resolve(), { once: true });
			}
			if (signal?.aborted) resolve();
		});
	},
};

/** Shows a failure in n8n's list of executions. */
export type Report = (message: string) => void;

interface LiveEntry extends LiveNode {
	instance: string;
}

/**
 * All that this process of n8n knows about registrations. It is lost when n8n ends: what has to survive that is in
 * n8n's database or at Z-API. Several processes may each have their own.
 */
export class ProcessMemory {
	/** Registrations, one at a time for each instance: n8n starts workflows in parallel. */
	readonly mutex = new Mutex();

	#live: LiveEntry[] = [];
	/** What nodes hold, or held until they couldn't give it back, by instance and address. */
	readonly #taken = new Map<string, Remembered>();
	readonly #changes = new Map<string, number>();
	readonly #readings = new Map<string, Reading & { change: number; until: number }>();
	readonly #firstRefused = new Map<string, number>();
	readonly #retries = new Map<string, AbortController>();
	readonly #reports = new Map<string, Report>();
	readonly #unreported = new Map<string, string[]>();
	readonly #said = new Map<string, Set<string>>();
	#silentUntil = 0;

	constructor(readonly clock: Clock = realClock) {}

	/** Records that a node is published or tested, and what it holds. Who is published last has the last word. */
	enter(instance: string, node: LiveNode, isLast: boolean): void {
		const entry = { ...node, instance };
		const index = this.#live.findIndex((other) => this.#isSame(other, instance, node.address));
		if (index !== -1 && !isLast) this.#live[index] = entry;
		else {
			if (index !== -1) this.#live.splice(index, 1);
			this.#live.push(entry);
		}
		this.#taken.set(`${instance} ${node.address}`, node.taken);
	}

	/** Records that a node has been started, before anybody knows what Z-API has. */
	announce(instance: string, node: Omit<LiveNode, 'taken'>, taken: Remembered): void {
		this.enter(instance, { ...node, taken: this.takenBy(instance, node.address) ?? taken }, false);
	}

	/** Records that a node is no longer published or tested. What it holds is kept until {@link forget}. */
	leave(address: string): void {
		this.#live = this.#live.filter((node) => !isSameAddress(node.address, address));
	}

	forget(instance: string, address: string): void {
		this.#taken.delete(`${instance} ${address}`);
	}

	/** @returns the nodes at an instance, oldest first */
	liveAt(instance: string): LiveNode[] {
		return this.#live.filter((node) => node.instance === instance);
	}

	takenBy(instance: string, address: string): Remembered | undefined {
		return this.#taken.get(`${instance} ${address}`);
	}

	/** @returns whether a node holds something at any instance */
	holdsAnything(address: string): boolean {
		return [...this.#taken].some(
			([key, taken]) => key.endsWith(` ${address}`) && Object.keys(taken).length > 0,
		);
	}

	#isSame(node: LiveEntry, instance: string, address: string): boolean {
		return node.instance === instance && isSameAddress(node.address, address);
	}

	/** Records that something was set at an instance: whatever was read before is old. */
	changed(instance: string): void {
		this.#changes.set(instance, (this.#changes.get(instance) ?? 0) + 1);
	}

	changesAt(instance: string): number {
		return this.#changes.get(instance) ?? 0;
	}

	/** Keeps what was read for the next call for the same node. */
	keepReading(instance: string, address: string, reading: Reading): void {
		const change = this.changesAt(instance);
		const until = this.clock.now() + READING_KEPT_MILLISECONDS;
		this.#readings.set(`${instance} ${address}`, { ...reading, change, until });
	}

	/** @returns what was read for a node, unless it is old; only once */
	takeReading(instance: string, address: string): Reading | undefined {
		const key = `${instance} ${address}`;
		const reading = this.#readings.get(key);
		this.#readings.delete(key);
		const change = this.changesAt(instance);
		const isNew = reading && reading.change === change && reading.until > this.clock.now();
		return isNew ? reading : undefined;
	}

	/** @returns whether a connection has been refused for longer than a restart takes */
	isRefusedForGood(address: string): boolean {
		const now = this.clock.now();
		const since = this.#firstRefused.get(address) ?? now;
		this.#firstRefused.set(address, since);
		return now - since >= RESTART_MILLISECONDS;
	}

	forgetRefusal(address: string): void {
		this.#firstRefused.delete(address);
	}

	get isZApiSilent(): boolean {
		return this.clock.now() < this.#silentUntil;
	}

	noticeSilence(): void {
		this.#silentUntil = this.clock.now() + SILENCE_MILLISECONDS;
	}

	/** Begins the one retry loop that a node may have. @returns what ends it */
	beginRetry(id: string): AbortSignal {
		this.endRetry(id);
		const controller = new AbortController();
		this.#retries.set(id, controller);
		return controller.signal;
	}

	endRetry(id: string): void {
		this.#retries.get(id)?.abort();
		this.#retries.delete(id);
		this.#said.delete(id);
		this.#unreported.delete(id);
	}

	/** @param report undefined where n8n can't show a failure */
	attach(id: string, report: Report | undefined): void {
		if (report === undefined) {
			this.#reports.delete(id);
			return;
		}
		this.#reports.set(id, report);
		for (const message of this.#unreported.get(id) ?? []) report(message);
		this.#unreported.delete(id);
	}

	/** @returns whether it was this one that was attached, and not a newer one */
	detach(id: string, report: Report | undefined): boolean {
		if (report !== undefined && this.#reports.get(id) !== report) return false;
		this.#reports.delete(id);
		return true;
	}

	/** @returns whether this wasn't said before */
	isNew(id: string, message: string): boolean {
		const said = this.#said.get(id) ?? new Set();
		this.#said.set(id, said);
		const isNew = !said.has(message);
		said.add(message);
		return isNew;
	}

	/** @returns whether something had been said that is over now */
	isOver(id: string): boolean {
		return this.#said.delete(id);
	}

	/** Shows a failure, now or as soon as n8n lets the node. */
	report(id: string, message: string): void {
		const report = this.#reports.get(id);
		if (report) report(message);
		else this.#unreported.set(id, [...(this.#unreported.get(id) ?? []), message]);
	}
}
