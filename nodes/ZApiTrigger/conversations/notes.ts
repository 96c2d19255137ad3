import type { ChatState, Note } from '../../shared/account/notes';
import { entryOf, pauseOf, withoutPause, withPause } from './kept';
import type { KeptStore } from './store';

/**
 * Does what a note says.
 *
 * @param note from a node of the same instance, as its signature has shown
 * @returns what is known of the chat then, and what n8n's database had of it before
 */
export function takeNote(store: KeptStore, note: Note, now: number): ChatState {
	const { does, chats: ids, milliseconds, at } = note;
	if (does === 'pause') {
		const until = at + milliseconds;
		store.change((kept) => withPause(kept, { ids, at, until, why: 'node' }));
	} else if (does === 'resume') {
		store.change((kept) => withoutPause(kept, ids, at, 'node'));
	}
	const pause = pauseOf(store.read(), ids, now);
	return {
		isPaused: pause !== undefined,
		until: pause?.until ?? 0,
		why: pause?.why ?? null,
		keptAt: entryOf(store.stored(), ids)?.at ?? 0,
	};
}
