/** How the emulator is called, and what of its seed the tests know. */
import { expect } from '@jest/globals';
import * as client from '../../tools/emulator/client.mts';
import {
	startEmulator,
	type Emulator,
	type EmulatorOptions,
} from '../../tools/emulator/emulator.mts';
import { useEmulator } from '../useEmulator.mts';
import { seedState } from '../../tools/emulator/seed.mts';

export const [condominium, school, church] = seedState().communities as [Seed, Seed, Seed];

export type Seed = ReturnType<typeof seedState>['communities'][number];

export let emulator: Emulator;

useEmulator((started) => (emulator = started));

export const { ok } = client;

export type Call = client.Call & { of?: Emulator };

export async function send(path: string, { of = emulator, ...call }: Call = {}) {
	return client.send(of, path, call);
}

export async function answer(path: string, { of = emulator, ...call }: Call = {}) {
	return client.answer(of, path, call);
}

export function refused(status: number, error: unknown = expect.any(String)) {
	return client.refused(status, error);
}

export function phonesOf(community: Seed) {
	return community.subGroups
		.filter(({ isGroupAnnouncement }) => !isGroupAnnouncement)
		.map(({ phone }) => phone);
}

export function first(community: Seed) {
	return phonesOf(community)[0] as string;
}

export function change(verb: 'link' | 'unlink', communityId: unknown, groupsPhones: unknown) {
	return answer(`/communities/${verb}`, { body: { communityId, groupsPhones } });
}

export async function withEmulator(
	options: EmulatorOptions,
	use: (other: Emulator) => Promise<void>,
) {
	const other = await startEmulator(options);
	try {
		await use(other);
	} finally {
		await other.close();
	}
}
