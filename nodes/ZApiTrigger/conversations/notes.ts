import type { AskedQuestion, ChatState, Note } from '../../shared/account/notes';
import { toChats } from './entries';
import type { KeptQuestion } from './keptQuestions';
import { entryOf, merge, pauseOf, withoutPause, withPause } from './kept';
import type { KeptStore } from './store';

function toKept({ chats, at }: Note, question: AskedQuestion): KeptQuestion {
	const { press, until, messageId, respondents, hasButtons } = question;
	return {
		...{ press, chats: toChats(chats), at, until, respondents, hasButtons },
		messageIds: messageId === '' ? [] : [messageId],
		...{ repeats: 0, taken: '', isOver: false },
	};
}

function storedOf(store: KeptStore, { press }: AskedQuestion): KeptQuestion | undefined {
	return store.stored().questions.find((question) => question.press === press);
}

/**
 * Does what a note says.
 *
 * @param note from a node of the same instance, as its signature has shown
 * @returns what is known of the chat then, and what n8n's database had of it before
 */
export function takeNote(store: KeptStore, note: Note, now: number): ChatState {
	const { does, chats: ids, milliseconds, at, question } = note;
	if (does === 'ask' && question) {
		store.change((kept) => merge(kept, { questions: [toKept(note, question)] }));
	} else if (does === 'pause') {
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
		keptAt: (question ? storedOf(store, question) : entryOf(store.stored(), ids))?.at ?? 0,
	};
}
