import { isDeepStrictEqual } from 'node:util';
import { chosenIn, groupNames } from './communities.mts';
import { describe, nodeOfType, quoted, runByHand, type ExampleRun } from './run.mts';

/** What the node says is compared with what happened to the community. */
export const unlinkChosenGroups: ExampleRun = {
	file: 'unlink-chosen-groups.json',
	async run(stage) {
		const { workflow, emulator } = stage;
		const { community, groupsPhones } = chosenIn(workflow, emulator);
		const before = groupNames(community);
		const execution = await runByHand(stage);
		const after = groupNames(community);

		const { name } = nodeOfType(workflow, 'n8n-nodes-z-api.zApi');
		const items = execution.itemsOf(name);
		const gone = [...before.keys()].filter((phone) => !after.has(phone));
		return {
			passed:
				execution.status === 'success' &&
				isDeepStrictEqual(items, [{ success: true }]) &&
				isDeepStrictEqual(new Set(gone), new Set(groupsPhones)) &&
				gone.length > 0,
			lines: [
				...describe(workflow, [execution]),
				`  ${name} gave: ${items.length === 0 ? 'nothing' : JSON.stringify(items)}`,
				`  Groups that left "${community.name}": ${quoted(gone.map((phone) => before.get(phone) ?? phone))}`,
				`  Groups that stayed: ${quoted([...after.values()])}`,
			],
		};
	},
};
