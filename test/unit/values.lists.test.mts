import { toEntries, toFields, toListOf } from '../../nodes/shared/values/lists.ts';
import { toText } from '../../nodes/shared/values/values.ts';
import { problemOf } from './problemOf.mts';

const EXAMPLE = [{ id: '1', label: 'Sim' }];

describe('the entries of a list', () => {
	const entry = { label: 'Sim' };

	it.each<[string, unknown, unknown[]]>([
		['the panel', { values: [entry, entry] }, [entry, entry]],
		['the panel without rows', {}, []],
		['a list', [entry], [entry]],
		['a list of texts', ['Sim'], ['Sim']],
		['one entry', entry, [entry]],
		['JSON', ' [{"label": "Sim"}]\n', [entry]],
		['JSON copied from a page', '\uFEFF\u200B[{"label": "Sim"}]\u200B', [entry]],
		['JSON of one entry', '{"label": "Sim"}', [entry]],
		['JSON of what the panel has', '{"values": [{"label": "Sim"}]}', [entry]],
		['JSON as models write it', "Aqui está:\n```json\n[{'label': 'Sim'},]\n```", [entry]],
		['JSON without brackets around it', '{"label": "Sim"}, {"label": "Sim"}', [entry, entry]],
		['nothing', undefined, []],
		['an empty text', ' \u200B', []],
	])('come from %s', (_what, value, entries) => {
		expect(toEntries(value, EXAMPLE)).toEqual(entries);
	});

	it.each([['Sim, Não'], ['"Sim"'], [7], [true], ['[{"label":'], ['{"values":7}']])(
		'are not in %j, which is refused with an example',
		(value) => {
			const { problem, advice } = problemOf(() => toEntries(value, EXAMPLE));
			expect(problem).toBe(`isn't a list in JSON: ${value}`);
			expect(advice).toContain('[{"id":"1","label":"Sim"}]');
		},
	);

	it.each<[string, unknown, string[]]>([
		['one text', 'Sim', ['Sim']],
		['one text in quotes', '"Sim, quero"', ['Sim, quero']],
		['texts with commas', 'Sim, Não', ['Sim', 'Não']],
		['texts with semicolons', 'Sim, quero; Não; ', ['Sim, quero', 'Não']],
		['lines', 'Sim, quero; já\r\n\nNão', ['Sim, quero; já', 'Não']],
		['bullets', '- Sim\n- [ ] Não\n• Talvez - ou não', ['Sim', 'Não', 'Talvez - ou não']],
		['numbers in front', ' 1. Sim\n 2) Não', ['Sim', 'Não']],
		['numbers that count nothing', '2. andar\n1. andar', ['2. andar', '1. andar']],
		['a list', ['Sim, quero', 7], ['Sim, quero', '7']],
		['JSON', '["Sim", "Não"]', ['Sim', 'Não']],
		['JSON without brackets around it', '"Sim", "Não"', ['Sim', 'Não']],
		['single quotes', "['Sim', 'Não']", ['Sim', 'Não']],
		['brackets alone', '[Sim, Não]', ['Sim', 'Não']],
		['a fence around it', '```json\n["Sim"]\n```', ['Sim']],
		['a quoted word in it', '"Sim" é não, não', ['"Sim" é não', 'não']],
		['objects', [{ label: 'Sim' }], ['Sim']],
	])('may be texts, given as %s', (_what, value, labels) => {
		const entries = toEntries(value, EXAMPLE, 'label');
		expect(entries.map((each) => toText(toFields(each).label))).toEqual(labels);
	});

	it.each(['[{"label":', '["Sim', '{"values":7}'])(
		'are not in %j, even if they may be texts',
		(value) => {
			expect(problemOf(() => toEntries(value, EXAMPLE, 'label')).problem).toMatch(
				/^isn't a list in JSON: /,
			);
		},
	);

	it.each([['Sim'], [7], [null], [['Sim']]])('have fields, unlike %j', (value) => {
		expect(problemOf(() => toFields(value)).problem).toMatch(/^has no fields: /);
	});
});

describe('a list of texts', () => {
	const read = toListOf(toText, 'Enter one.');

	it.each<[string, unknown, string[]]>([
		['commas', 'a, b;c\nd', ['a', 'b', 'c', 'd']],
		['bullets', '- a\n• b\n* c, d', ['a', 'b', 'c', 'd']],
		['bullets of a page', '– a\r\n\t— b', ['a', 'b']],
		['numbers in front', '1. a\n2. b', ['a', 'b']],
		['a fence', '```\na\nb\n```', ['a', 'b']],
		['JSON in a fence', '```json\n[{"phone": "a"}, "b"]\n```', ['a', 'b']],
		['single quotes', "['a', 'b']", ['a', 'b']],
		['quotes without brackets', '"a", "b"', ['a', 'b']],
		['curly quotes without brackets', '“a”, “b”', ['a', 'b']],
		['brackets', '[a, b]', ['a', 'b']],
		['numbers in brackets', '[120363019502650977, 7]', ['120363019502650977', '7']],
		['an apostrophe in front', "'a", ["'a"]],
		['apostrophes in front', "'a\n'b", ["'a", "'b"]],
		['a bullet that is none', '-a, + b', ['-a', '+ b']],
	])('may have %s', (_what, value, entries) => {
		expect(read(value)).toEqual(entries);
	});

	it.each(['["a"', '[a, [b]]', '{a}', '"a'])('that nearly is JSON is refused: %s', (value) => {
		expect(problemOf(() => read(value)).problem).toBe(
			`looks like JSON, but can't be read: ${value}`,
		);
	});
});
