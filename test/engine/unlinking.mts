/** How groups are unlinked from a community. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import { useEmulator } from '../useEmulator.mts';
import { runNode, type RunOptions } from './harness.mts';

export let emulator: Emulator;

export let account: RunOptions['account'];

/** The community with the most groups, and its ordinary groups. */
export let communityId: string;

export let groups: string[];

useEmulator((started, itsAccount) => {
	emulator = started;
	account = itsAccount;
});

beforeEach(() => {
	const [community] = [...emulator.state.communities].sort(
		(a, b) => b.subGroups.length - a.subGroups.length,
	);
	communityId = community?.id ?? '';
	groups = (community?.subGroups ?? [])
		.filter(({ isGroupAnnouncement }) => !isGroupAnnouncement)
		.map(({ phone }) => phone);
});

/** Both fields take their value from the item, as behind a trigger. */
export function fromItem(changes: INodeParameters = {}): INodeParameters {
	return {
		resource: 'community',
		operation: 'unlinkGroups',
		communityId: { __rl: true, mode: 'id', value: '={{ $json.community }}' },
		groupsPhones: '={{ $json.groups }}',
		...changes,
	};
}

export function unlink(items: IDataObject[], options: Partial<RunOptions> = {}) {
	return runNode({ account, parameters: fromItem(), items, ...options });
}
