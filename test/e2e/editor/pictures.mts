import { readdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { saveWorkflow } from '../../../tools/launcher/differences.mts';
import type {
	CredentialReference,
	SavedWorkflow,
	Workflow,
} from '../../../tools/launcher/examples.mts';
import { exampleIn } from '../../../tools/launcher/runs/run.mts';
import { TAKES_PICTURES } from '../browser.mts';
import { editor, n8n, see } from '../session.mts';
import type { Part } from '../takePicture.mts';

/** What is in front of the canvas. */
const CONTROLS = [
	'[data-test-id="canvas-controls"]',
	'[class*="_executionButtons_"]',
	'[class*="tab-bar-container"]',
	'[data-test-id="canvas-minimap"]',
	'[class*="_nodeButtonsWrapper_"]',
	'[class*="_nodeCreatorPlus_"]',
];

/** The largest; when pictures are taken, all of them. */
const files = TAKES_PICTURES
	? readdirSync('examples').filter((file) => file.endsWith('.json'))
	: ['attendant.json', 'campaign-from-table.json', 'unlink-from-form.json'];

/** As long as n8n moves the canvas. */
const ZOOM_MILLISECONDS = 1_000;
const SCREEN = { width: 1300, height: 900 };
const MARGIN = 24;

/** The part of the page that the workflow takes: its nodes, notes and names, without the buttons above a node. */
const EXTENT = `() => {
	const inside = [...document.querySelectorAll('.vue-flow__nodes *')];
	const isSeen = (element) =>
		element.children.length === 0 &&
		element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
	const outlines = document.querySelectorAll('.vue-flow__node, .vue-flow__edges path');
	const all = [...inside.filter(isSeen), ...outlines];
	const boxes = all.map((element) => element.getBoundingClientRect());
	const seen = boxes.filter(({ width, height }) => width > 1 || height > 1);
	const [left, top] = ['left', 'top'].map((side) => Math.min(...seen.map((box) => box[side])));
	const [right, bottom] = ['right', 'bottom'].map((side) => Math.max(...seen.map((box) => box[side])));
	return { x: left, y: top, width: right - left, height: bottom - top };
}`;

/** For the nodes that need a model. */
let openAiApi: CredentialReference;

/** Saves an example without the note that says what the page says that has the picture. */
async function saveForPicture(file: string): Promise<SavedWorkflow & Workflow> {
	const { name, nodes, connections, settings } = exampleIn(editor.launched.workflows, file);
	return await saveWorkflow<SavedWorkflow & Workflow>(n8n(), {
		...{ name, connections, settings },
		nodes: nodes
			.filter((node) => node.name !== 'How it works')
			.map((node) => (/openAi$/i.test(node.type) ? { ...node, credentials: { openAiApi } } : node)),
	});
}

describe('an example on the canvas', () => {
	let before: ReturnType<Page['viewportSize']>;

	beforeAll(async () => {
		openAiApi = await n8n().post('/rest/credentials', {
			...{ name: 'OpenAI', type: 'openAiApi', data: { apiKey: 'stand-in' } },
		});
		before = editor.page.viewportSize();
	});

	afterAll(async () => {
		if (before) await editor.page.setViewportSize(before);
	});

	for (const file of files) {
		see(`lacks nothing once the credentials are chosen: ${file}`, async () => {
			const { page } = editor;
			const { id, nodes } = await saveForPicture(file);
			// A whole page: the canvas would show the example before for a moment.
			await page.goto(`${n8n().url}/workflow/${id}`);
			await editor.node(nodes.at(-1)?.name ?? '').waitFor();
			expect(await editor.byTestId('node-issues').count()).toBe(0);
			if (!TAKES_PICTURES) return;

			await page.setViewportSize(SCREEN);
			const style = await page.addStyleTag({
				content: `${CONTROLS.join(', ')} { visibility: hidden }`,
			});
			await page.keyboard.press('1');
			await wait(ZOOM_MILLISECONDS);
			const extent = await page.evaluate<Part>(`(${EXTENT})()`);
			await editor.takePictureOf(`examples/${file.replace('.json', '')}`, extent, MARGIN);
			await style.evaluate('(element) => element.remove()');
		});
	}
});
