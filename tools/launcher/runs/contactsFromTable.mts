import { isDeepStrictEqual } from 'node:util';
import { createDataTable } from './dataTable.mts';
import { allSucceeded, ANA, describe, quoted, runByHand, type ExampleRun } from './run.mts';

/** The columns that the example's note asks for. */
export const CONTACT_COLUMNS = ['name', 'phone'];
const ROWS = [
	{ name: 'Ana', phone: '+55 (11) 90000-0001' },
	// One of the contacts, without its ninth digit.
	{ name: 'Bruno', phone: '551100000002' },
	{ name: 'Sofia Prado', phone: '+55 (11) 95555-4444' },
];

/** The table and the contacts have some people in common; then they are in step, and a second run changes nothing. */
export const contactsFromTable: ExampleRun = {
	file: 'contacts-from-table.json',
	async run(stage) {
		const { n8n, emulator, workflow } = stage;
		const { state } = emulator;
		const table = await createDataTable(n8n, 'WhatsApp contacts', CONTACT_COLUMNS);
		await table.insert(ROWS);
		const before = state.contacts.map(({ name }) => name);
		const executions = [await runByHand(stage)];
		const contacts = state.contacts.map(({ name }) => name);
		const rows = await table.rows();
		executions.push(await runByHand(stage));

		const addedContacts = contacts.filter((name) => !before.includes(name));
		const addedRows = rows.slice(ROWS.length).map(({ name = '' }) => name);
		const isUnchanged =
			isDeepStrictEqual(await table.rows(), rows) &&
			isDeepStrictEqual(
				state.contacts.map(({ name }) => name),
				contacts,
			);
		return {
			passed:
				allSucceeded(executions) &&
				isUnchanged &&
				isDeepStrictEqual(rows.slice(0, ROWS.length), ROWS) &&
				isDeepStrictEqual(addedContacts, ['Sofia Prado']) &&
				isDeepStrictEqual(addedRows, ['Camila Ferreira', 'Diego Araújo', 'Eduarda Lima']) &&
				state.contacts.some(({ phone }) => phone === ANA),
			lines: [
				...describe(workflow, executions),
				`  New contacts: ${quoted(addedContacts)}; new rows of the table: ${quoted(addedRows)}`,
			],
		};
	},
};
