import type { Answer, ReceivedRequest, WebhookAnswer } from './types.mts';
import type { MadeEvent } from './webhooks.mts';

/** A request that came in with its answer, or an event with what its webhook answered. */
export interface JournalEntry {
	/** Counts up, also beyond those that are kept. */
	id: number;
	/** In milliseconds. */
	time: number;
	kind: 'request' | 'event';
	/** Of the instance; undefined for a request to none that there is. */
	instance?: string;
	/** Method and path, or the event's type. */
	title: string;
	/** What was sent or posted. */
	body: unknown;
	/** Undefined while there is no answer. */
	status?: number;
	answer?: unknown;
	/** Why there is no answer; `notAsked`, if the instance's own messages aren't to be told of. */
	problem?: 'nowhere' | 'notAsked' | 'failed';
}

/** The last requests and events, for people to look at. */
export interface Journal {
	/** The oldest first. */
	entries: JournalEntry[];
	noteRequest(request: ReceivedRequest, answer: Answer, instance: string | undefined): void;
	/** Notes an event, and what becomes of posting it. */
	noteEvent(
		instance: string,
		event: MadeEvent,
		post: () => Promise<WebhookAnswer | undefined>,
	): Promise<WebhookAnswer | undefined>;
	clear(): void;
}

/** As many entries are kept. */
const LONGEST = 100;

/** What the instance itself sends, and what becomes of it, is news only to who asked for it. */
function isOfInterest(type: string, { fromMe, fromApi }: Record<string, unknown>): boolean {
	const isSent = fromMe === true && fromApi !== false;
	return !isSent && type !== 'DeliveryCallback' && type !== 'MessageStatusCallback';
}

/** Makes an empty journal. */
export function makeJournal(): Journal {
	const entries: JournalEntry[] = [];
	let count = 0;

	function add(entry: Omit<JournalEntry, 'id' | 'time'>): JournalEntry {
		const added = { id: ++count, time: Date.now(), ...entry };
		entries.push(added);
		if (entries.length > LONGEST) entries.shift();
		return added;
	}

	return {
		entries,
		noteRequest({ method, path, body }, { status = 200, body: answer }, instance) {
			add({ kind: 'request', instance, title: `${method} ${path}`, body, status, answer });
		},
		async noteEvent(instance, { type, body }, post) {
			const entry = add({ kind: 'event', instance, title: type, body });
			try {
				const answer = await post();
				if (answer) Object.assign(entry, { status: answer.status, answer: answer.text });
				else entry.problem = body.fromMe === true ? 'notAsked' : 'nowhere';
				const isIdle = !answer && !isOfInterest(type, body);
				if (isIdle && entries.includes(entry)) entries.splice(entries.indexOf(entry), 1);
				return answer;
			} catch (error) {
				entry.problem = 'failed';
				throw error;
			}
		},
		clear() {
			entries.length = 0;
		},
	};
}
