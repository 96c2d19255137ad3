import {
	ASK,
	Asking,
	NEXT,
	progressOf,
	reach,
	sent,
} from '../../../tools/launcher/workflows/questions.mts';
import { editor, n8n, see } from '../session.mts';

/** What WhatsApp looks at a link with, to show a preview of it. */
const PREVIEW = { headers: { 'user-agent': 'WhatsApp/2.23.20.0' } };
const PHONE_SCREEN = { width: 390, height: 844 };

describe('a page', () => {
	const texts = {
		approvalOptions: { values: { approveLabel: 'Sim, desvincular', disapproveLabel: 'Não' } },
		options: { pageTitle: 'Condomínio', thanksText: 'Obrigado! Você já pode fechar esta página.' },
	};

	function linkOfLastQuestion(): string {
		const { message = '' } = sent(editor.emulator).at(-1) ?? {};
		return message.split('\n').at(-1) ?? '';
	}

	async function open(responseType: string, question: string) {
		const page = await Asking.publish(editor.launched, responseType, { responseType, ...texts });
		const id = await page.ask([question]);
		const link = linkOfLastQuestion();
		expect((await fetch(link, PREVIEW)).status).toBe(200);
		const noAnswer = {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: 'null',
		};
		expect((await fetch(link, noAnswer)).status).toBe(200);
		expect((await progressOf(n8n(), id)).status).toBe('waiting');
		await editor.page.setViewportSize(PHONE_SCREEN);
		await editor.page.goto(link);
		return { id, link };
	}

	/** For the documentation: the upper half of the phone's screen. */
	async function takePicture(name: string) {
		await editor.takePicture(name, editor.page.locator('html'), { height: 440 });
	}

	see('takes an approval once', async () => {
		const { page } = editor;
		const question =
			'Desvincular estes 3 grupos da comunidade?\n\n• Portaria\n• Obras\n• Festas _de fim de ano_';
		const { id, link } = await open('approvalPage', question);
		expect(await page.locator('.text').innerText()).toBe(question.replaceAll('_', ''));
		await takePicture('approval-page');
		await page.getByRole('button', { name: 'Sim, desvincular' }).press('Enter');
		await page.getByText('Obrigado!').waitFor();
		const answered = await page.locator('main').innerText();
		expect(answered).toMatch(
			/Você respondeu:\s+Sim, desvincular\s+\d+ de \S+ de \d{4}, \d\d:\d\d\s/,
		);
		await takePicture('answered-page');
		const { outputs } = await reach(n8n(), id, 'success');
		expect(outputs(NEXT)).toMatchObject([[{ approved: true, choice: 'Sim, desvincular' }]]);
		await fetch(link, { method: 'POST', body: new URLSearchParams({ choice: '1' }) });
		expect(await (await fetch(link)).text()).toContain('No action required');
		expect((await progressOf(n8n(), id)).outputs(ASK)).toEqual(outputs(ASK));
	});

	see('fits the narrowest phone, however long its words are', async () => {
		const { page } = editor;
		const word = 'a'.repeat(60);
		const long = await Asking.publish(editor.launched, 'long', {
			responseType: 'approvalPage',
			approvalOptions: { values: { approveLabel: word, disapproveLabel: word } },
		});
		await long.ask([`https://example.com/${word}`]);
		await page.setViewportSize({ width: 320, height: 568 });
		await page.goto(linkOfLastQuestion());
		expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
	});

	see('takes a text', async () => {
		const { page } = editor;
		const { id } = await open('freeText', 'Qual é o melhor horário?');
		await page.locator('textarea').fill('Às 19h.\nAntes disso não tem ninguém em casa.');
		await takePicture('free-text-page');
		await page.locator('textarea').fill('Às 19h\n<b>"ou"</b> 20h');
		await page.locator('button').click();
		await page.getByText('Obrigado!').waitFor();
		const { outputs } = await reach(n8n(), id, 'success');
		expect(outputs(NEXT)).toMatchObject([[{ approved: null, text: 'Às 19h\n<b>"ou"</b> 20h' }]]);
	});
});
