import {
	publishWorkflow,
	unpublishWorkflow,
	type SavedWorkflow,
} from '../../../tools/launcher/examples.mts';
import { executionsOf } from '../../../tools/launcher/executions.mts';
import { giveModel } from '../../../tools/launcher/ruleModel.mts';
import { PRODUCT_COLUMNS, PRODUCTS } from '../../../tools/launcher/runs/attendant.mts';
import { createDataTable } from '../../../tools/launcher/runs/dataTable.mts';
import { exampleIn } from '../../../tools/launcher/runs/run.mts';
import { beginAnew, editor, n8n, see } from '../session.mts';
import { PhonePage } from './phonePage.mts';

describe('the attendant, on the phone', () => {
	beginAnew();

	see(
		'answers several texts at once from the table, and is silent while the business writes',
		async () => {
			const example = exampleIn(editor.launched.workflows, 'attendant.json');
			const phone = await PhonePage.open();
			const products = await createDataTable(n8n(), 'Products', PRODUCT_COLUMNS);
			await products.insert(PRODUCTS);
			const model = await giveModel(n8n(), [example]);
			const workflow = await n8n().get<SavedWorkflow>(`/rest/workflows/${example.id}`);
			try {
				await publishWorkflow(n8n(), workflow);
				await phone.open('Ana Souza');
				for (const text of ['Oi!', 'Quanto custa', 'o bolo de cenoura?']) await phone.write(text);
				await phone.got('Bolo de cenoura custa R$ 32.');

				await phone.writeAs('your business');
				await phone.tell('Oi, Ana, aqui é a Bia.');
				await phone.writeAs('the customer');
				await phone.tell('Oi, Bia!');
				const happened = phone.happened('Oi, Bia!');
				await happened.locator('summary').click();
				await happened.getByText('Paused').waitFor();

				await phone.writeAs('your business');
				await phone.tell('voltar');
				await phone.writeAs('the customer');
				await phone.write('E o pão?');
				await phone.got('Pão francês custa R$ 1.');
				await phone.write('Quero falar com uma pessoa');
				await phone.got('Alguém da equipe já vai responder.');
				await phone.tell('Está bem');
				expect(await phone.texts()).toEqual([
					'customer: Oi!',
					'customer: Quanto custa',
					'customer: o bolo de cenoura?',
					'business: Bolo de cenoura custa R$ 32.',
					'business: Oi, Ana, aqui é a Bia.',
					'customer: Oi, Bia!',
					'business: voltar',
					'customer: E o pão?',
					'business: Pão francês custa R$ 1.',
					'customer: Quero falar com uma pessoa',
					'business: Certo! Alguém da equipe já vai responder.',
					'customer: Está bem',
				]);
				expect(await executionsOf(n8n(), workflow, 3)).toHaveLength(3);
			} finally {
				await phone.close();
				await unpublishWorkflow(n8n(), workflow);
				await model.close();
			}
		},
	);
});
