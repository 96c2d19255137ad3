import { phoneAddress } from '../../../tools/emulator/phone/answerPhone.mts';
import { publishWorkflow, unpublishWorkflow } from '../../../tools/launcher/examples.mts';
import { startWorkflow, waitForEnd } from '../../../tools/launcher/executions.mts';
import { exampleIn, startOf } from '../../../tools/launcher/runs/run.mts';
import { beginAnew, editor, n8n, see } from '../session.mts';

/** The first can hold everything beside each other, the other is a small phone. */
const LARGE = { width: 1400, height: 620 };
const SMALL = { width: 360, height: 700 };

/** Any published workflow that gets messages takes the answers. */
const LISTENING = 'unlink-group-on-command.json';

describe('the phone', () => {
	beginAnew();

	see('plays the example that asks first, in a large window and a small one', async () => {
		const { emulator, launched } = editor;
		const listening = exampleIn(launched.workflows, LISTENING);
		await publishWorkflow(n8n(), listening);
		const asking = exampleIn(launched.workflows, 'ask-before-unlinking.json');
		const page = await editor.page.context().newPage();
		try {
			page.setDefaultTimeout(60_000);
			await page.setViewportSize(LARGE);
			await page.goto(phoneAddress(emulator));
			const execution = await startWorkflow(n8n(), asking, startOf(asking));
			const chat = page.locator('.chat', { hasText: 'Ana Souza' });
			await chat.getByLabel('1 unread').waitFor();
			await chat.click();
			const messages = page.getByRole('list', { name: 'Messages' });
			const first = messages.locator('li', { hasText: 'Desvincular um grupo' });
			await first.getByLabel('read', { exact: true }).waitFor();
			await first.getByRole('button', { name: 'Não' }).click();
			await messages.locator('.mine', { hasText: 'Não' }).waitFor();

			const second = messages.locator('li', { hasText: 'Desvincular mais um grupo' });
			await second.waitFor();
			await editor.takePicture('phone', page.locator('body'), { height: 620 });
			await page.setViewportSize(SMALL);
			await page.getByRole('button', { name: 'Close' }).click();
			await editor.takePicture('question', page.locator('body'), { height: 700 });
			await page.emulateMedia({ colorScheme: 'dark' });
			// By keyboard alone.
			await second.getByRole('button', { name: 'Sim' }).press('Enter');
			await waitForEnd(n8n(), execution);
			expect(emulator.requests.filter(({ path }) => path === '/communities/unlink')).toHaveLength(
				1,
			);
			await page.getByLabel('Write a message').fill('Obrigada!');
			await page.keyboard.press('Enter');
			await messages.locator('.mine', { hasText: 'Obrigada!' }).waitFor();
			const width = 'document.documentElement.scrollWidth';
			expect(await page.evaluate(width)).toBeLessThanOrEqual(SMALL.width);
			await page.getByRole('button', { name: 'Back to the chats' }).click();
			await chat.getByText('✓ Obrigada!').waitFor();
		} finally {
			await page.close();
			await unpublishWorkflow(n8n(), listening);
		}
	});
});
