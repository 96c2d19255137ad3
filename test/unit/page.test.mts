import { questionPage } from '../../nodes/ZApi/sendAndWait/page.ts';
import { PAGE_WORDS, readPageLanguage } from '../../nodes/ZApi/sendAndWait/pageWords.ts';

const approval = (message: string, ...labels: string[]) => ({
	...{ responseType: 'approvalPage' as const, message, labels },
});

describe('the language of a page', () => {
	it('is that of the labels, or else of the question', () => {
		const expected: Array<[string, string, string[]]> = [
			['pt-BR', 'Unlink the groups?', ['Sim', 'Não']],
			['es', 'Unlink the groups?', ['Sí', 'No']],
			['en', 'Podemos desvincular os grupos?', ['Approve', 'Decline']],
			['pt-BR', 'A reunião é às 19h?', ['Confirmar', 'Cancelar']],
			['es', '¿Cuándo puede venir?', []],
			['pt-BR', 'Qual e o melhor horario para voce?', []],
			['en', 'Which time suits you best?', []],
			['en', 'OK?', ['👍', '👎']],
		];
		const read = expected.map(([, message, labels]) =>
			['', 'labels'].map((chosen) => readPageLanguage(chosen, approval(message, ...labels))),
		);
		expect(read).toEqual(expected.map(([language]) => [language, language]));
	});

	it('is the one that was chosen', () => {
		const question = approval('Vamos?', 'Sim', 'Não');
		expect(readPageLanguage('ES', question)).toBe('es');
		expect(questionPage('es', question, '')).toMatch(
			/<html lang="es">[^]*<h1 dir="auto">Necesitamos tu respuesta<\/h1>/,
		);
	});

	it('says everything in words of its own', () => {
		const [english, ...others] = Object.values(PAGE_WORDS).map((words) => Object.entries(words));
		for (const other of others) {
			expect(other.map(([key]) => key)).toEqual(english?.map(([key]) => key));
			expect(
				other.filter(([key, words]) => words === Object.fromEntries(english ?? [])[key]),
			).toEqual([]);
		}
	});
});

describe('a question on a page', () => {
	const shownOf = (message: string) =>
		/<p class="text" dir="auto">([^]*?)<\/p>/.exec(questionPage('en', approval(message), ''))?.[1];

	it('shows a message as WhatsApp does, and never a tag of somebody else', () => {
		const expected: Array<[string, string?]> = [
			['Unlink *3 groups*?', 'Unlink <strong>3 groups</strong>?'],
			[
				'**bold**, _it *and* bold_ and ~no~.',
				'<strong>bold</strong>, <em>it <strong>and</strong> bold</em> and <s>no</s>.',
			],
			['_a *b_ c*', '<em>a *b</em> c*'],
			['2*3*4, snake_case_name, * point\n* point'],
			['https://example.com/_a_/*b*'],
			['*<b>&*', '<strong>&#60;b&#62;&#38;</strong>'],
		];
		expect(expected.map(([message]) => shownOf(message))).toEqual(
			expected.map(([message, shown]) => shown ?? message),
		);
	});

	it('names the field of a text for those who listen to the page', () => {
		const html = questionPage(
			'pt-BR',
			{ ...approval('Qual?'), responseType: 'freeText' },
			'',
			true,
		);
		expect(html).toMatch(/<label for="text">Sua resposta<\/label><textarea id="text"/);
		expect(html).toMatch(/aria-describedby="problem"/);
		expect(html).toMatch(/id="problem" role="alert">Escreva sua resposta primeiro\./);
	});
});
