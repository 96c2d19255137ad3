import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import { launch, type Launched } from '../../tools/launcher/launch.mts';
import type { N8n } from '../../tools/launcher/n8n.mts';
import { startBrowser } from './browser.mts';
import type { NodeToAdd } from './nodeToAdd.mts';
import { packed } from './packed.mts';
import { takePicture, type Part } from './takePicture.mts';

const WAIT_LIMIT_MILLISECONDS = 60_000;
/** The first page is the slowest: n8n and the browser have only just started. */
const FIRST_PAGE_LIMIT_MILLISECONDS = 120_000;
const FAILURES = join('coverage', 'e2e');

type ConnectionKind = 'main' | 'ai_languageModel' | 'ai_tool';

/** The real n8n in a real browser, logged in as its owner, with the emulator behind it. */
export class Editor {
	readonly page: Page;
	readonly launched: Launched;
	readonly emulator: Emulator;
	readonly #browser: BrowserContext;
	/** The n8n whose editor the page has loaded, which may have been restarted since. */
	#loadedFrom?: N8n;

	constructor(launched: Launched, emulator: Emulator, browser: BrowserContext, page: Page) {
		this.launched = launched;
		this.emulator = emulator;
		this.#browser = browser;
		this.page = page;
	}

	/**
	 * Starts n8n with the packed package in it, and a browser, and logs in.
	 *
	 * @param started used instead, if n8n runs already
	 * @throws Error with the end of n8n's log if n8n doesn't start
	 */
	static async open(started?: Launched): Promise<Editor> {
		const launched =
			started ?? (await launch({ root: process.cwd(), tarball: packed(), report: () => {} }));
		const { emulator, n8n } = launched;
		if (!emulator) throw new Error('There is no emulator');
		try {
			const browser = await startBrowser();
			const page = browser.pages()[0] ?? (await browser.newPage());
			page.setDefaultTimeout(WAIT_LIMIT_MILLISECONDS);
			const editor = new Editor(launched, emulator, browser, page);
			await page.goto(`${n8n.url}/signin`, { timeout: FIRST_PAGE_LIMIT_MILLISECONDS });
			await page.locator('input[type="email"]').fill(n8n.owner.email);
			await page.locator('input[type="password"]').fill(n8n.owner.password);
			await editor.byTestId('form-submit-button').click();
			await page.waitForURL(/\/(home|workflow)/);
			return editor;
		} catch (error) {
			await launched.close();
			throw error;
		}
	}

	async close(): Promise<void> {
		await this.#browser.close();
		await this.launched.close();
	}

	byTestId(id: string): Locator {
		return this.page.locator(`[data-test-id="${id}"]`);
	}

	/** The credential that the launcher made, as a node refers to it. */
	get credentials(): object {
		return { zApi: this.launched.credential };
	}

	/**
	 * Saves a workflow of nodes in a row and opens it.
	 *
	 * @param connections which node leads to which, from which output
	 */
	async openWorkflow(
		nodes: NodeToAdd[],
		connections: Array<[from: string, to: string, output?: number, kind?: ConnectionKind]> = [],
	): Promise<{ id: string; versionId: string }> {
		const byName: Record<string, Partial<Record<ConnectionKind, object[][]>>> = {};
		for (const [from, to, output = 0, kind = 'main'] of connections) {
			const outputs = ((byName[from] ??= {})[kind] ??= []);
			while (outputs.length <= output) outputs.push([]);
			outputs[output]?.push({ node: to, type: kind, index: 0 });
		}
		const workflow = await this.launched.n8n.post<{ id: string; versionId: string }>(
			'/rest/workflows',
			{
				name: 'End-to-end test',
				settings: { executionOrder: 'v1' },
				nodes: nodes.map((node, index) => ({
					id: `node-${index}`,
					typeVersion: 1,
					parameters: {},
					position: [index * 240, 0],
					...node,
				})),
				connections: byName,
				// As the editor saves it; without it, a step can't be executed alone.
				pinData: {},
			},
		);
		await this.show(`/workflow/${workflow.id}`);
		await this.node(nodes[0]?.name ?? '').waitFor();
		return workflow;
	}

	/**
	 * Shows a page of the editor. Loading one takes many times as long as going from one to another as a link does, by
	 * n8n's own router.
	 */
	async show(path: string): Promise<void> {
		const { n8n } = this.launched;
		if (this.#loadedFrom === n8n && this.page.url().startsWith(n8n.url)) {
			await this.page.evaluate(
				`document.querySelector('#app').__vue_app__.config.globalProperties.$router.push('${path}')`,
			);
		} else {
			await this.page.goto(n8n.url + path, { timeout: FIRST_PAGE_LIMIT_MILLISECONDS });
			this.#loadedFrom = n8n;
		}
	}

	/** A node on the canvas. */
	node(name: string): Locator {
		return this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
	}

	/** Opens a node's panel and waits until its fields can be changed. */
	async openNode(name: string): Promise<void> {
		await this.node(name).dblclick();
		await this.byTestId('node-parameters').waitFor();
		// While n8n makes sure that nobody else edits the workflow, the fields can't be changed.
		await this.page.locator('[data-test-id="rlc-input"]:disabled').waitFor({ state: 'detached' });
	}

	async closeNode(): Promise<void> {
		await this.byTestId('ndv-close-button').click();
		await this.byTestId('ndv').waitFor({ state: 'hidden' });
	}

