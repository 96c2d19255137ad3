import { allSucceeded, describe, runPublished, type ExampleRun } from './run.mts';

/** The connection breaks. */
export const tellTeamWhenDisconnected: ExampleRun = {
	file: 'tell-team-when-disconnected.json',
	async run(stage) {
		const executions = await runPublished(
			stage,
			async () => await stage.emulator.emit({ type: 'DisconnectedCallback' }),
		);
		const [item] = executions.flatMap((execution) =>
			execution.itemsOf('Send It to Your Team'),
		) as Array<{ text?: string }>;
		return {
			passed:
				allSucceeded(executions) &&
				item?.text?.includes('27/01/2020 19:15: Device has been disconnected') === true,
			lines: [...describe(stage.workflow, executions), `  ${item?.text ?? 'It gave nothing'}`],
		};
	},
};
