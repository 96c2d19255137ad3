/** Communities of the emulator, and what it says of them. */
import { seedState } from '../../tools/emulator/seed.mts';
import type { Group } from '../../tools/emulator/types.mts';
import { emulator, type Seed } from './emulatorCalls.mts';

export {
	answer,
	change,
	condominium,
	emulator,
	first,
	ok,
	phonesOf,
	refused,
	school,
	church,
	type Seed,
} from './emulatorCalls.mts';

export const club = seedState().communities[3] as Seed;

export function announcement(community: Seed) {
	return community.subGroups.find((group) => group.isGroupAnnouncement)?.phone as string;
}

export function groupOf(phone: string) {
	return emulator.state.groups.find((group) => group.phone === phone) as Group;
}

export function peopleIn(phone: string) {
	return groupOf(phone).participants.map((participant) => participant.phone);
}

/** Makes the connected number an ordinary member. */
export function resign(phone: string) {
	const group = groupOf(phone);
	group.participants = group.participants.map((participant) => ({
		...participant,
		isSuperAdmin:
			participant.phone === emulator.state.connectedPhone ? false : participant.isSuperAdmin,
	}));
}
