import fc from 'fast-check';
import { burstsOf, LARGEST_BURST } from '../../nodes/ZApiTrigger/holding/bursts.ts';
import {
	asStarted,
	mergeHeld,
	parseHeld,
	stringifyHeld,
	type HeldMessage,
} from '../../nodes/ZApiTrigger/holding/heldMessages.ts';
import { joinMessages } from '../../nodes/ZApiTrigger/holding/joinedItem.ts';

const NOW = Date.UTC(2026, 0, 15, 12);
const WITHIN = 8_000;

let count = 0;

function held(text: string, more: Partial<HeldMessage> = {}): HeldMessage {
	count += 1;
	const messageId = more.messageId ?? `M${count}`;
	const item = { eventType: 'messageReceived', messageId, text };
	return {
		...{ key: `key ${count}`, chats: ['ana'], people: [], by: 'main', claimedAt: 0 },
		...{
			arrivedAt: NOW + count * 100,
			within: WITHIN,
			longest: 60_000,
			momment: NOW + count * 100,
		},
		...{ messageId, text, item, size: 60, startedAt: 0, ...more },
	};
}

const textsOf = (messages: HeldMessage[]) =>
	burstsOf(messages).map(({ messages: joined }) => joined.map(({ text }) => text).join(' '));

describe('messages that belong together', () => {
	it.each<[string, Partial<HeldMessage>, string[]]>([
		['of the same chat', {}, ['Oi tudo bem?']],
		['of the same chat by another of its IDs', { chats: ['lid', 'ana'] }, ['Oi tudo bem?']],
		['of another chat', { chats: ['bia'] }, ['Oi', 'tudo bem?']],
		['later than that', { arrivedAt: NOW + 60_000 }, ['Oi', 'tudo bem?']],
		['too large', { size: LARGEST_BURST }, ['Oi', 'tudo bem?']],
		['started', { startedAt: NOW }, ['Oi']],
	])('are %s', (_what, more, expected) => {
		const first = held('Oi');
		expect(
			textsOf([first, held('tudo bem?', { arrivedAt: first.arrivedAt + 1, ...more })]),
		).toEqual(expected);
	});

	it('are by one person, in a group', () => {
		const [ana, bia] = [{ people: ['ana'] }, { people: ['bia', 'lid'] }];
		const messages = [
			held('a', ana),
			held('b', bia),
			held('c', ana),
			held('d', { people: ['lid'] }),
		];
		expect(textsOf(messages)).toEqual(['a c', 'b d']);
	});

	it('begin anew when one after the other takes longer than a minute', () => {
		const stream = Array.from({ length: 12 }, (_, index) =>
			held(String(index), { arrivedAt: NOW + index * 7_000 }),
		);
		const [first, second] = burstsOf(stream);
		expect(first?.messages).toHaveLength(9);
		expect(first?.due).toBe(NOW + 60_000);
		expect(second?.messages).toHaveLength(3);
	});

	it('are the same, in whichever order they are known', () => {
		const messages = ['a', 'b', 'c', 'd'].map((text) => held(text));
		const order = fc.shuffledSubarray(messages, { minLength: 4 });
		fc.assert(
			fc.property(order, (shuffled) => {
				expect(burstsOf(shuffled)).toEqual(burstsOf(messages));
			}),
		);
	});
});

describe('what several processes know of a message', () => {
	const message = held('Oi');
	const claimed = { ...message, by: 'webhook', claimedAt: NOW + 1 };
	const started = asStarted(message, NOW + 2);
	const known = fc.array(fc.constantFrom(message, claimed, started), { maxLength: 4 });

	it('comes together the same way in any order, and what was started stays started', () => {
		fc.assert(
			fc.property(known, known, (some, others) => {
				const merged = mergeHeld(some, others);
				expect(merged).toEqual(mergeHeld(others, some));
				expect(mergeHeld(merged, some)).toEqual(merged);
				if ([...some, ...others].includes(started)) expect(merged).toEqual([started]);
			}),
		);
	});

	it('can be written and read', () => {
		const all = mergeHeld([
			message,
			held('b', { media: { kind: 'image', url: 'u', fileName: 'f' } }),
		]);
		expect(parseHeld(stringifyHeld(all))).toEqual(all);
	});

	it.each([
		undefined,
		'nonsense',
		'{}',
		'[null, {"key": 1}]',
		JSON.stringify([{ ...message, chats: 'ana' }]),
		JSON.stringify([{ ...message, arrivedAt: null }]),
		JSON.stringify([{ ...message, item: 'Oi' }]),
	])('is not made of %j', (text) => {
		expect(parseHeld(text)).toEqual([]);
	});
});

describe('the item of joined messages', () => {
	it('is that of the last one, with all texts and all items, in the order in which they were written', () => {
		const late = held('queria um horário', { momment: NOW + 9_000 });
		const { json, files } = joinMessages([late, held('Oi'), held(''), held('tudo bem?')]);
		expect(json).toMatchObject({
			messageId: late.messageId,
			text: 'Oi\ntudo bem?\nqueria um horário',
		});
		expect((json.messages as object[]).length).toBe(4);
		expect(files).toEqual([]);
	});

	it('has the text of an edit instead of that of its message, and keeps its file', () => {
		const media = { kind: 'image', url: 'https://example.com/a.jpg', fileName: 'a.jpg' };
		const photo = held('foto', { media });
		const edit = held('foto de ontem', {
			messageId: photo.messageId,
			media: { kind: 'image', url: '', fileName: '' },
		});
		const { json, files } = joinMessages([photo, held('viu?'), edit]);
		expect(json.text).toBe('foto de ontem\nviu?');
		expect(json.messages).toHaveLength(2);
		expect(files).toEqual([{ media, index: 0 }]);
	});

	it('has one input for AI agents', () => {
		const withInput = (text: string, chatInput: string) => {
			const message = held(text);
			return { ...message, item: { ...message.item, chatInput, sessionId: 'ana' } };
		};
		const { json } = joinMessages([withInput('Oi', 'Oi'), withInput('', '[photo]')]);
		expect(json).toMatchObject({ chatInput: 'Oi\n[photo]', sessionId: 'ana' });
	});

	it('has the text where Z-API has it, if nothing is simplified', () => {
		const raw = (text: string) => {
			const message = held(text);
			return { ...message, item: { type: 'ReceivedCallback', text: { message: text } } };
		};
		expect(joinMessages([raw('Oi'), raw('tudo bem?')]).json.text).toEqual({
			message: 'Oi\ntudo bem?',
		});
	});
});
