import type { Locator, Page } from 'playwright-core';
import { phoneAddress } from '../../../tools/emulator/phone/answerPhone.mts';
import { editor } from '../session.mts';

const WAIT_LIMIT_MILLISECONDS = 60_000;

/** Large enough for the chats, a chat and what happens beside each other. */
const LARGE = { width: 1400, height: 620 };

/** The emulator's phone in a tab of its own, as a person uses it. */
export class PhonePage {
	readonly page: Page;

	private constructor(page: Page) {
		this.page = page;
	}

	/** Opens it in a large window. From now on, the emulator tells of everything at once. */
	static async open(): Promise<PhonePage> {
		const page = await editor.page.context().newPage();
		page.setDefaultTimeout(WAIT_LIMIT_MILLISECONDS);
		await page.setViewportSize(LARGE);
		await page.goto(phoneAddress(editor.emulator));
		editor.emulator.tellsAtOnce = true;
		return new PhonePage(page);
	}

	async close(): Promise<void> {
		editor.emulator.tellsAtOnce = false;
		await this.page.close();
	}

	/** The list of the messages of the open chat. */
	get messages(): Locator {
		return this.page.getByRole('list', { name: 'Messages' });
	}

	/** Opens the chat with somebody. */
	async open(name: string): Promise<void> {
		await this.page.locator('.chat', { hasText: name }).click();
		await this.page.getByRole('heading', { name }).waitFor();
	}

	/** Chooses who writes from now on. */
	async writeAs(who: 'the customer' | 'your business'): Promise<void> {
		await this.page.getByLabel('You write as').selectOption(who);
	}

	/** Writes a text in the open chat, and doesn't wait for anything. */
	async write(text: string): Promise<void> {
		await this.page.getByLabel('Write a message').fill(text);
		await this.page.keyboard.press('Enter');
	}

	/** Writes a text, and waits until n8n has taken it. */
	async tell(text: string): Promise<void> {
		await this.write(text);
		await this.happened(text).locator('.outcome.well').waitFor();
	}

	/** What happened with a text: the entry of its event. */
	happened(text: string): Locator {
		return this.page.locator('#entries > .event', { hasText: `"message": "${text}"` });
	}

	/** Waits until a text of the other side is in the open chat. */
	async got(text: string): Promise<void> {
		await this.messages.locator('.theirs', { hasText: text }).last().waitFor();
	}

	/** @returns the texts of the open chat, in order, each after who wrote it */
	async texts(): Promise<string[]> {
		const rows = await this.messages.getByRole('listitem').all();
		return await Promise.all(
			rows.map(async (row) => {
				const isMine = (await row.getAttribute('class')) === 'mine';
				return `${isMine ? 'customer' : 'business'}: ${await row.locator('p.text').innerText()}`;
			}),
		);
	}
}
