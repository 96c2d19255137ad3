import { CONDOMINIUM, trigger, unlinkGroups } from './communities.mts';
import { beginAnew, editor, see } from '../session.mts';

describe('pictures for the README', () => {
	beginAnew();

	see('the panel with a community and groups chosen by name', async () => {
		await editor.openWorkflow([trigger, unlinkGroups()], [['Start', 'Z-API']]);
		await editor.openNode('Z-API');
		await editor.chooseFromList(CONDOMINIUM);
		await editor.tickGroups('Bloco A', 'Reforma do salão de festas');
		await editor.executeStep();
		await editor.byTestId('output-panel').getByText('success').first().waitFor();
		await editor.takePicture('unlink-groups', editor.byTestId('ndv'), { height: 460 });
	});
});
