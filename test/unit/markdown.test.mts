import { toWhatsAppFormat } from '../../nodes/shared/values/markdown.ts';

const lines = (...each: string[]) => each.join('\n');

describe('Markdown becomes what WhatsApp shows:', () => {
	it.each<[string, string, string]>([
		['bold', '**Olá**, Maria', '*Olá*, Maria'],
		['bold with underscores', 'Olá, __Maria__!', 'Olá, *Maria*!'],
		['bold inside of a word', 'in**cri**vel', 'in*cri*vel'],
		['bold twice', '**a** e **b**', '*a* e *b*'],
		['bold with a colon', '**Horário:** 19h', '*Horário:* 19h'],
		['italic beside bold', '**Hoje** *sem falta*', '*Hoje* _sem falta_'],
		['italic in bold', '**Hoje *sem* falta**', '*Hoje _sem_ falta*'],
		['bold in italic', '*Hoje **sem** falta*', '_Hoje *sem* falta_'],
		['bold with an asterisk in it', '**Total *hoje**', '*Total *hoje*'],
		['bold and italic', '***Atenção***', '*_Atenção_*'],
		['bold at the end of italic', '*Total: **R$ 5***', '_Total: *R$ 5*_'],
		['italic at the end of bold', '**Total: *R$ 5***', '*Total: _R$ 5_*'],
		['bold at the start of italic', '***Obs.:** sem falta*', '_*Obs.:* sem falta_'],
		['italic at the start of bold', '***Obs.:* sem falta**', '*_Obs.:_ sem falta*'],
		['both with underscores', '___Obs.:__ sem_ **falta**', '_*Obs.:* sem_ *falta*'],
		['bold and italic with underscores', '___Atenção___', '*_Atenção_*'],
		['italic with underscores', '_calma_', '_calma_'],
		['struck out', '~~R$ 90~~ R$ 70', '~R$ 90~ R$ 70'],
		['bold, struck out', '~~**90**~~', '~*90*~'],

		['a heading', '# Cardápio', '*Cardápio*'],
		['a small heading', '###### Cardápio', '*Cardápio*'],
		['a heading about C#', '## Curso de C#', '*Curso de C#*'],
		['a heading with bold in it', '## **Cardápio** de hoje', '*Cardápio de hoje*'],
		['a heading with italic in it', '## Cardápio *novo*', '*Cardápio _novo_*'],
		['a heading with a link', '# [Site](https://example.com)', '*Site (https://example.com)*'],
		['a heading without a text', '#', ''],

		[
			'a link',
			'Veja o [site](https://example.com/a_b_c).',
			'Veja o site (https://example.com/a_b_c).',
		],
		['a link in bold', '**[Site](https://example.com)**', '*Site (https://example.com)*'],
		['a link with a title', '[Site](https://example.com "Início")', 'Site (https://example.com)'],
		['a link to itself', '[https://example.com](https://example.com)', 'https://example.com'],
		['a link with brackets', '[A](https://example.com/A_(b))', 'A (https://example.com/A_(b))'],
		['a link to an address', '[oi@example.com](mailto:oi@example.com)', 'oi@example.com'],
		['a link to a number', '[Ligue](tel:+5544999999999)', 'Ligue (+5544999999999)'],
		['a bare link', '<https://example.com>', 'https://example.com'],
		['a picture', '![Logo](https://example.com/logo.png)', 'Logo (https://example.com/logo.png)'],
		[
			'a picture without words',
			'![](https://example.com/logo.png)',
			'https://example.com/logo.png',
		],

		['a list', lines('* a', '+ b', '- c'), lines('- a', '- b', '- c')],
		['a list in a list', lines('* a', '    * **b**'), lines('- a', '    - *b*')],
		['a numbered list', lines('1. **a**', '2) b'), lines('1. *a*', '2) b')],
		[
			'a rule',
			lines('a', '', '---', '***', '_ _ _', 'b'),
			lines('a', '', '———', '———', '———', 'b'),
		],
		['a quote', lines('> **a**', '>b', '> > c'), lines('> *a*', '> b', '> c')],
		['a heading in a quote', '> # a', '> *a*'],
		['what is escaped', String.raw`2 \* 3 \_a\_ 1\. \[x\]`, '2 * 3 _a_ 1. [x]'],
		[
			'a table',
			lines(
				'| Dia | **Prato** |',
				'|:----|------:|',
				'| seg | *feijão* |',
				'| ter |  |',
				'',
				'a | b',
			),
			lines('*Dia* | *Prato*', 'seg | _feijão_', 'ter | ', '', 'a | b'),
		],
		[
			'a table without edges',
			lines('a | b', '--|--', 'c | d', 'fim'),
			lines('*a* | *b*', 'c | d', 'fim'),
		],
		['a table of dashes', lines('|a|b|', '|-|-|', '|-|-|'), lines('*a* | *b*', '- | -')],
	])('%s', (_what, markdown, shown) => {
		expect(toWhatsAppFormat(markdown)).toBe(shown);
	});
});

