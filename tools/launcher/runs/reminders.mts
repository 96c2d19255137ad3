import { isDeepStrictEqual } from 'node:util';
import { messagesOf } from '../../emulator/messages.mts';
import { publishWorkflow, unpublishWorkflow } from '../examples.mts';
import { executionsOf, startWorkflow, waitForEnd } from '../executions.mts';
import { waitUntil } from '../waiting.mts';
import { useDataTable } from './dataTable.mts';
import {
	ANA,
	BRUNO,
	change,
	describe,
	quoted,
	startOf,
	textsOf,
	withParameters,
	type ExampleRun,
} from './run.mts';

const CAMILA = '5511900000003';
/** The columns that the example's note asks for. */
export const REMINDER_COLUMNS = ['name', 'phone', 'appointment', 'status', 'answer'];
const ROWS: Array<Record<string, string>> = [
	{ name: 'Ana', phone: '+55 (11) 90000-0001', appointment: 'quinta-feira, às 15h' },
	{ name: 'Bruno', phone: '5511900000002', appointment: 'sexta-feira, às 9h' },
	{ name: 'Camila', phone: CAMILA, appointment: 'sexta-feira, às 10h' },
	{ name: 'Diego', phone: '90', appointment: 'sexta-feira, às 11h' },
	{ name: 'Eduarda', phone: '5511900000005', appointment: 'hoje', status: 'answered' },
];

/** The run that creates the table, the one that goes through it, and one for each person without a status. */
const EXECUTIONS = 6;

/** n8n looks once a minute for what has waited long enough. */
const LIMIT_MILLISECONDS = 150_000;

/** Only Camila has next to no time. */
const limitWaitTime = {
	values: {
		limitType: 'afterTimeInterval',
		resumeAmount: "={{ $('Mark as Asked').first().json.name === 'Camila' ? 0.02 : 60 }}",
		resumeUnit: 'minutes',
	},
};

/**
 * Ana, Bruno and Camila are asked at once. Bruno answers before Ana, and Camila not at all; Diego's number is wrong,
 * and Eduarda has answered before.
 */
export const reminders: ExampleRun = {
	file: 'reminders.json',
	async run(stage) {
		const { n8n, emulator, signal } = stage;
		const { workflow } = await change(stage, {
			Ask: withParameters({ options: { limitWaitTime } }),
		});
		// The first run finds no table, and creates it.
		const first = await startWorkflow(n8n, workflow, startOf(workflow));
		const created = await waitForEnd(n8n, first, signal);
		const table = await useDataTable(n8n, 'WhatsApp reminders', REMINDER_COLUMNS);
		await table.insert(ROWS);
		await publishWorkflow(n8n, workflow, signal);
		const id = await startWorkflow(n8n, workflow, startOf(workflow));
		const whole = await waitForEnd(n8n, id, signal);
		const before = await executionsOf(n8n, workflow, EXECUTIONS, signal);
		const asked = [ANA, BRUNO, CAMILA].map((phone) => textsOf(messagesOf(emulator.state, phone)));
		const open = before.filter(({ status }) => status === 'waiting').length;

		const outcomes = async () =>
			(await table.rows()).map(({ name, status, answer }) => `${name}: ${status} ${answer}`);
		const answer = async (phone: string, text: string, outcome: string) => {
			emulator.whatsApp.write(phone, text);
			await emulator.tell();
			await waitUntil(outcome, async () => (await outcomes()).includes(outcome), signal);
		};
		await answer(BRUNO, '2', 'Bruno: answered Não posso ir');
		await answer(ANA, 'Sim, confirmo!', 'Ana: answered Sim, confirmo');
		const isOver = async () => (await outcomes()).includes('Camila: no answer ');
		await waitUntil('time is up for Camila', isOver, signal, LIMIT_MILLISECONDS);
		const executions = await executionsOf(n8n, workflow, EXECUTIONS, signal);
		await unpublishWorkflow(n8n, workflow, signal);

		const results = await outcomes();
		return {
			passed:
				whole.status === 'success' &&
				open === asked.length &&
				asked.every((texts) => texts.length === 1) &&
				executions.length === EXECUTIONS &&
				created.status === 'success' &&
				executions.every(({ status }) => status === 'success') &&
				String(results[3]).startsWith('Diego: failed To ') &&
				isDeepStrictEqual(results.toSpliced(3, 1), [
					'Ana: answered Sim, confirmo',
					'Bruno: answered Não posso ir',
					'Camila: no answer ',
					'Eduarda: answered ',
				]),
			lines: [
				...describe(workflow, executions),
				`  ${open} people were asked at once; the table got: ${quoted(results)}`,
			],
		};
	},
};
