import type { NodeToAdd } from './nodeToAdd.mts';
import { editor, see } from './session.mts';

/** @param node whose icon has to show on the canvas, in both of n8n's themes */
export function seeIcons(node: () => NodeToAdd): void {
	see('its icons show on the canvas, one in each theme', async () => {
		const { page } = editor;
		await editor.openWorkflow([node()]);
		try {
			for (const [colorScheme, file] of [
				['dark', 'zApi.dark.svg'],
				['light', 'zApi.svg'],
			] as const) {
				// Unless people choose a theme, n8n has their browser's.
				await page.emulateMedia({ colorScheme });
				await editor.seeImage(editor.node(node().name).locator(`img[src$="/${file}"]`));
			}
		} finally {
			await page.emulateMedia({ colorScheme: 'light' });
		}
	});
}
