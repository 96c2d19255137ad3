/** How a test writes to the emulator, and reads what has become of it. */
import { expect } from '@jest/globals';
import * as client from '../../tools/emulator/client.mts';
import type { Emulator, Message } from '../../tools/emulator/emulator.mts';
import { useEmulator } from '../useEmulator.mts';

export const ANA = '5511900000001';

export const BLOCK = '120363100000000012-group';

export let emulator: Emulator;

useEmulator((started) => (emulator = started));

export async function post(path: string, body: object) {
	const { status, body: answered } = await client.answer(emulator, path, { body });
	expect(status).toBe(200);
	return answered as { zaapId: string; messageId: string; id: string };
}

export function only<Item>(items: Item[]): Item {
	expect(items).toHaveLength(1);
	return items[0] as Item;
}

export function message({ messageId }: { messageId: string }): Message {
	return only(emulator.state.messages.filter((candidate) => candidate.messageId === messageId));
}

/** What is to be told, and hasn't been yet, in short. */
export function events(): unknown[] {
	return emulator.state.events.map(({ type, title, body }) => {
		const { error } = body as { error?: string };
		const what = type === 'MessageStatusCallback' ? title : error;
		return what === undefined ? type : `${type}: ${what}`;
	});
}

export const sendText = (phone: string, text: string, more: object = {}) =>
	post('/send-text', { phone, message: text, ...more });
