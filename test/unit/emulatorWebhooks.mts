/** How the addresses for events are set at the emulator, and shown. */
import webhooks from '../../tools/contract/webhooks.json' with { type: 'json' };
import * as client from '../../tools/emulator/client.mts';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import type { CallbackType } from '../../tools/emulator/types.mts';
import { useEmulator } from '../useEmulator.mts';

export let emulator: Emulator;

useEmulator((started) => (emulator = started));

export const { ok } = client;

export const get = (path: string, of = emulator) => client.answer(of, path);

export const put = (path: string, body: object, of = emulator) =>
	client.answer(of, path, { method: 'PUT', body });

export function refused(error: string) {
	return client.refused(400, error);
}

export const types = webhooks.map(({ event, configuredBy, meField }) => ({
	...{ type: event as CallbackType, path: configuredBy.replace('PUT ', ''), meField },
}));
