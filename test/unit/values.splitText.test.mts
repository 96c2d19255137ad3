import fc from 'fast-check';
import { splitText } from '../../nodes/shared/values/splitText.ts';

const bare = (text: string) => text.replace(/\s+/g, '');

describe('a text that fits', () => {
	it.each(['', 'Oi', 'Oi!\n\nTudo bem?', 'um dois três'])('stays one: %j', (text) => {
		expect(splitText(text, 100)).toEqual([text]);
	});

	it('loses only white space at its ends', () => {
		expect(splitText(' \n Oi! \n', 100)).toEqual(['Oi!']);
	});
});

describe('a text that is too long is divided', () => {
	it.each<[string, string, number, string[]]>([
		[
			'at blank lines',
			'Primeiro. Aqui.\n\nSegundo. Ali.\n\nTerceiro.',
			20,
			['Primeiro. Aqui.', 'Segundo. Ali.', 'Terceiro.'],
		],
		[
			'at blank lines, as many paragraphs in a part as fit',
			'Um.\n\nDois.\n\nTrês. Quatro.\n\nCinco.',
			14,
			['Um.\n\nDois.', 'Três. Quatro.', 'Cinco.'],
		],
		['at the ends of lines', '- pão\n- leite\n- café', 14, ['- pão\n- leite', '- café']],
		[
			'at sentences',
			'Bom dia! Tudo certo? Seu pedido saiu… Até já.',
			25,
			['Bom dia! Tudo certo?', 'Seu pedido saiu… Até já.'],
		],
		[
			'between words where a sentence is too long',
			'uma frase sem fim que nunca para',
			12,
			['uma frase', 'sem fim que', 'nunca para'],
		],
		[
			'with sentences in quotes, brackets and marks',
			'Ele disse: "Venha logo." (Eu fui.) *Pronto.* Fim.',
			36,
			['Ele disse: "Venha logo." (Eu fui.)', '*Pronto.* Fim.'],
		],
	])('%s', (_what, text, most, parts) => {
		expect(splitText(text, most)).toEqual(parts);
	});

	it.each<[string, string, number, string[]]>([
		[
			'a title',
			'Olá. Fale com a Dra. Ana hoje mesmo',
			24,
			['Olá.', 'Fale com a Dra. Ana hoje', 'mesmo'],
		],
		[
			'the number of an entry',
			'Veja só: 1. Pão e também 2. Leite',
			15,
			['Veja só: 1. Pão', 'e também 2.', 'Leite'],
		],
		[
			'a word that goes on in lower case',
			'Custa aprox. cem reais por mês',
			20,
			['Custa aprox. cem', 'reais por mês'],
		],
	])('and not after the period of %s', (_what, text, most, parts) => {
		expect(splitText(text, most)).toEqual(parts);
	});
});

describe('what stays whole', () => {
	it.each([
		'https://example.com/um/caminho/muito/longo?com=busca&e=mais_um*pouco',
		'[o nosso contrato](https://example.com/contrato)',
		'*um texto em negrito que é longo*',
		'_um texto em itálico que é longo_',
		'~um texto riscado que é longo~',
		'**Markdown que ficou como é**',
		'`um código em uma linha`',
		'```\num código\n\nem várias linhas\n```',
		'+55 (44) 99999-9999',
		'(44) 9 9999-9999',
		'R$ 1.500,00',
		'€ 20',
		'1 234 567,89',
		'nº 42',
		'palavracompridademaisparaumaparte',
		'👩‍👩‍👧‍👦👍🏽',
	])('%s', (piece) => {
		for (let most = 1; most <= 12; most++) {
			const parts = splitText(`Antes ${piece} depois`, most);
			expect(parts.filter((part) => part.includes(piece))).toHaveLength(1);
		}
	});

	it('is not what only looks so', () => {
		expect(splitText('a * b * c', 3)).toEqual(['a *', 'b *', 'c']);
		expect(splitText('snake_case e_ ou _algo', 10)).toEqual(['snake_case', 'e_ ou', '_algo']);
		expect(splitText('Em 2025. 3 pessoas', 8)).toEqual(['Em 2025.', '3', 'pessoas']);
	});
});

/** A text of what people and models write, in any order. */
const LINK = fc.webUrl({ withQueryParameters: true, withFragments: true });
const PIECES = fc.oneof(
	{ weight: 6, arbitrary: fc.stringMatching(/^[A-Za-zéãç]{1,12}[.!?,]?$/) },
	{ weight: 1, arbitrary: LINK },
	{ weight: 1, arbitrary: fc.constantFrom('*em negrito*', 'R$ 10,00', '`x y`', '*', '_', '👍🏽') },
	{ weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
);
const BLANKS = fc.constantFrom(' ', ' ', ' ', '  ', '\n', '\n\n', '\r\n\r\n', '\u00A0');
const TEXTS = fc
	.array(fc.tuple(PIECES, BLANKS), { minLength: 1, maxLength: 60 })
	.map((parts) => parts.flat().join(''));
const MOST = fc.integer({ min: 1, max: 120 });

describe('whatever the text is', () => {
	it('its parts together are the text again, up to white space', () => {
		fc.assert(
			fc.property(TEXTS, MOST, (text, most) => {
				expect(bare(splitText(text, most).join(''))).toBe(bare(text));
			}),
		);
	});

	it('no part begins or ends with white space, or is empty', () => {
		fc.assert(
			fc.property(TEXTS, MOST, (text, most) => {
				const parts = splitText(text, most);
				expect(parts).toEqual(parts.map((part) => part.trim()));
				expect(parts.length === 1 || !parts.includes('')).toBe(true);
			}),
		);
	});

	it('only what can not be divided is longer than it may be', () => {
		fc.assert(
			fc.property(TEXTS, MOST, (text, most) => {
				for (const part of splitText(text, most)) {
					if (part.length <= most) continue;
					expect(splitText(part, 1)).toEqual([part]);
				}
			}),
		);
	});

	it('without marks and numbers, no part is longer than its longest word or the limit', () => {
		const words = fc.stringMatching(/^[a-zéã]{1,12}[.!?,]?$/);
		const texts = fc.array(fc.tuple(words, BLANKS), { minLength: 1, maxLength: 60 });
		fc.assert(
			fc.property(texts, fc.integer({ min: 13, max: 120 }), (parts, most) => {
				for (const part of splitText(parts.flat().join(''), most)) {
					expect(part.length).toBeLessThanOrEqual(most);
				}
			}),
		);
	});

	it('a link is never divided', () => {
		fc.assert(
			fc.property(TEXTS, LINK, TEXTS, MOST, (before, link, after, most) => {
				// What comes before may be a mark without an end, or the beginning of another link.
				const text = `${before} ${link} ${after}`;
				expect(splitText(text, most).some((part) => part.includes(link))).toBe(true);
			}),
		);
	});

	it('as few parts come out as words fit into, if nothing else is there', () => {
		const words = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 40 });
		fc.assert(
			fc.property(words, fc.integer({ min: 8, max: 60 }), (list, most) => {
				const parts = splitText(list.join(' '), most);
				for (const [index, part] of parts.entries()) {
					const [next] = (parts[index + 1] ?? '').split(' ');
					if (next) expect(`${part} ${next}`.length).toBeGreaterThan(most);
				}
			}),
		);
	});
});
