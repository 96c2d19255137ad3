import { isDeepStrictEqual } from 'node:util';
import { messagesOf } from '../../emulator/messages.mts';
import { allSucceeded, describe, quoted, runPublished, textsOf, type ExampleRun } from './run.mts';

const GROUP = '120363100000000012-group';
const NEWCOMER = '5511900000012';

/** Someone joins a group. */
export const welcomeNewParticipants: ExampleRun = {
	file: 'welcome-new-participants.json',
	async run(stage) {
		const { workflow, emulator } = stage;
		const executions = await runPublished(stage, async () => {
			emulator.whatsApp.joinGroup(GROUP, NEWCOMER);
			await emulator.tell();
		});
		const messages = messagesOf(emulator.state, GROUP);
		const texts = textsOf(messages);
		return {
			passed:
				allSucceeded(executions) &&
				texts.length === 1 &&
				texts.join().includes(`@${NEWCOMER}`) &&
				isDeepStrictEqual(messages[0]?.fields?.mentioned, [NEWCOMER]),
			lines: [...describe(workflow, executions), `  The group was told: ${quoted(texts)}`],
		};
	},
};
