/** Groups of the emulator, and what it says of them. */
import { endpointOf } from '../../tools/contract/endpoints.mts';
import * as client from '../../tools/emulator/client.mts';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import { useEmulator } from '../useEmulator.mts';
import { seedState } from '../../tools/emulator/seed.mts';
import type { Group } from '../../tools/emulator/types.mts';

export const { connectedPhone, inviteOnlyPhones, communities } = seedState();

export const inviteOnly = inviteOnlyPhones[0] as string;

export const BARBECUE = '120363500000000051-group';

export const FAMILY = '120363500000000052-group';

export const OLD = '5511999999999-1623281429';

export const RUN = '120363500000000054-group';

export const OFFERS = '120363500000000055-group';

export const BOOKS = '120363500000000056-group';

export const BLOCK = '120363100000000012-group';

export const BLOCK_ANNOUNCEMENT = '120363100000000011-group';

export let emulator: Emulator;

useEmulator((started) => (emulator = started));

export const { ok, refused } = client;

export const [done, failed] = [ok({ value: true }), ok({ value: false })];

export const unknownGroup = refused(400, 'Group not found');

export function answer(path: string, call?: client.Call) {
	return client.answer(emulator, path, call);
}

export function post(path: string, body: object) {
	return answer(path, { body });
}

export function groupOf(phone: string) {
	return emulator.state.groups.find((group) => group.phone === phone) as Group;
}

export function peopleIn(phone: string) {
	return groupOf(phone).participants.map((participant) => participant.phone);
}

export function shapeOf(id: string) {
	return endpointOf(id).response.shape as object;
}

export async function metadata(phone: string) {
	return (await answer(`/group-metadata/${phone}`)).body as Record<string, unknown>;
}

export async function listed(query = '?page=1&pageSize=100') {
	return (await answer(`/groups${query}`)).body as Array<Record<string, unknown>>;
}
