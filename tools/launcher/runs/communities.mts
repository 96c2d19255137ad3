import type { Community, Emulator } from '../../emulator/types.mts';
import type { ImportedWorkflow } from '../examples.mts';
import { nodeOfType } from './run.mts';

/** What the example's node is set to. */
export interface Choice {
	communityId: { value: string };
	groupsPhones: string[];
}

/** @returns the groups by their phone; without the announcement group, which bears the community's own name */
export function groupNames({ subGroups }: Community): Map<string, string> {
	const groups = subGroups.filter(({ isGroupAnnouncement }) => !isGroupAnnouncement);
	return new Map(groups.map(({ phone, name }) => [phone, name]));
}

/**
 * @returns the emulator's community that the example is set to, and the groups that it is to unlink
 * @throws Error if the emulator has no such community
 */
export function chosenIn(
	workflow: ImportedWorkflow,
	{ state }: Emulator,
): { community: Community; groupsPhones: string[] } {
	const action = nodeOfType(workflow, 'n8n-nodes-z-api.zApi');
	const { communityId, groupsPhones } = action.parameters as unknown as Choice;
	const community = state.communities.find(({ id }) => id === communityId.value);
	if (community === undefined) {
		throw new Error(`The emulator lacks the community of ${workflow.file}`);
	}
	return { community, groupsPhones };
}
