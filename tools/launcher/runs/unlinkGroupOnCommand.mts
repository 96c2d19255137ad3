import { chosenIn, groupNames } from './communities.mts';
import { allSucceeded, describe, quoted, runPublished, textsOf, type ExampleRun } from './run.mts';

/** A group says the word, and before that something else that has the word in it. */
export const unlinkGroupOnCommand: ExampleRun = {
	file: 'unlink-group-on-command.json',
	async run(stage) {
		const { workflow, emulator } = stage;
		const { community } = chosenIn(workflow, emulator);
		const [phone = '', name = ''] = [...groupNames(community)][0] ?? [];
		const say = async (message: string) =>
			await emulator.emit({
				type: 'ReceivedCallback',
				body: { phone, isGroup: true, participantPhone: '5511900000001', text: { message } },
			});
		const executions = await runPublished(stage, async () => {
			await say('Vamos !sair?');
			await say('!sair');
		});
		const answers = textsOf(emulator.state.messages.filter(({ fromMe }) => fromMe));
		const isGone = !groupNames(community).has(phone);
		return {
			passed:
				executions.length === 1 &&
				allSucceeded(executions) &&
				isGone &&
				answers.length === 1 &&
				emulator.state.webhooks.ReceivedCallback === '',
			lines: [
				...describe(workflow, executions),
				`  "${name}" ${isGone ? 'left' : 'is still in'} "${community.name}", and was told: ${quoted(answers)}`,
			],
		};
	},
};
