import { isDeepStrictEqual } from 'node:util';
import { messagesOf } from '../../emulator/messages.mts';
import { publishWorkflow, unpublishWorkflow } from '../examples.mts';
import { executionsOf, startWorkflow, waitForEnd, waitForPause } from '../executions.mts';
import { createDataTable } from './dataTable.mts';
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
 * Ana is asked. Bruno writes, which changes nothing; Ana answers, and then writes once more. At last, she answers a
 * question that nobody waits for any more.
 */
export const freeTextAnswer: ExampleRun = {
	file: 'free-text-answer.json',
	async run({ n8n, workflow, emulator, signal }) {
		const table = await createDataTable(n8n, 'WhatsApp questions', ['phone', 'resumeUrl']);
		await publishWorkflow(n8n, workflow, signal);
		const asking = await startWorkflow(n8n, workflow, startOf(workflow));
		await waitForPause(n8n, asking, signal);
		const open = await table.rows();

		let count = 1;
		const write = async (phone: string, text: string) => {
			emulator.whatsApp.write(phone, text);
			await emulator.tell();
			count += 1;
			const [, ...others] = await executionsOf(n8n, workflow, count, signal);
			return others;
		};
		await write(BRUNO, 'Oi!');
		const afterOther = await waitForPause(n8n, asking, signal);
		const isStillOpen = isDeepStrictEqual(await table.rows(), open);
		await write(ANA, 'Depois das 19h, pode ser?');
		const asked = await waitForEnd(n8n, asking, signal);
		await write(ANA, 'Obrigada!');
		await table.insert(open);
		const others = await write(ANA, 'Ainda dá tempo?');
		const left = await table.rows();
		await unpublishWorkflow(n8n, workflow, signal);

		const answers = asked.itemsOf('Use the Answer');
		const [question] = textsOf(messagesOf(emulator.state, ANA));
		return {
			passed:
				allSucceeded([asked, ...others]) &&
				isDeepStrictEqual(
					open.map(({ phone }) => phone),
					[ANA],
				) &&
				afterOther.status === 'waiting' &&
				isStillOpen &&
				isDeepStrictEqual(answers, [{ phone: ANA, answer: 'Depois das 19h, pode ser?' }]) &&
				left.length === 0,
			lines: [
				...describe(workflow, [asked, ...others]),
				`  Ana was asked ${quoted([question ?? ''])}; the workflow got: ${JSON.stringify(answers)}`,
			],
		};
	},
};
