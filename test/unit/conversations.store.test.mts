import fc from 'fast-check';
import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import {
	NOTHING,
	pauseOf,
	withoutPause,
	withPause,
	type Begun,
} from '../../nodes/ZApiTrigger/conversations/kept.ts';
import { ConversationMemory, openStore } from '../../nodes/ZApiTrigger/conversations/store.ts';

const NOW = Date.UTC(2026, 0, 15, 12);
const HOUR = 3_600_000;

/** What n8n has of a workflow in its database. */
class Database {
	text = '{}';
	writes = 0;
}

/** A call of a webhook: n8n reads the workflow when it begins, and writes it when it ends, if it was touched. */
function begin(database: Database, memory: ConversationMemory, mode = 'webhook') {
	const before = database.text;
	const data = JSON.parse(before) as IDataObject;
	const context = {
		getMode: () => mode,
		getNode: () => ({ id: 'node', name: 'Z-API Trigger' }),
		getWorkflow: () => ({ id: 'workflow' }),
		getWorkflowStaticData: () => data,
	} as unknown as IWebhookFunctions;
	return {
		store: openStore(context, memory, () => NOW),
		end: () => {
			const after = JSON.stringify(data);
			if (after === before) return;
			database.text = after;
			database.writes++;
		},
	};
}

const pause = (chat: string, at = NOW): Begun => ({
	ids: [chat],
	at,
	until: NOW + HOUR,
	why: 'node',
});
const chatOf = (index: number) => `55119${10_000_000 + index}`;

describe('what is kept about chats', () => {
	it('is one text, under a key of the node, and is written only if it changes', () => {
		const database = new Database();
		const memory = new ConversationMemory();
		const first = begin(database, memory);
		first.store.change((kept) => withPause(kept, pause(chatOf(1))));
		first.end();
		expect(JSON.parse(database.text)).toEqual({ 'zApi node': expect.any(String) as string });
		const second = begin(database, memory);
		second.store.change((kept) => withPause(kept, pause(chatOf(1))));
		second.end();
		begin(database, new ConversationMemory()).end();
		expect(database.writes).toBe(1);
	});

	it('touches nothing of a workflow without pauses', () => {
		const database = new Database();
		begin(database, new ConversationMemory()).end();
		expect(database).toMatchObject({ text: '{}', writes: 0 });
	});

	it('survives a restart', () => {
		const database = new Database();
		const call = begin(database, new ConversationMemory());
		call.store.change((kept) => withPause(kept, pause(chatOf(1))));
		call.end();
		const { store } = begin(database, new ConversationMemory());
		expect(pauseOf(store.read(), [chatOf(1)], NOW)).toBeDefined();
		expect(pauseOf(store.stored(), [chatOf(1)], NOW)).toBeDefined();
	});

	it('is in memory only during a test, apart from what is published', () => {
		const database = new Database();
		const memory = new ConversationMemory();
		const call = begin(database, memory, 'manual');
		call.store.change((kept) => withPause(kept, pause(chatOf(1))));
		call.end();
		expect(database.writes).toBe(0);
		const again = begin(database, memory, 'manual').store;
		expect(pauseOf(again.stored(), [chatOf(1)], NOW)).toBeDefined();
		expect(begin(database, memory).store.read()).toEqual(NOTHING);
	});

	it('is not lost when calls of two processes overlap: 40 of 40 pauses', () => {
		const database = new Database();
		const processes = [new ConversationMemory(), new ConversationMemory()] as const;
		for (let index = 0; index < 40; index += 2) {
			const calls = processes.map((memory) => begin(database, memory));
			calls.forEach(({ store }, place) => {
				store.change((kept) => withPause(kept, pause(chatOf(index + place))));
			});
			// The one that began with the older copy writes last.
			for (const { end } of calls.reverse()) end();
		}
		for (const memory of processes) begin(database, memory).end();
		const { store } = begin(database, new ConversationMemory());
		const kept = Array.from({ length: 40 }, (_, index) => chatOf(index)).filter((chat) =>
			pauseOf(store.stored(), [chat], NOW),
		);
		expect(kept).toHaveLength(40);
	});

	it('comes together in any history of two processes, once both have been called again', () => {
		const step = fc.record({
			process: fc.nat(1),
			chat: fc.nat(3),
			does: fc.constantFrom('pause', 'resume', 'end'),
		});
		fc.assert(
			fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
				const database = new Database();
				const memories = [new ConversationMemory(), new ConversationMemory()] as const;
				const open: Array<() => void> = [];
				const expected = new Map<number, boolean>();
				steps.forEach(({ process, chat, does }, index) => {
					if (does === 'end') {
						open.shift()?.();
						return;
					}
					const at = NOW - 1000 + index;
					const { store, end } = begin(database, memories[process as 0 | 1]);
					store.change((kept) =>
						does === 'pause'
							? withPause(kept, pause(chatOf(chat), at))
							: withoutPause(kept, [chatOf(chat)], at, 'node'),
					);
					expected.set(chat, does === 'pause');
					open.push(end);
				});
				for (const end of open) end();
				for (const memory of [...memories, ...memories]) begin(database, memory).end();
				const { store } = begin(database, new ConversationMemory());
				for (const [chat, isPaused] of expected) {
					expect(pauseOf(store.read(), [chatOf(chat)], NOW) !== undefined).toBe(isPaused);
				}
			}),
		);
	});
});
