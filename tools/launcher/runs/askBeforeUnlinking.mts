import { isDeepStrictEqual } from 'node:util';
import { messagesOf } from '../../emulator/messages.mts';
import { publishWorkflow, unpublishWorkflow } from '../examples.mts';
import { startWorkflow, waitForEnd, waitForPause } from '../executions.mts';
import { poll } from '../waiting.mts';
import { ANA, describe, exampleIn, pressButton, quoted, startOf, type ExampleRun } from './run.mts';

/** Any published workflow that gets messages takes the answers. */
const LISTENING = 'unlink-group-on-command.json';

/** Ana says no to the first group, and yes to the second. */
export const askBeforeUnlinking: ExampleRun = {
	file: 'ask-before-unlinking.json',
	async run({ n8n, workflows, workflow, emulator, signal }) {
		const listening = exampleIn(workflows, LISTENING);
		await publishWorkflow(n8n, listening, signal);
		const asking = await startWorkflow(n8n, workflow, startOf(workflow));
		const said: string[] = [];
		for (const [turn, label] of ['Não', 'Sim'].entries()) {
			const question = await poll(
				() => messagesOf(emulator.state, ANA).filter(({ fromMe }) => fromMe)[turn],
				() => `Ana hadn't been asked ${turn + 1} times`,
				signal,
			);
			await waitForPause(n8n, asking, signal);
			pressButton(emulator, question, label);
			await emulator.tell();
			said.push(`${String(question.fields?.message)} ${label}`);
		}
		const execution = await waitForEnd(n8n, asking, signal);
		await unpublishWorkflow(n8n, listening, signal);
		const unlinked = emulator.requests
			.filter(({ path }) => path === '/communities/unlink')
			.map(({ body }) => (body as { groupsPhones: string[] }).groupsPhones);
		return {
			passed:
				execution.status === 'success' &&
				new Set(said).size === 2 &&
				isDeepStrictEqual(unlinked, [['120363100000000016-group']]),
			lines: [
				...describe(workflow, [execution]),
				...said.map((one) => `  ${one}`),
				`  Unlinked: ${quoted(unlinked.flat())}`,
			],
		};
	},
};
