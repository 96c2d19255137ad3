import { isDeepStrictEqual } from 'node:util';
import { messagesOf } from '../../emulator/messages.mts';
import { startAnsweringModel } from '../model.mts';
import {
	allSucceeded,
	ANA,
	change,
	describe,
	quoted,
	runPublished,
	textsOf,
	type ExampleRun,
} from './run.mts';

/** A model that stands in for a real one answers a question. */
export const answerWithAi: ExampleRun = {
	file: 'answer-with-ai.json',
	async run(stage) {
		const { n8n, emulator, workflow } = stage;
		const model = await startAnsweringModel('Sim, **até as 20h**.');
		try {
			const { id, name } = await n8n.post<{ id: string; name: string }>('/rest/credentials', {
				...{ name: 'OpenAI', type: 'openAiApi', data: model.credential },
			});
			const ready = await change(stage, {
				'Chat Model': (node) => ({ ...node, credentials: { openAiApi: { id, name } } }),
			});
			const executions = await runPublished(ready, async () => {
				emulator.whatsApp.write(ANA, 'Vocês abrem hoje?');
				await emulator.tell();
			});
			const [question = '', ...answers] = textsOf(messagesOf(emulator.state, ANA));
			return {
				passed:
					allSucceeded(executions) &&
					isDeepStrictEqual(answers, ['Sim, *até as 20h*.']) &&
					model.asked.some(({ text }) => text.includes(question)),
				lines: [
					...describe(workflow, executions),
					`  Ana asked ${quoted([question])}, and got: ${quoted(answers)}`,
				],
			};
		} finally {
			await model.close();
		}
	},
};
