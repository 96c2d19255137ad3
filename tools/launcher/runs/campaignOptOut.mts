import { isDeepStrictEqual } from 'node:util';
import { messagesOf } from '../../emulator/messages.mts';
import { saveWorkflow } from '../differences.mts';
import {
	publishWorkflow,
	unpublishWorkflow,
	type ImportedWorkflow,
	type Workflow,
} from '../examples.mts';
import { executionsOf } from '../executions.mts';
import { useDataTable } from './dataTable.mts';
import {
	allSucceeded,
	ANA,
	BRUNO,
	describe,
	nodeOfType,
	quoted,
	textsOf,
	type ExampleRun,
} from './run.mts';

/** A workflow that people have already: something starts on messages, and the example is called first. */
export function callerOf(example: ImportedWorkflow): Workflow {
	const { credentials } = nodeOfType(example, 'n8n-nodes-z-api.zApi');
	const start = {
		...{ id: 'start', name: 'Z-API Trigger', type: 'n8n-nodes-z-api.zApiTrigger', credentials },
		...{ typeVersion: 1.2, position: [0, 0] },
		parameters: { events: ['messageReceived'] },
	};
	const call = {
		...{ id: 'call', name: 'Opt Out', type: 'n8n-nodes-base.executeWorkflow' },
		...{ typeVersion: 1.2, position: [224, 0] },
		parameters: { workflowId: { __rl: true, mode: 'id', value: example.id }, mode: 'once' },
	};
	return {
		name: 'Messages that come in',
		nodes: [start, call],
		connections: { [start.name]: { main: [[{ node: call.name, type: 'main', index: 0 }]] } },
	};
}

/** Ana leaves, twice; Bruno says something else. */
export const campaignOptOut: ExampleRun = {
	file: 'campaign-opt-out.json',
	async run({ n8n, emulator, workflow, signal }) {
		await publishWorkflow(n8n, workflow, signal);
		const caller = await saveWorkflow<ImportedWorkflow>(n8n, callerOf(workflow));
		await publishWorkflow(n8n, caller, signal);
		const said = ['Sair!', 'Quero sair, por favor', 'Quanto custa a cesta?'];
		for (const [index, text] of said.entries()) {
			emulator.whatsApp.write(index < 2 ? ANA : BRUNO, text);
			await emulator.tell();
			await executionsOf(n8n, caller, index + 1, signal);
		}
		const executions = await executionsOf(n8n, workflow, said.length, signal);
		await unpublishWorkflow(n8n, caller, signal);
		await unpublishWorkflow(n8n, workflow, signal);
		const table = await useDataTable(n8n, 'WhatsApp opt-outs', ['phone']);
		const phones = (await table.rows()).map(({ phone }) => phone ?? '');
		const told = textsOf(messagesOf(emulator.state, ANA).filter(({ fromMe }) => fromMe));
		return {
			passed:
				allSucceeded(executions) &&
				isDeepStrictEqual(
					phones.filter((phone) => phone === ANA),
					[ANA],
				) &&
				!phones.includes('') &&
				told.length === 2 &&
				messagesOf(emulator.state, BRUNO).filter(({ fromMe }) => fromMe).length === 0,
			lines: [...describe(workflow, executions), `  Opted out: ${quoted(phones)}`],
		};
	},
};
