import { describe, runByHand, type ExampleRun } from './run.mts';

/** Groups with the word in their names are gone, and all others are still there. */
export const communityHousekeeping: ExampleRun = {
	file: 'community-housekeeping.json',
	async run(stage) {
		const { workflow, emulator } = stage;
		const groups = () => emulator.state.communities.flatMap(({ subGroups }) => subGroups);
		const isMeant = ({ name }: { name: string }) => name.toLowerCase().includes('reforma');
		const meant = groups().filter(isMeant);
		const all = groups().length;

		const execution = await runByHand(stage);
		const reports = execution.itemsOf('Report: Unlinked') as Array<{ report: string }>;
		return {
			passed:
				execution.status === 'success' &&
				meant.length > 0 &&
				groups().length === all - meant.length &&
				!groups().some(isMeant) &&
				meant.every(({ name }) => reports.some(({ report }) => report.includes(name))),
			lines: [...describe(workflow, [execution]), ...reports.map(({ report }) => `  ${report}`)],
		};
	},
};
