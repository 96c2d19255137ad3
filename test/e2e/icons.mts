import type { NodeToAdd } from './editor.mts';
import { editor, see } from './session.mts';

/** @param node whose icon has to show on the canvas, in both of n8n's themes */
export function seeIcons(node: () => NodeToAdd): void {
	for (const [theme, file] of [
		['light', 'zApi.svg'],
		['dark', 'zApi.dark.svg'],
	] as const) {
		see(`the icon shows on the canvas in the ${theme} theme`, async () => {
			await editor.inTheme(theme, async () => {
				await editor.openWorkflow([node()]);
				const image = editor.node(node().name).locator('img').first();
				expect(await editor.shownFile(image)).toMatch(new RegExp(`/${file}$`));
			});
		});
	}
}
