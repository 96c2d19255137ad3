import { createHash } from 'crypto';
import { isWaiting, type HeldMessage } from './heldMessages';

/** What the waiting messages of one person in one chat may hold, in characters of JSON. */
export const LARGEST_BURST = 50_000;

/** What one person writes in one go. */
export interface Burst {
	/** In the order in which they arrived. */
	messages: HeldMessage[];
	/** When it is over, in milliseconds since 1970. */
	due: number;
}

/** A burst that is being put together. */
interface Growing extends Burst {
	size: number;
}

/** @returns whether two lists of IDs have one in common */
export function shares(some: string[], others: string[]): boolean {
	return some.some((id) => others.includes(id));
}

/** @returns whether two messages are by the same person in the same chat */
export function isSamePerson(one: HeldMessage, other: HeldMessage): boolean {
	if (!shares(one.chats, other.chats)) return false;
	return one.people.length + other.people.length === 0 || shares(one.people, other.people);
}

/** @returns a number that a burst of the same messages always has, in every process */
export function keyOfBurst({ messages }: Burst): string {
	const keys = messages.map(({ key }) => key).sort();
	return createHash('sha256').update(JSON.stringify(keys)).digest('hex');
}

/**
 * Puts waiting messages together. It depends on nothing but the messages: after a restart of n8n, the same come out.
 *
 * @returns the bursts, in the order in which they began
 */
export function burstsOf(held: HeldMessage[]): Burst[] {
	const bursts: Growing[] = [];
	const byChat = new Map<string, Growing[]>();
	const inOrder = held
		.filter(isWaiting)
		.sort((one, other) => one.arrivedAt - other.arrivedAt || (one.key < other.key ? -1 : 1));
	for (const message of inOrder) {
		const { arrivedAt, within, size, chats } = message;
		const [last] = chats
			.flatMap((chat) => byChat.get(chat) ?? [])
			.filter(({ messages: [first] }) => first && isSamePerson(first, message))
			.sort((one, other) => other.due - one.due);
		const isOpen = last !== undefined && last.due > arrivedAt;
		if (isOpen && last.size + size <= LARGEST_BURST) {
			const [first = message] = last.messages;
			last.messages.push(message);
			last.size += size;
			last.due = Math.min(arrivedAt + within, first.arrivedAt + first.longest);
			continue;
		}
		// There is no room for more.
		if (isOpen) last.due = arrivedAt;
		const burst: Growing = { messages: [message], size, due: arrivedAt + within };
		bursts.push(burst);
		for (const chat of chats) byChat.set(chat, [burst, ...(byChat.get(chat) ?? [])]);
	}
	return bursts.map(({ messages, due }) => ({ messages, due }));
}
