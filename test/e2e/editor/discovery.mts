import { unlinkGroups } from './communities.mts';
import { seeIcons } from '../icons.mts';
import { beginAnew, editor, see } from '../session.mts';

/** As long as n8n's nodes panel waits before it searches, and a little more. */
const SEARCH_MILLISECONDS = 400;

describe('discovery', () => {
	beginAnew();

	const result = () => editor.byTestId('item-iterator-item').filter({ hasText: 'Z-API' });

	async function openNodesPanel(): Promise<void> {
		await editor.show('/workflow/new');
		await editor.byTestId('canvas-plus-button').click();
	}

	see('the nodes panel finds the node by what people search for', async () => {
		await openNodesPanel();
		// test/unit/search.test.mts searches as the panel does, for all words.
		const searches = [
			'z-api',
			'whatsapp',
			'qr code',
			'desvincular',
			'botao',
			'catálogo',
			'mensaje',
		];
		for (const words of searches) {
			await editor.byTestId('node-creator-search-bar').fill(words);
			await result().waitFor();
			// What is found may be left over from the search before.
			await editor.page.waitForTimeout(SEARCH_MILLISECONDS);
			expect([words, await result().count()]).toEqual([words, 1]);
		}
		await editor.byTestId('node-creator-search-bar').fill('mensagem');
		await result().waitFor();
		await editor.takePicture('nodes-panel', editor.byTestId('node-creator'), { height: 270 });
		// The one entry for both nodes says what both do.
		await result().getByText('Send WhatsApp messages and manage chats').waitFor();
		await result().getByText('start a workflow when something happens').waitFor();
	});

	see(
		'the actions list offers to unlink groups, and a click adds it ready to fill in',
		async () => {
			await openNodesPanel();
			await editor.byTestId('node-creator-search-bar').fill('z-api');
			await result().first().click();
			const panel = editor.byTestId('node-creator');
			// In an empty workflow, n8n shows what can start it first.
			await panel.getByText(/^Actions \(/).click();
			await panel.getByText('Unlink groups from community').click();
			await editor.byTestId('node-parameters').waitFor();
			await editor.field('communityId').waitFor();
			await editor.field('groupsPhones').waitFor();
		},
	);

	seeIcons(unlinkGroups);

	see('the canvas says what the node does', async () => {
		await editor.openWorkflow([unlinkGroups()]);
		await editor.node('Z-API').getByText('Unlink Groups: Community').waitFor();
		await editor.openWorkflow([
			{ ...unlinkGroups(), parameters: { resource: 'group', operation: 'getAll' } },
		]);
		await editor.node('Z-API').getByText('Get Many: Group').waitFor();
	});
});
