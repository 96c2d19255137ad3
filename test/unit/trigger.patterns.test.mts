import { toPattern } from '../../nodes/ZApiTrigger/receiving/pattern.ts';

describe('a pattern', () => {
	it.each([
		['!sair', '!sair', true],
		['!sair', ' !SAIR\n', true],
		['!sair', 'quero !sair', false],
		['!sair*', '!sair', true],
		['!sair*', '!Sair agora', true],
		['!sair*', 'quero !sair', false],
		['*!sair', 'quero !sair', true],
		['*!sair*', 'eu quero !sair agora', true],
		['pedido * de *', 'Pedido 12 de São João', true],
		['pedido * de *', 'Pedido 12', false],
		['*a*b*', 'xbxaxb', true],
		['*a*b*', 'xbxa', false],
		['ab*ba', 'aba', false],
		['*aa*aa', 'aaa', false],
		['*aa*aa', 'aaaa', true],
		['a**b', 'ab', true],
		['*', '', true],
		['a*c', 'a\nb\nc', true],
		['sao*', 'SÃO Paulo', true],
		['são*', 'Sao Paulo', true],
		['.*', 'anything', false],
		['[a-z]', '[A-Z]', true],
		['\\*', '\\x', true],
		['👍*', '👍🏽 ok', true],
	])('%j, asked about %j, says %j', (pattern, text, expected) => {
		const matches = toPattern(pattern);
		expect([matches(text), matches(text)]).toEqual([expected, expected]);
	});

	it('takes no longer for a text that was made to keep it busy', () => {
		const matches = toPattern(`${'*a'.repeat(2_000)}*b`);
		expect(matches('a'.repeat(65_536))).toBe(false);
		expect(matches(`${'a'.repeat(65_536)}b`)).toBe(true);
	});
});
