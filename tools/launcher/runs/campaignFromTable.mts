import { isDeepStrictEqual } from 'node:util';
import { messagesOf } from '../../emulator/messages.mts';
import { publishWorkflow, unpublishWorkflow } from '../examples.mts';
import type { Execution } from '../executions.mts';
import { waitUntil } from '../waiting.mts';
import { createDataTable } from './dataTable.mts';
import {
	allSucceeded,
	ANA,
	BRUNO,
	change,
	describe,
	quoted,
	runByHand,
	textsOf,
	withParameters,
	type ExampleRun,
} from './run.mts';

/** The columns that the example gives its table. */
export const CAMPAIGN_COLUMNS = [
	...['name', 'phone', 'status', 'reason', 'messageId', 'zaapId'],
	...['sent', 'received', 'read', 'failed'],
];
const ROWS: Array<Record<string, string>> = [
	{ name: 'Ana', phone: '+55 (11) 90000-0001' },
	{ name: 'Bruno', phone: '5511900000002' },
	{ name: 'Sofia', phone: '+55 (11) 95555-4444' },
	{ name: 'Camila', phone: '5511900000003' },
	{ name: 'Diego', phone: '5511900000004' },
	{ name: 'Eduarda', phone: '90' },
];

interface Settings {
	dryRun: boolean;
	rowsPerRun: number;
	minutesUntilUnknown?: number;
}

/** @returns a change for {@link change}: other settings of the campaign */
export function withSettings({ minutesUntilUnknown = 10, ...settings }: Settings) {
	const assignments = Object.entries({ ...settings, minutesUntilUnknown }).map(([name, value]) => ({
		id: name,
		name,
		type: typeof value,
		value,
	}));
	return withParameters({ assignments: { assignments } });
}

/** It is run by hand here. */
export const never = withParameters({
	rule: { interval: [{ field: 'cronExpression', expression: '0 0 1 1 *' }] },
});

/**
 * Ana gets her message, Bruno has opted out, Sofia isn't on WhatsApp, Camila's is refused, Z-API hangs up on Diego's,
 * and Eduarda's number is wrong. Nothing is sent in a dry run, and nothing twice.
 */
export const campaignFromTable: ExampleRun = {
	file: 'campaign-from-table.json',
	async run(stage) {
		const { n8n, emulator, signal } = stage;
		const table = await createDataTable(n8n, 'WhatsApp campaign', CAMPAIGN_COLUMNS);
		await table.insert(ROWS);
		const optOuts = await createDataTable(n8n, 'WhatsApp opt-outs', ['phone']);
		await optOuts.insert([{ phone: BRUNO }]);
		emulator.misbehave({
			when: ({ path, text }) => path === '/send-text' && text.includes('Camila'),
			answer: { status: 400, body: { error: 'Invalid phone' } },
		});
		emulator.misbehave({
			when: ({ path, text }) => path === '/send-text' && text.includes('Diego'),
			hangUp: 'during',
		});
		const executions: Execution[] = [];
		const runOnce = async (settings: Settings) => {
			const soon = withParameters({ amount: 1, unit: 'seconds' });
			const changes = { Settings: withSettings(settings), 'Every Minute': never, Wait: soon };
			const changed = await change({ ...stage, workflow }, changes);
			({ workflow } = changed);
			executions.push(await runByHand(changed));
		};
		let { workflow } = stage;
		const outcomes = async () =>
			(await table.rows()).map(({ name, status }) => `${name}: ${status}`);
		const posts = () => emulator.requests.filter(({ method }) => method === 'POST').length;

		await runOnce({ dryRun: true, rowsPerRun: 10 });
		const wouldSend = executions[0]?.itemsOf('Send Text') ?? [];
		const untouched = (await table.rows()).every(({ status }) => status === '') && posts() === 0;

		await runOnce({ dryRun: false, rowsPerRun: 1 });
		const afterOne = await outcomes();
		await runOnce({ dryRun: false, rowsPerRun: 10 });
		const sent = posts();
		await runOnce({ dryRun: false, rowsPerRun: 10 });
		const statuses = await outcomes();

		await publishWorkflow(n8n, workflow, signal);
		await emulator.tell();
		const isKnown = async () => (await table.rows())[0]?.sent !== '';
		await waitUntil('it is known what became of the message', isKnown, signal);
		await unpublishWorkflow(n8n, workflow, signal);
		const texts = textsOf(messagesOf(emulator.state, ANA));
		return {
			passed:
				allSucceeded(executions) &&
				untouched &&
				wouldSend.length === 3 &&
				(wouldSend as Array<{ dryRun?: unknown }>).every(({ dryRun }) => dryRun === true) &&
				isDeepStrictEqual(
					afterOne,
					ROWS.map(({ name }, index) => `${name}: ${index === 0 ? 'queued' : ''}`),
				) &&
				isDeepStrictEqual(statuses, [
					'Ana: queued',
					'Bruno: opted out',
					'Sofia: not on WhatsApp',
					'Camila: failed',
					'Diego: unknown',
					'Eduarda: failed',
				]) &&
				posts() === sent &&
				texts.length === 1 &&
				String(texts[0]).includes('Ana'),
			lines: [
				...describe(workflow, executions),
				`  ${wouldSend.length} would have been sent in a dry run; the table got: ${quoted(statuses)}`,
			],
		};
	},
};
