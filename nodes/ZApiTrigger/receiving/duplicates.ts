import { createHash } from 'crypto';
import type { IDataObject } from 'n8n-workflow';
import type { TriggerEvent } from '../events';
import { messageKindOf, textsOf } from './messageAttributes';

const REMEMBERED_MILLISECONDS = 10 * 60_000;

/** About half a megabyte. */
const MOST_REMEMBERED = 5_000;

/**
 * What makes an event the same one when it is posted again. A message that was still loading arrives once more when it
 * is there, and a message can be edited several times: these aren't duplicates.
 *
 * @returns undefined for an event that isn't about a message, since nothing tells two of these apart
 */
export function eventKey({ value: event }: TriggerEvent, body: IDataObject): string | undefined {
	const { messageId, ids = messageId, status, error } = body;
	const { isEdit, editMessageId, waitingMessage } = body;
	const { notification, notificationParameters, callId } = body;
	if (typeof ids !== 'string' && !Array.isArray(ids)) return undefined;
	const parts = [
		...[event, ids, messageKindOf(body), status, error !== undefined, body.phone],
		...[isEdit, editMessageId, isEdit === true ? textsOf(body) : [], waitingMessage],
		...[notification, notificationParameters, callId],
	];
	return createHash('sha256').update(JSON.stringify(parts)).digest('base64');
}

/** The events that started an execution of late, so that they don't start another one when Z-API repeats them. */
export class RecentEvents {
	/** Until when each is remembered, oldest first. */
	readonly #until = new Map<string, number>();

	constructor(readonly now: () => number = () => Date.now()) {}

	/**
	 * Remembers an event, and says whether it had done so before.
	 *
	 * @param node the trigger that takes it; several can be there for the same instance
	 * @param key what {@link eventKey} gives
	 * @returns whether it was remembered already
	 */
	isDuplicate(node: string, key: string): boolean {
		const now = this.now();
		for (const [oldest, until] of this.#until) {
			if (until > now && this.#until.size < MOST_REMEMBERED) break;
			this.#until.delete(oldest);
		}
		const own = `${node} ${key}`;
		if (this.has(node, key)) return true;
		this.#until.set(own, now + REMEMBERED_MILLISECONDS);
		return false;
	}

	/** @returns whether an event is remembered */
	has(node: string, key: string): boolean {
		return (this.#until.get(`${node} ${key}`) ?? 0) > this.now();
	}

	/** How many events are remembered. */
	get size(): number {
		return this.#until.size;
	}
}
