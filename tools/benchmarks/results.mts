import type { EventRound, Taker } from './events.mts';
import { median } from './figures.mts';
import type { Load, Measurement } from './job.mts';
import type { Waiting } from './n8n.mts';
import type { SideName } from './sides.mts';

/** One run of one side. */
export type Row = Load & Measurement & { side: SideName };

export const itemsPerSecond = ({ items, milliseconds }: Row) => (items / milliseconds) * 1000;
export const cpuPerItem = ({ items, cpuMilliseconds }: Row) => (cpuMilliseconds / items) * 1000;
export const block = ({ blockMilliseconds }: Row) => blockMilliseconds;
export const megabytes = ({ memoryBytes }: Row) => memoryBytes / 1e6;

/** @returns how many times as much CPU time one event costs the trigger as it costs n8n's own Webhook node */
export function eventRatio(events: EventRound[]): number {
	const cpuOf = (wanted: Taker) =>
		median(events.filter(({ taker }) => taker === wanted).map((round) => round.cpuMilliseconds));
	return cpuOf('trigger') / cpuOf('webhook');
}

/** Which runs of a side are meant. */
export type Which = number | { items: number; isSecure: true };

/** All that was measured. */
export class Results {
	/** All runs. */
	readonly rows: Row[];
	/** What a real n8n had to say meanwhile. */
	readonly waiting: Waiting[];
	/** What an event cost in a real n8n. */
	readonly events: EventRound[];
	/** How often each side ran. */
	readonly rounds: number;

	constructor(rows: Row[], waiting: Waiting[], events: EventRound[], rounds: number) {
		this.rows = rows;
		this.waiting = waiting;
		this.events = events;
		this.rounds = rounds;
	}

	/** @param which the number of items, without TLS, or with it */
	values(side: SideName, which: Which, value: (row: Row) => number): number[] {
		const { items, isSecure } =
			typeof which === 'number' ? { items: which, isSecure: false } : which;
		return this.rows
			.filter(
				(row) => row.side === side && row.items === items && Boolean(row.isSecure) === isSecure,
			)
			.map(value);
	}

	/** @returns how many times as much one side has as another */
	ratio(side: SideName, other: SideName, which: Which, value: (row: Row) => number): number {
		return median(this.values(side, which, value)) / median(this.values(other, which, value));
	}
}
