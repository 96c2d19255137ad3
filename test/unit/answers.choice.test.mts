import fc from 'fast-check';
import { readApproval, readChoice } from '../../nodes/shared/answers/choice.ts';

const PAYMENT = ['Pix', 'Boleto', 'Cartão de crédito'];
const DAYS = ['Segunda-feira', 'Quarta-feira', 'Sexta-feira às 14h'];
const CONFIRM = ['Sim, confirmo', 'Remarcar', 'Não'];
const PARTS = ['2 parcelas', '3 parcelas', '4 parcelas'];
const PEOPLE = ['1 pessoa', '2 pessoas', '3 ou mais'];

describe('a choice', () => {
	it.each<[string, string[], number]>([
		// Its number.
		['2', PAYMENT, 1],
		['2.', PAYMENT, 1],
		['nº 2', PAYMENT, 1],
		['no. 2', PAYMENT, 1],
		['opção 2', PAYMENT, 1],
		['a opção 2, por favor', PAYMENT, 1],
		['quero a 2', PAYMENT, 1],
		['2 obrigado', PAYMENT, 1],
		['dois', PAYMENT, 1],
		['a primeira', PAYMENT, 0],
		['a segunda opção', PAYMENT, 1],
		['2ª opção', PAYMENT, 1],
		['option one', PAYMENT, 0],
		['the second one', PAYMENT, 1],
		['number three please', PAYMENT, 2],
		['el número dos', PAYMENT, 1],
		['2', PEOPLE, 1],
		// Its label.
		['PIX!', PAYMENT, 0],
		['CARTÃO DE CRÉDITO 🙂', PAYMENT, 2],
		['segunda', DAYS, 0],
		['Segunda-feira', DAYS, 0],
		['3 parcelas', PARTS, 1],
		['Remarcar', CONFIRM, 1],
		['não', CONFIRM, 2],
		// Words that hold exactly one label.
		['Vou pagar no Pix', PAYMENT, 0],
		['Prefiro o cartão de crédito, obrigado', PAYMENT, 2],
		['Pix. Qual é a chave?', PAYMENT, 0],
		['pode ser na quarta', DAYS, 1],
		['em 3 parcelas', PARTS, 1],
		['não sei ainda', ['Sim', 'Não', 'Não sei'], 2],
		// What else means it.
		['claro que sim', CONFIRM, 0],
		['ñ', CONFIRM, 2],
		['Não, obrigado', CONFIRM, 2],
		['1', ['1. Sim', '2. Não'], 0],
		['Sim', ['1. Sim', '2. Não'], 0],
		['não', ['1️⃣ Sim', '2️⃣ Não'], 1],
	])('%j of %j is %i', (text, labels, index) => {
		expect(readChoice(text, labels)).toBe(index);
	});
});

describe('no choice', () => {
	it.each<[string, string[]]>([
		['', PAYMENT],
		['Bom dia', PAYMENT],
		['0', PAYMENT],
		['4', PAYMENT],
		['2 e 3', PAYMENT],
		['1 ou 2', PAYMENT],
		['2.5', PAYMENT],
		['às 2', PAYMENT],
		['2h', PAYMENT],
		['2 de maio', PAYMENT],
		['um momento', PAYMENT],
		['na segunda', PAYMENT],
		['a segunda', PAYMENT],
		['2ª', PAYMENT],
		['2ª feira', PAYMENT],
		['quinta', ['A', 'B', 'C', 'D', 'E']],
		['Pix ou boleto?', PAYMENT],
		['Pix ou boleto', PAYMENT],
		['não quero Pix', PAYMENT],
		['nem Pix nem boleto', PAYMENT],
		['no quiero boleto', PAYMENT],
		["I don't want Pix", PAYMENT],
		['o que é Pix?', PAYMENT],
		['pixels', PAYMENT],
		['sim', PAYMENT],
		['ok', PAYMENT],
		// The number could be that of a choice or part of another one's label.
		['2', ['3 parcelas', '4 parcelas', '2 parcelas']],
		['3', PARTS],
		['não sei', CONFIRM],
		['Por que não?', CONFIRM],
		['sim ou não', CONFIRM],
		['Sim, remarcar', CONFIRM],
		['Não quero remarcar', CONFIRM],
		['acho que não', CONFIRM],
		['igual', ['Igual', 'igual']],
		['Vou pagar no Pix '.repeat(40), PAYMENT],
	])('%j of %j', (text, labels) => {
		expect(readChoice(text, labels)).toBeUndefined();
	});
});

describe('a choice without a number', () => {
	it.each<[string, string[], number | undefined]>([
		['2', PAYMENT, undefined],
		['a segunda opção', PAYMENT, undefined],
		['Quero Pix', PAYMENT, 0],
		['2 pessoas', PEOPLE, 1],
		['2', ['1', '2', '3'], 1],
		['ñ', CONFIRM, 2],
	])('%j of %j is %p', (text, labels, index) => {
		expect(readChoice(text, labels, false)).toBe(index);
	});
});

describe('whatever the labels are', () => {
	const LABELS = fc.uniqueArray(fc.stringMatching(/^[a-zé]{3,8}( [a-zé]{3,8})?$/), {
		minLength: 1,
		maxLength: 12,
		comparator: 'IsStrictlyEqual',
	});

	it('the number of each choice is that choice', () => {
		fc.assert(
			fc.property(
				LABELS,
				fc.nat(),
				fc.constantFrom('%', '%.', 'nº %', 'opção %', 'a %'),
				(labels, at, form) => {
					const index = at % labels.length;
					expect(readChoice(form.replace('%', String(index + 1)), labels)).toBe(index);
				},
			),
		);
	});

	it('a label is found again, whatever its case and its marks are', () => {
		fc.assert(
			fc.property(LABELS, fc.nat(), (labels, at) => {
				const index = at % labels.length;
				const own = labels[index] ?? '';
				const isOnly = (label: string) => label.normalize('NFD').replace(/\p{Mn}/gu, '');
				fc.pre(labels.filter((label) => isOnly(label) === isOnly(own)).length === 1);
				expect(readChoice(`${isOnly(own).toUpperCase()}!`, labels)).toBe(index);
			}),
		);
	});

	it('never throws, and gives a choice that exists or none', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: 'grapheme' }),
				fc.array(fc.string(), { maxLength: 5 }),
				(text, labels) => {
					const index = readChoice(text, labels);
					expect(index === undefined || labels[index] !== undefined).toBe(true);
				},
			),
		);
	});
});

describe('an approval', () => {
	const LABELS: [string, string] = ['Approve', 'Decline'];
	it.each<[string, boolean | undefined]>([
		['Approve', true],
		['1', undefined],
		['sim', true],
		['Sim, confirmo!', true],
		['não', false],
		['não sei', undefined],
		['approve or decline?', undefined],
	])('%j', (text, expected) => {
		expect(readApproval(text, LABELS)).toBe(expected);
	});

	it('has the labels that were asked, also where they are other words', () => {
		expect(readApproval('quero cancelar', ['Manter', 'Cancelar'])).toBe(false);
		expect(readApproval('não quero cancelar', ['Manter', 'Cancelar'])).toBeUndefined();
	});
});