describe('nothing is changed about', () => {
	it.each<[string, string]>([
		['a text without any', 'Olá, Maria! São R$ 5,00 (2 x 2,50).\nAté já 😀'],
		["WhatsApp's own formatting", '*negrito* _itálico_ ~riscado~ `código`'],
		['sums', '2 * 3 * 4 = 24 e 2*3*4 e 2 ** 3 ** 4'],
		['names with underscores', 'nome_do_campo e nome__do__campo'],
		['marks without an end', '**a __b ~~c *d'],
		['marks around blanks', '** a ** e ~~ b ~~'],
		['rows of marks', '**** ____ ~~~~~ *****'],
		['hashtags', '#promo #1'],
		['numbers of items', '#1 e nº 2'],
		['code', 'Use `**a** [b](c) _d_`.'],
		['code between three marks', 'Use ```**a**``` hoje'],
		['blocks of code', lines('```js', '# a', '**b** | c', '--|--', '* d', '```')],
		['blocks of code without an end', lines('```', '# a', '**b**')],
		['addresses', 'https://example.com/a__b__c?x=~1&y=[z](w)'],
		['brackets', '[x] [a](b c) f[0](1'],
		['empty lines and blanks', '\n\n a \n\n  b\n'],
		['a line with a bar', 'seg | ter\nqua | qui'],
	])('%s', (_what, text) => {
		expect(toWhatsAppFormat(text)).toBe(text);
	});
});

it('a fence of other marks becomes one that WhatsApp knows', () => {
	expect(toWhatsAppFormat(lines('~~~', '# a', '```', '~~~', '# b'))).toBe(
		lines('```', '# a', '```', '```', '*b*'),
	);
});

it('* is italic only where the text shows that it is Markdown', () => {
	expect(toWhatsAppFormat('*Aviso*')).toBe('*Aviso*');
	expect(toWhatsAppFormat('# Hoje\n*Aviso*')).toBe('*Hoje*\n_Aviso_');
	expect(toWhatsAppFormat('*Aviso* em [site](https://example.com)')).toBe(
		'_Aviso_ em site (https://example.com)',
	);
});

it('line breaks of all systems are line breaks', () => {
	expect(toWhatsAppFormat('# a\r\n**b**\r# c')).toBe('*a*\n*b*\n*c*');
});

it('an answer of a language model reads like a message', () => {
	const answer = lines(
		'## Resumo do pedido',
		'',
		'Olá, **Maria**! Seu pedido:',
		'',
		'1. **Bolo de cenoura** – ~~R$ 50~~ *R$ 45*',
		'2. **Pão de queijo** – R$ 20',
		'',
		'---',
		'',
		'Acompanhe em [nosso site](https://example.com/pedidos/12).',
	);
	expect(toWhatsAppFormat(answer)).toBe(
		lines(
			'*Resumo do pedido*',
			'',
			'Olá, *Maria*! Seu pedido:',
			'',
			'1. *Bolo de cenoura* – ~R$ 50~ _R$ 45_',
			'2. *Pão de queijo* – R$ 20',
			'',
			'———',
			'',
			'Acompanhe em nosso site (https://example.com/pedidos/12).',
		),
	);
});
