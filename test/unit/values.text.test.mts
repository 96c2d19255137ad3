import { quote } from '../../nodes/shared/values/invalidValue.ts';
import { cleanText, isBlank, trimText } from '../../nodes/shared/values/cleanText.ts';

const MARKS = [
	...['\u00AD', '\u034F', '\u061C', '\u115F', '\u180E', '\u200B', '\u200C', '\u200E', '\u200F'],
	...['\u202A', '\u202C', '\u202E', '\u2060', '\u2066', '\u2069', '\u3164', '\uFEFF', '\uFFA0'],
];

const EMOJI = ['👩‍👩‍👧‍👦', '❤️', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '1️⃣', '葛󠄀'];

it.each(MARKS)(
	'the mark %j is removed from text with a form, and from the ends of free text',
	(mark) => {
		expect(cleanText(`${mark} 12${mark}34 ${mark}`)).toBe('1234');
		expect(trimText(`${mark} Bloco${mark}A ${mark}\n${mark}`)).toBe(`Bloco${mark}A`);
		expect(trimText(mark)).toBe('');
		expect(isBlank(`${mark} ${mark}`)).toBe(true);
		expect(quote(`${mark}Blo${mark}co`)).toBe('Bloco');
	},
);

it.each(EMOJI)('free text keeps the parts of %s', (emoji) => {
	expect(trimText(`${emoji} Família ${emoji}`)).toBe(`${emoji} Família ${emoji}`);
	expect(trimText(` ${emoji}\u200B`)).toBe(emoji);
});

describe('quote', () => {
	it.each<[unknown, string]>([
		[' a\n\tb\0c ', 'a b c'],
		['a\uD800b', 'a\uFFFDb'],
		[{ name: 'x' }, '{"name":"x"}'],
		[undefined, 'undefined'],
		['é'.repeat(60), 'é'.repeat(60)],
		['é'.repeat(61), `${'é'.repeat(60)}…`],
		['😀'.repeat(61), `${'😀'.repeat(60)}…`],
	])('shows %j as a line', (value, shown) => {
		expect(quote(value)).toBe(shown);
	});
});

describe('what has no JSON is shown all the same:', () => {
	const circle: Record<string, unknown> = {};
	circle.self = circle;

	it.each<[unknown, string]>([
		[5544999999999n, '5544999999999'],
		[circle, 'an object'],
		[[circle], 'an object'],
		[{ toJSON: () => undefined }, 'an object'],
		[[1n], 'an object'],
		[Symbol('a'), 'Symbol(a)'],
		[undefined, 'undefined'],
	])('%p', (value, shown) => {
		expect(quote(value)).toBe(shown);
	});
});
