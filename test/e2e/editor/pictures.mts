import { saveWorkflow } from '../../../tools/launcher/differences.mts';
import type { SavedWorkflow } from '../../../tools/launcher/examples.mts';
import { exampleIn } from '../../../tools/launcher/runs/run.mts';
import { editor, n8n, see } from '../session.mts';

/** What is in front of the canvas. */
const CONTROLS = ['canvas-controls', 'execute-workflow-button'];

/** Wide enough for the workflow, and hardly higher than it. */
const SCREEN = { width: 1400, height: 660 };

describe('an example on the canvas', () => {
	see('lacks nothing once the credentials are chosen', async () => {
		const { page } = editor;
		const { name, nodes, connections, settings } = exampleIn(
			editor.launched.workflows,
			'attendant.json',
		);
		const openAiApi = await n8n().post<object>('/rest/credentials', {
			...{ name: 'OpenAI', type: 'openAiApi', data: { apiKey: 'stand-in' } },
		});
		const saved = await saveWorkflow<SavedWorkflow>(n8n(), {
			...{ name, connections, settings },
			nodes: nodes
				// It says what the page says that has the picture.
				.filter((node) => node.name !== 'How it works')
				.map((node) =>
					/openAi$/i.test(node.type) ? { ...node, credentials: { openAiApi } } : node,
				),
		});
		const before = page.viewportSize() ?? SCREEN;
		await page.setViewportSize(SCREEN);
		await editor.show(`/workflow/${saved.id}`);
		await editor.node('Answer in Parts').waitFor();
		expect(await editor.byTestId('node-issues').count()).toBe(0);

		await editor.byTestId('zoom-to-fit').click();
		const style = await page.addStyleTag({
			content: CONTROLS.map((id) => `[data-test-id="${id}"] { display: none }`).join('\n'),
		});
		await editor.takePicture('attendant', editor.byTestId('canvas'), { height: 586, margin: -60 });
		await style.evaluate('(element) => element.remove()');
		await page.setViewportSize(before);
	});
});
