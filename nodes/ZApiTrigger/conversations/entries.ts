import { comparableChat } from '../../shared/values/phones';

/** What a pause and a question have in common: what is kept of a chat for some time. */
interface Entry {
	/** When that was done which made it so, in milliseconds since 1970. The newest deed wins. */
	at: number;
	until: number;
	/** Whether it has ended early. */
	isOver: boolean;
}

/** How long an entry is kept after its end, so that an older copy in another process can't revive it. Clocks differ. */
export const KEPT_AFTER_MILLISECONDS = 10 * 60_000;

/** @returns IDs of a chat in the form in which they are compared, each once */
export function toChats(ids: string[]): string[] {
	return [...new Set(ids.map(comparableChat))].filter((id) => id !== '').sort();
}

/** @returns the texts of a list that was read; undefined if it is anything else */
export function textsIn(value: unknown): string[] | undefined {
	const isList = Array.isArray(value) && value.every((text) => typeof text === 'string');
	return isList ? (value as string[]) : undefined;
}

/** @returns whether an entry lasts */
export function isLive({ until, isOver }: Entry, now: number): boolean {
	return !isOver && until > now;
}

/** Compares two entries about the same by what tells them apart, so that every process decides alike. */
export function isAbove(
	ranks: ReadonlyArray<number | string>,
	others: ReadonlyArray<number | string>,
): boolean {
	const place = ranks.findIndex((value, index) => value !== others[index]);
	return place !== -1 && (ranks[place] as number) > (others[place] as number);
}

/** @returns so many entries at most: those that last, and the newest */
export function mostRelevant<Some extends Entry>(
	entries: Some[],
	most: number,
	now: number,
): Some[] {
	const rank = (entry: Some) => Number(isLive(entry, now));
	return [...entries]
		.sort((one, other) => rank(other) - rank(one) || other.at - one.at)
		.slice(0, most);
}
