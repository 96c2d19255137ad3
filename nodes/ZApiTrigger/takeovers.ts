import type { Callback } from './events';

/**
 * What each address of this n8n's took the place of, by the kind of event, and whether its node has been
 * deactivated since.
 *
 * A node whose address was replaced in turn (by its own test, or by another workflow) can't put anything back
 * when it is deactivated: what it replaced is put back by whoever holds the place last. Lasts as long as n8n runs.
 */
const takeovers = new Map<string, Map<string, { previous: string; isOver: boolean }>>();

function takeoversOf({ type }: Callback) {
	const known = takeovers.get(type) ?? new Map<string, { previous: string; isOver: boolean }>();
	takeovers.set(type, known);
	return known;
}

/** Remembers that an address was set, in the place of another one. */
export function rememberTakeover(callback: Callback, address: string, previous: string): void {
	forgetTakeover(callback, address);
	takeoversOf(callback).set(address, { previous, isOver: false });
}

/** Remembers that a node was deactivated while another address held its place. */
export function rememberRetirement(callback: Callback, address: string, previous: string): void {
	takeoversOf(callback).set(address, { previous, isOver: true });
}

/** Takes an address out of the order in which they replaced each other. */
export function forgetTakeover(callback: Callback, address: string): void {
	const known = takeoversOf(callback);
	const { previous } = known.get(address) ?? {};
	known.delete(address);
	for (const takeover of known.values()) {
		if (takeover.previous === address) takeover.previous = previous ?? '';
	}
}

/** @returns the address that an address took the place of, if that was in this n8n and since it was started */
export function replacedBy(callback: Callback, address: string): string | undefined {
	return takeoversOf(callback).get(address)?.previous;
}

/**
 * @param address the one to put back
 * @returns the same; or, as its node has been deactivated meanwhile, the next one before it that still counts
 */
export function stillValid(callback: Callback, address: string): string {
	const takeover = takeoversOf(callback).get(address);
	return takeover?.isOver === true ? stillValid(callback, takeover.previous) : address;
}
