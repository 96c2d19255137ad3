import fc from 'fast-check';
import { toChats } from '../../nodes/ZApiTrigger/conversations/entries.ts';
import {
	merge,
	MOST_PAUSES,
	NOTHING,
	parse,
	pauseOf,
	prune,
	stringify,
	withIds,
	withoutPause,
	withPause,
	type Pause,
} from '../../nodes/ZApiTrigger/conversations/kept.ts';

const NOW = Date.UTC(2026, 0, 15, 12);
const MINUTE = 60_000;
const ANA = '5511900000001';
const LID = '99990000000001@lid';

const pauses = fc.array(
	fc.record<Pause>({
		chats: fc
			.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 1, maxLength: 3 })
			.map(toChats),
		at: fc.integer({ min: NOW, max: NOW + 4 }),
		until: fc.integer({ min: NOW, max: NOW + 4 }),
		why: fc.constantFrom('ownMessage', 'node'),
		isOver: fc.boolean(),
	}),
	{ maxLength: 6 },
);
const anyKept = pauses.map((list) => merge({ pauses: list }));

describe('what several processes know', () => {
	it('comes together the same way in any order, in any groups, and if it is known twice', () => {
		fc.assert(
			fc.property(anyKept, anyKept, anyKept, (a, b, c) => {
				expect(merge(a, b)).toEqual(merge(b, a));
				expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
				expect(merge(a, a)).toEqual(a);
				expect(merge(merge(a, b), b)).toEqual(merge(a, b));
			}),
		);
	});

	it('has each chat once, with all of its IDs', () => {
		fc.assert(
			fc.property(pauses, (list) => {
				const chats = merge({ pauses: list }).pauses.flatMap((pause) => pause.chats);
				expect(chats.length).toBe(new Set(chats).size);
				expect(new Set(chats)).toEqual(new Set(list.flatMap((pause) => pause.chats)));
			}),
		);
	});

	it('can be written and read', () => {
		fc.assert(
			fc.property(anyKept, (kept) => {
				expect(parse(stringify(kept))).toEqual(kept);
			}),
		);
	});

	it('is read from anything, also if somebody has changed it', () => {
		fc.assert(
			fc.property(fc.oneof(fc.anything(), fc.json(), fc.string()), (given) => {
				const list = expect.any(Array) as unknown;
				expect(parse(given)).toEqual({ pauses: list, questions: list });
			}),
		);
		const pause = { chats: [LID], at: NOW, until: NOW, why: 'node', isOver: false };
		const wrong = [
			null,
			1,
			{},
			{ ...pause, chats: LID },
			{ ...pause, at: '1' },
			{ ...pause, until: null },
		];
		expect(parse(JSON.stringify({ pauses: [...wrong, pause] }))).toEqual({
			pauses: [pause],
			questions: [],
		});
	});

	it('is pruned again without a change', () => {
		fc.assert(
			fc.property(anyKept, fc.integer({ min: 0, max: 30 }), (kept, minutes) => {
				const once = prune(kept, NOW + minutes * MINUTE);
				expect(prune(once, NOW + minutes * MINUTE)).toEqual(once);
			}),
		);
	});
});

describe('a pause', () => {
	const byHand = (at: number, minutes: number, ids = [ANA]) =>
		({ ids, at, until: at + minutes * MINUTE, why: 'ownMessage' }) as const;
	const byNode = (at: number, minutes: number) =>
		({ ...byHand(at, minutes), why: 'node' }) as const;

	it('lasts until its time is over, in its own chat', () => {
		const kept = withPause(NOTHING, byHand(NOW, 30));
		expect(pauseOf(kept, [ANA], NOW + 30 * MINUTE - 1)).toMatchObject({ why: 'ownMessage' });
		expect(pauseOf(kept, [ANA], NOW + 30 * MINUTE)).toBeUndefined();
		expect(pauseOf(kept, ['5511900000002'], NOW)).toBeUndefined();
		expect(pauseOf(kept, [], NOW)).toBeUndefined();
	});

	it('begins anew with each message', () => {
		const kept = withPause(withPause(NOTHING, byHand(NOW, 30)), byHand(NOW + 20 * MINUTE, 30));
		expect(pauseOf(kept, [ANA], NOW + 49 * MINUTE)).toBeDefined();
		expect(pauseOf(kept, [ANA], NOW + 50 * MINUTE)).toBeUndefined();
	});

	it('is not cut short by a message, but is by a node', () => {
		const long = withPause(NOTHING, byNode(NOW, 480));
		const later = NOW + 10 * MINUTE;
		expect(pauseOf(withPause(long, byHand(later, 30)), [ANA], later)).toMatchObject({
			until: NOW + 480 * MINUTE,
			why: 'node',
		});
		expect(pauseOf(withPause(long, byNode(later, 30)), [ANA], later)).toMatchObject({
			until: later + 30 * MINUTE,
		});
	});

	it('ends early, and stays ended where an older copy is left', () => {
		const begun = withPause(NOTHING, byNode(NOW, 480));
		const ended = withoutPause(begun, [ANA], NOW + MINUTE, 'node');
		const hours = NOW + 300 * MINUTE;
		expect(pauseOf(merge(prune(ended, hours), begun), [ANA], hours)).toBeUndefined();
		expect(prune(ended, NOW + 500 * MINUTE)).toEqual(NOTHING);
	});

	it('begins again after it was ended, and is not ended by what was said before', () => {
		const ended = withoutPause(withPause(NOTHING, byHand(NOW, 30)), [ANA], NOW + 5, 'ownMessage');
		expect(pauseOf(withPause(ended, byHand(NOW + 6, 30)), [ANA], NOW + 7)).toBeDefined();
		const late = withoutPause(withPause(NOTHING, byHand(NOW, 30)), [ANA], NOW - 1, 'ownMessage');
		expect(pauseOf(late, [ANA], NOW + 7)).toBeDefined();
	});

	it('is known by all IDs of the chat', () => {
		const kept = withPause(NOTHING, byHand(NOW, 30));
		const [pause] = kept.pauses as [Pause];
		const learned = withIds(kept, pause, [ANA, LID]);
		expect(pauseOf(learned, [LID], NOW)).toBeDefined();
		expect(learned.pauses).toHaveLength(1);
		const two = withPause(kept, byHand(NOW + 1, 10, [LID]));
		expect(two.pauses).toHaveLength(2);
		expect(withPause(two, byHand(NOW + 2, 20, [ANA, LID])).pauses).toHaveLength(1);
	});

	it('is kept if it lasts, when there are too many', () => {
		const many = Array.from({ length: MOST_PAUSES + 100 }, (_, index): Pause => {
			const isLong = index >= MOST_PAUSES;
			const at = isLong ? NOW - MINUTE : NOW + index;
			const until = at + (isLong ? 480 : 5) * MINUTE;
			return { chats: [`${index}`], at, until, why: 'node', isOver: false };
		});
		const left = prune(merge({ pauses: many }), NOW + 6 * MINUTE);
		expect(left.pauses).toHaveLength(MOST_PAUSES);
		expect(pauseOf(left, [`${MOST_PAUSES + 99}`], NOW + 6 * MINUTE)).toBeDefined();
		expect(left.pauses.some(({ chats }) => chats[0] === '0')).toBe(false);
	});
});
