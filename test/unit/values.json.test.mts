import { parseJson, unfenced } from '../../nodes/shared/values/json.ts';

describe('JSON', () => {
	it.each<[string, string, unknown]>([
		['as it should be', '["a", {"b": 1}]', ['a', { b: 1 }]],
		['in a code fence', '```json\n["a"]\n```', ['a']],
		['in a code fence of one line', '```json ["a"]```', ['a']],
		['in a code fence without a language', '```\r\n["a"]\r\n```', ['a']],
		['in a code fence after a sentence', 'Here is the list:\n\n```json\n["a"]\n```\nDone!', ['a']],
		['with single quotes', "['a', 'b']", ['a', 'b']],
		['with quotes of both kinds', `['a "b"', "c'd"]`, ['a "b"', "c'd"]],
		[
			'with an escaped apostrophe',
			String.raw`['d\'Ávila', 'a\\b', '\"']`,
			["d'Ávila", 'a\\b', '"'],
		],
		['with curly quotes', '[“a”, “b, c”]', ['a', 'b, c']],
		['with a line break in a text', '["a\nb", \'c\td\']', ['a\nb', 'c\td']],
		['with a comma too many', '["a", {"b": [1, ], }, ]', ['a', { b: [1] }]],
		['with keys without quotes', `{label: 'Sim', id : 1}`, { label: 'Sim', id: 1 }],
		['of Python', `{'a': True, 'b': False, 'c': None}`, { a: true, b: false, c: null }],
		['with the words of Python in a text', `['True', "None"]`, ['True', 'None']],
		['of one text', '"a"', 'a'],
	])('%s is read', (_what, text, value) => {
		expect(parseJson(text)).toEqual(value);
	});

	it.each([
		...['Sim, Não', "'a'", '["a"', "['a]", "['D'Ávila']", '[a, b]', '{a}', '', '[“a, b]'],
		'```json\n["a"]\n```\n```json\n["b"]\n```',
		`['${'a'.repeat(100_000)}']`,
	])('is not made of %j', (text) => {
		expect(parseJson(text)).toBeUndefined();
	});
});

describe('a code fence', () => {
	it.each([
		['```\na\nb\n```', 'a\nb'],
		['```text\na, b\n```', 'a, b'],
		['```a, b```', 'a, b'],
		['a ``` b', 'a ``` b'],
		['``````', '``````'],
		['a', 'a'],
	])('is taken off %j', (text, inner) => {
		expect(unfenced(text)).toBe(inner);
	});
});
