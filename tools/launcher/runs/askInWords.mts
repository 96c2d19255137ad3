import { isDeepStrictEqual } from 'node:util';
import { messagesOf } from '../../emulator/messages.mts';
import { publishWorkflow, unpublishWorkflow } from '../examples.mts';
import { executionsOf, startWorkflow, waitForEnd, waitForPause } from '../executions.mts';
import {
	allSucceeded,
	ANA,
	BRUNO,
	describe,
	quoted,
	startOf,
	textsOf,
	type ExampleRun,
} from './run.mts';

/**
 * Ana confirms her appointment. Asked about another one, she isn't sure, then wants another day, and chooses it; asked
 * once more, no day suits. What Bruno writes meanwhile, and what Ana writes afterwards, is no answer.
 */
export const askInWords: ExampleRun = {
	file: 'ask-in-words.json',
	async run({ n8n, workflow, emulator, signal }) {
		await publishWorkflow(n8n, workflow, signal);
		const write = async (phone: string, text: string) => {
			emulator.whatsApp.write(phone, text);
			await emulator.tell();
		};
		const answer = async (...texts: string[]) => {
			const id = await startWorkflow(n8n, workflow, startOf(workflow));
			for (const text of texts) {
				await waitForPause(n8n, id, signal);
				await write(ANA, text);
			}
			return await waitForEnd(n8n, id, signal);
		};
		const confirmed = await answer('Sim, confirmo!');
		await write(BRUNO, 'Vocês abrem hoje?');
		const moved = await answer('não sei', 'Prefiro outro dia', 'pode ser na quarta');
		const unsettled = await answer('2', 'nenhum desses dias');
		await write(ANA, 'Obrigada!');
		const executions = await executionsOf(n8n, workflow, 5, signal);
		await unpublishWorkflow(n8n, workflow, signal);

		const others = executions.flatMap((execution) => execution.itemsOf('Other Messages'));
		const told = textsOf(messagesOf(emulator.state, ANA).filter(({ fromMe }) => fromMe));
		const team = textsOf(messagesOf(emulator.state, BRUNO).filter(({ fromMe }) => fromMe));
		const confirmations = told.filter((text) => text.startsWith('Combinado'));
		return {
			passed:
				allSucceeded([confirmed, moved, unsettled, ...executions]) &&
				isDeepStrictEqual(confirmations, [
					'Combinado, Ana! Esperamos você: quinta-feira, às 15h.',
					'Combinado, Ana! Esperamos você: quarta-feira, às 15h.',
				]) &&
				told.filter((text) => text === '1. Sim, confirmo\n2. Outro dia').length === 1 &&
				team.length === 1 &&
				String(team[0]).endsWith('Última resposta: nenhum desses dias') &&
				others.length === 2,
			lines: [
				...describe(workflow, executions),
				`  Ana was told: ${quoted(confirmations)}`,
				`  The team was told: ${quoted(team)}`,
			],
		};
	},
};
