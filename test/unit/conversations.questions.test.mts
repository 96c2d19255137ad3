import { isLive } from '../../nodes/ZApiTrigger/conversations/entries.ts';
import fc from 'fast-check';
import {
	merge,
	NOTHING,
	parse,
	prune,
	stringify,
} from '../../nodes/ZApiTrigger/conversations/kept.ts';
import {
	MOST_QUESTIONS,
	type KeptQuestion,
} from '../../nodes/ZApiTrigger/conversations/keptQuestions.ts';

const NOW = Date.UTC(2026, 0, 15, 12);
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

const pressOf = (execution: number) => `n8n.${execution}.ask.words.1.${'a'.repeat(64)}`;

function question(change: Partial<KeptQuestion> = {}): KeptQuestion {
	return {
		...{ press: pressOf(1), chats: ['551100000001'], at: NOW, until: NOW + DAY },
		...{ respondents: null, hasButtons: false, messageIds: [] },
		...{ repeats: 0, taken: '', isOver: false },
		...change,
	};
}

const few = (...values: string[]) =>
	fc.uniqueArray(fc.constantFrom(...values), { maxLength: 2 }).map((list) => list.sort());
const time = fc.integer({ min: NOW, max: NOW + 4 });
const anyKept = fc
	.array(
		fc.record<KeptQuestion>({
			press: fc.nat(3).map(pressOf),
			chats: few('a', 'b', 'c').map((chats) => [...chats, 'd']),
			at: time,
			until: time,
			respondents: fc.option(few('x', 'y')),
			hasButtons: fc.boolean(),
			messageIds: few('m', 'n'),
			repeats: fc.nat(2),
			taken: fc.constantFrom('', 'm'),
			isOver: fc.boolean(),
		}),
		{ maxLength: 8 },
	)
	.map((questions) => merge({ questions }));

describe('what several processes know of questions', () => {
	it('comes together the same way in any order, in any groups, and if it is known twice', () => {
		fc.assert(
			fc.property(anyKept, anyKept, anyKept, (a, b, c) => {
				expect(merge(a, b)).toEqual(merge(b, a));
				expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
				expect(merge(merge(a, b), b)).toEqual(merge(a, b));
			}),
		);
	});

	it('can be written, read and pruned again without a change', () => {
		fc.assert(
			fc.property(anyKept, fc.integer({ min: 0, max: 20 }), (kept, minutes) => {
				expect(parse(stringify(kept))).toEqual(kept);
				const once = prune(kept, NOW + minutes * MINUTE);
				expect(prune(once, NOW + minutes * MINUTE)).toEqual(once);
			}),
		);
	});

	it('is read only as far as it says who may answer, and where the answer goes', () => {
		const wrong = [
			null,
			question({ press: 'https://example.com' }),
			question({ chats: [] }),
			question({ at: Number.NaN }),
			{ ...question(), respondents: undefined },
			{ ...question(), respondents: [1] },
		];
		const text = JSON.stringify({ questions: [...wrong, question()] });
		expect(parse(text)).toEqual({ pauses: [], questions: [question()] });
	});
});

describe('a question', () => {
	it('stays answered where an older copy is left, and learns the ID of its message late', () => {
		const asked = merge({ questions: [question()] });
		const over = merge(asked, { questions: [question({ at: NOW + 1, isOver: true })] });
		const told = merge(over, { questions: [question({ messageIds: ['3EB0'] })] });
		expect(told.questions).toEqual([question({ at: NOW + 1, isOver: true, messageIds: ['3EB0'] })]);
		expect(prune(told, NOW + 9 * MINUTE).questions).toHaveLength(1);
		expect(prune(told, NOW + 11 * MINUTE)).toEqual(NOTHING);
	});

	it('is open until the node stops waiting', () => {
		expect(isLive(question(), NOW + DAY - 1)).toBe(true);
		expect(isLive(question(), NOW + DAY)).toBe(false);
		expect(isLive(question({ isOver: true }), NOW)).toBe(false);
	});

	it('is kept if it is open, when there are too many', () => {
		const questions = Array.from({ length: MOST_QUESTIONS + 100 }, (_, index) =>
			question({ press: pressOf(index), at: NOW - index, isOver: index < 50 }),
		);
		const left = prune(merge({ questions }), NOW).questions;
		expect(left).toHaveLength(MOST_QUESTIONS);
		expect(left.some(({ isOver }) => isOver)).toBe(false);
		expect(left.some(({ at }) => at === NOW - MOST_QUESTIONS - 49)).toBe(true);
		expect(left.some(({ at }) => at === NOW - MOST_QUESTIONS - 50)).toBe(false);
	});

	it('with buttons makes room for one without them, when there are too many', () => {
		const questions = Array.from({ length: MOST_QUESTIONS + 1 }, (_, index) =>
			question({ press: pressOf(index), at: NOW + index, hasButtons: index > 0 }),
		);
		const left = prune(merge({ questions }), NOW).questions;
		expect(left).toHaveLength(MOST_QUESTIONS);
		expect(left.some(({ hasButtons }) => !hasButtons)).toBe(true);
		expect(left.some(({ at }) => at === NOW + 1)).toBe(false);
	});
});
