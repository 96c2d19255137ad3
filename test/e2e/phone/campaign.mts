import { saveWorkflow } from '../../../tools/launcher/differences.mts';
import {
	publishWorkflow,
	unpublishWorkflow,
	type ImportedWorkflow,
} from '../../../tools/launcher/examples.mts';
import { runWorkflow } from '../../../tools/launcher/executions.mts';
import {
	CAMPAIGN_COLUMNS,
	never,
	withSettings,
} from '../../../tools/launcher/runs/campaignFromTable.mts';
import { callerOf } from '../../../tools/launcher/runs/campaignOptOut.mts';
import { createDataTable } from '../../../tools/launcher/runs/dataTable.mts';
import {
	ANA,
	BRUNO,
	change,
	exampleIn,
	startOf,
	withParameters,
} from '../../../tools/launcher/runs/run.mts';
import { waitUntil } from '../../../tools/launcher/waiting.mts';
import { beginAnew, editor, n8n, see } from '../session.mts';
import { PhonePage } from './phonePage.mts';

const PEOPLE = [
	{ name: 'Ana', phone: ANA },
	{ name: 'Bruno', phone: BRUNO },
];
const OPTED_OUT = 'Pronto! Você não recebe mais os nossos avisos.';

describe('a campaign, on the phone', () => {
	beginAnew();

	see('reaches everybody in the table, and nobody who has written SAIR', async () => {
		const { workflows } = editor.launched;
		const table = await createDataTable(n8n(), 'WhatsApp campaign', CAMPAIGN_COLUMNS);
		await table.insert(PEOPLE);
		const { workflow: campaign } = await change(
			{
				...{ n8n: n8n(), workflows, emulator: editor.emulator },
				workflow: exampleIn(workflows, 'campaign-from-table.json'),
			},
			{
				Settings: withSettings({ dryRun: false, rowsPerRun: 10 }),
				'Every Minute': never,
				Wait: withParameters({ amount: 1, unit: 'seconds' }),
			},
		);
		const optOut = exampleIn(workflows, 'campaign-opt-out.json');
		const caller = await saveWorkflow<ImportedWorkflow>(n8n(), callerOf(optOut));
		// n8n publishes what calls another one only after that.
		const published = [campaign, optOut, caller];
		const run = async () => {
			const { status } = await runWorkflow(n8n(), campaign, startOf(campaign));
			expect(status).toBe('success');
		};
		const phone = await PhonePage.open();
		try {
			for (const workflow of published) await publishWorkflow(n8n(), workflow);
			await run();
			for (const name of ['Ana Souza', 'Bruno Carvalho']) {
				await phone.page.locator('.chat', { hasText: name }).getByLabel('1 unread').waitFor();
				await phone.open(name);
				await phone.got(`${name.split(' ')[0]}!`);
			}
			await phone.write('SAIR');
			await phone.got(OPTED_OUT);

			await table.insert(PEOPLE);
			await run();
			const statuses = (await table.rows()).map(({ name, status }) => `${name}: ${status}`);
			expect(statuses).toEqual(['Ana: queued', 'Bruno: queued', 'Ana: queued', 'Bruno: opted out']);
			const isTold = async () =>
				(await table.rows()).filter(({ sent }) => sent !== '').length === 3;
			await waitUntil('it is known what became of the messages', isTold);
			const [, ...answered] = await phone.texts();
			expect(answered).toEqual(['customer: SAIR', `business: ${OPTED_OUT}`]);
			await phone.open('Ana Souza');
			await phone.messages.getByText('Ana!').nth(1).waitFor();
			expect(await phone.texts()).toEqual([
				expect.stringContaining('Ana!'),
				expect.stringContaining('Ana!'),
			]);
		} finally {
			await phone.close();
			for (const workflow of published.toReversed()) await unpublishWorkflow(n8n(), workflow);
		}
	});
});
