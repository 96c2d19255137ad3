import type { IDataObject } from 'n8n-workflow';
import { searchable } from '../../shared/values/searchable';
import { withWholeLids } from '../receiving/lids';
import { messageKindOf, ownIdsOfChat, senderOf, textsOf } from '../receiving/messageAttributes';
import { pauseOf, withIds, withoutPause, withPause } from './kept';
import type { KeptStore } from './store';

/** What is set under *Pause After I Write Myself* and *Resume Word*. */
export interface PauseOptions {
	/** How long the trigger is silent after an own message; 0 for not at all. */
	milliseconds: number;
	/** What somebody writes to end a pause, as {@link toResumeWord} gives it; '' for nothing. */
	resumeWord: string;
}

/** @returns a text in the form in which it is compared with the word */
export function toResumeWord(text: string): string {
	return searchable(text).trim();
}

/** @returns when a message was written. Z-API may post it late; no clock is ahead for long. */
function timeOf({ momment }: IDataObject, now: number): number {
	return typeof momment === 'number' && momment > 0 ? Math.min(momment, now) : now;
}

/**
 * Notices what a message means for the chat that it is in: one that somebody wrote by hand on the connected phone begins
 * a pause, and the resume word ends it, whoever writes it.
 *
 * @param body what Z-API posted of a message
 * @returns whether it began a pause
 */
export function noticeMessage(
	store: KeptStore,
	body: IDataObject,
	{ milliseconds, resumeWord }: PauseOptions,
	now: number,
): boolean {
	const sender = senderOf(body);
	// What a workflow sends is neither.
	if (sender === 'api') return false;
	const ids = ownIdsOfChat(withWholeLids(body));
	if (ids.length === 0) return false;
	const at = timeOf(body, now);
	if (resumeWord !== '' && textsOf(body).some((text) => toResumeWord(text) === resumeWord)) {
		if (pauseOf(store.read(), ids, now) !== undefined) {
			store.change((kept) => withoutPause(kept, ids, at, 'ownMessage'));
		}
		return false;
	}
	if (sender === 'me' && milliseconds > 0 && messageKindOf(body) !== 'reaction') {
		const until = at + milliseconds;
		if (until <= now) return false;
		store.change((kept) => withPause(kept, { ids, at, until, why: 'ownMessage' }));
		return true;
	}
	return false;
}

/**
 * @param body what Z-API posted
 * @returns whether it is about a chat that is paused. Its IDs in the event are remembered: the next one may have others.
 */
export function isPaused(store: KeptStore, body: IDataObject, now: number): boolean {
	const ids = ownIdsOfChat(withWholeLids(body));
	const pause = pauseOf(store.read(), ids, now);
	if (pause === undefined) return false;
	store.change((kept) => withIds(kept, pause, ids));
	return true;
}