	/** A field in the open panel or credential form. */
	field(name: string): Locator {
		return this.byTestId(`parameter-input-${name}`);
	}

	/**
	 * Adds a field to a collection in the open panel.
	 *
	 * @param button what it says, e.g. Add Option
	 * @param name of the field
	 */
	async addToCollection(button: string, name: string): Promise<void> {
		const option = this.openOptions().filter({ hasText: name }).first();
		const add = this.byTestId('collection-parameter-add').getByPlaceholder(button);
		await this.#actUntil(option, () => add.click());
		await option.click();
		// Its dropdown closes slowly, and can't be opened again before that.
		await this.openOptions().first().waitFor({ state: 'hidden' });
	}

	/** The options of the dropdown that is open, by name. */
	openOptions(): Locator {
		return this.page.locator('.el-select-dropdown:visible li');
	}

	/** Chooses a community or group that isn't the chosen one, and waits until the field below has its options. */
	async chooseFromList(name: string): Promise<void> {
		await this.byTestId('rlc-input').click();
		const groups = this.page.waitForResponse(/\/dynamic-node-parameters\/options/);
		await this.byTestId('rlc-item').filter({ hasText: name }).click();
		await groups;
	}

	/** Repeats an action until something shows: a click is lost while n8n replaces what is clicked. */
	async #actUntil(shown: Locator, act: () => Promise<void>): Promise<void> {
		const giveUp = Date.now() + WAIT_LIMIT_MILLISECONDS;
		while (!(await shown.isVisible()) && Date.now() < giveUp) {
			await act();
			await shown.waitFor({ timeout: 1_000 }).catch(() => {});
		}
		await shown.waitFor({ timeout: 1_000 });
	}

	/** Opens the dropdown of a field. */
	async openDropdown(field: string): Promise<void> {
		await this.#actUntil(this.openOptions().first(), () => this.field(field).click());
	}

	/** Ticks groups in their dropdown, by name. */
	async tickGroups(...names: string[]): Promise<void> {
		await this.openDropdown('groupsPhones');
		for (const name of names) await this.openOptions().filter({ hasText: name }).first().click();
		await this.page.keyboard.press('Escape');
	}

	/** Switches a field of the open panel to an expression, and enters one. */
	async enterExpression(field: string, text: string): Promise<void> {
		const input = this.field(field).locator('.cm-content');
		await this.#actUntil(input, async () => {
			await this.field(field).hover();
			await this.byTestId(`${field}-parameter-input-options-container`)
				.locator('[data-test-id="radio-button-expression"]')
				.click();
		});
		await input.fill(text);
		// n8n stores what was typed with a little delay, and shows its result when it has.
		await this.byTestId('ndv-input-panel').click();
		await this.byTestId(`parameter-expression-preview-${field}`).getByText(text).waitFor();
	}

	/** Runs the open node and waits for what comes out: items or an error. */
	async executeStep(): Promise<void> {
		await this.byTestId('node-execute-button').click();
		await this.byTestId('output-panel')
			.locator('[data-test-id="node-error-view"], [data-test-id="ndv-items-count"], table')
			.first()
			.waitFor();
	}

	/**
	 * Takes a picture for the pages in `docs/`, if they are to be taken anew.
	 *
	 * @param name of the file, without its extension
	 * @param what is in the picture
	 * @param crop in CSS pixels: how much of it, from the top, and how much around it
	 */
	async takePicture(
		name: string,
		what: Locator,
		{ height, margin = 0 }: { height: number; margin?: number },
	): Promise<void> {
		const box = await what.boundingBox();
		if (!box) throw new Error(`There is nothing to take the picture ${name} of`);
		await this.takePictureOf(name, { ...box, height }, margin, what.page());
	}

	/** Takes a picture of a part of a page, as {@link takePicture} does. */
	async takePictureOf(name: string, part: Part, margin: number, page = this.page): Promise<void> {
		await this.#dismissNotifications();
		await takePicture(page, name, part, margin);
	}

	async #dismissNotifications(): Promise<void> {
		const close = this.page.locator('.el-notification__closeBtn');
		while ((await close.count()) > 0) {
			const count = await close.count();
			await close.first().click();
			await close.nth(count - 1).waitFor({ state: 'detached' });
		}
	}

	/** Waits until an image is drawn; an error if it can't be. */
	async seeImage(image: Locator): Promise<void> {
		await image.waitFor();
		await image.evaluate(async (element) => {
			await (element as unknown as { decode(): Promise<void> }).decode();
		});
	}

	/** Runs a test. If it fails, a screenshot and n8n's log stay behind, and the error says where. */
	async watch(name: string, test: () => Promise<void>): Promise<void> {
		try {
			await test();
		} catch (error) {
			const file = await this.recordFailure(name);
			// Whatever is open on the page must not be in the way of the next test.
			this.#loadedFrom = undefined;
			if (error instanceof Error) error.message += `\n\nSee ${file}.png and ${file}.log`;
			throw error;
		}
	}

	/** Keeps what can be seen, and n8n's log, for whoever looks into a failed test. */
	async recordFailure(name: string): Promise<string> {
		await mkdir(FAILURES, { recursive: true });
		const file = join(FAILURES, name.replace(/[^\w]+/g, '-').toLowerCase());
		await this.page.screenshot({ path: `${file}.png` }).catch(() => {});
		await writeFile(`${file}.log`, this.launched.n8n.log());
		return file;
	}
}
