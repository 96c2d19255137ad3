/** Communities of the emulator, and what it says of them. */
import * as client from '../../tools/emulator/client.mts';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import { useEmulator } from '../useEmulator.mts';
import { seedState } from '../../tools/emulator/seed.mts';
import type { Group } from '../../tools/emulator/types.mts';

export const [condominium, school, church, club] = seedState().communities as [
	Seed,
	Seed,
	Seed,
	Seed,
];

export type Seed = ReturnType<typeof seedState>['communities'][number];

export let emulator: Emulator;

useEmulator((started) => (emulator = started));

export const { ok, refused } = client;

export function answer(path: string, call?: client.Call) {
	return client.answer(emulator, path, call);
}

export function phonesOf(community: Seed) {
	return community.subGroups
		.filter(({ isGroupAnnouncement }) => !isGroupAnnouncement)
		.map(({ phone }) => phone);
}

export function first(community: Seed) {
	return phonesOf(community)[0] as string;
}

export function announcement(community: Seed) {
	return community.subGroups.find((group) => group.isGroupAnnouncement)?.phone as string;
}

export function change(verb: 'link' | 'unlink', communityId: unknown, groupsPhones: unknown) {
	return answer(`/communities/${verb}`, { body: { communityId, groupsPhones } });
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
