import { readdirSync } from 'node:fs';
import { saveWorkflow } from '../../../tools/launcher/differences.mts';
import type {
	CredentialReference,
	SavedWorkflow,
	Workflow,
} from '../../../tools/launcher/examples.mts';
import { exampleIn } from '../../../tools/launcher/runs/run.mts';
import { editor, n8n, see } from '../session.mts';

/** What is in front of the canvas. */
const CONTROLS = ['[data-test-id="canvas-controls"]', '[class*="_executionButtons_"]'];

/** The one whose picture is in the docs. */
const PICTURED = 'attendant.json';

/** Wide enough for the workflows, and hardly higher than they are. */
const SCREEN = { width: 1400, height: 660 };

/** The largest; with the environment variable FULL, all of them. */
const files = process.env.FULL
	? readdirSync('examples').filter((file) => file.endsWith('.json'))
	: [PICTURED, 'campaign-from-table.json', 'unlink-from-form.json'];

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
	let before: typeof SCREEN | null;

	beforeAll(async () => {
		openAiApi = await n8n().post('/rest/credentials', {
			...{ name: 'OpenAI', type: 'openAiApi', data: { apiKey: 'stand-in' } },
		});
		before = editor.page.viewportSize();
		await editor.page.setViewportSize(SCREEN);
	});

	afterAll(async () => {
		await editor.page.setViewportSize(before ?? SCREEN);
	});

	for (const file of files) {
		see(`lacks nothing once the credentials are chosen: ${file}`, async () => {
			const { page } = editor;
			const { id, nodes } = await saveForPicture(file);
			// A whole page: the canvas would show the example before for a moment.
			await page.goto(`${n8n().url}/workflow/${id}`);
			await editor.node(nodes.at(-1)?.name ?? '').waitFor();
			expect(await editor.byTestId('node-issues').count()).toBe(0);
			if (file !== PICTURED) return;

			await editor.byTestId('zoom-to-fit').click();
			const style = await page.addStyleTag({
				content: `${CONTROLS.join(', ')} { display: none }`,
			});
			await editor.takePicture('attendant', editor.byTestId('canvas'), {
				height: 586,
				margin: -60,
			});
			await style.evaluate('(element) => element.remove()');
		});
	}
});
