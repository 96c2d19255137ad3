/** How lists to choose from fail. */
import type { NodeApiError } from 'n8n-workflow';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import { useEmulator } from '../useEmulator.mts';
import type { RunOptions } from './harness.mts';

export let emulator: Emulator;

export let account: RunOptions['account'];

useEmulator((started, itsAccount) => {
	emulator = started;
	account = itsAccount;
});

export const failures: Array<[string, () => void, RegExp, RegExp]> = [
	[
		'a refusal',
		() => emulator.misbehave({ answer: { status: 401, body: { error: 'null not allowed' } } }),
		/null not allowed/,
		/Client-Token/,
	],
	[
		'a broken connection',
		() => emulator.misbehave({ hangUp: 'before' }),
		/broke/,
		/^Try again\. You can also enter an ID/,
	],
	[
		'garbage',
		() => emulator.misbehave({ answer: { body: '<title>Oops</title>' } }),
		/Oops/,
		/Base URL/,
	],
	[
		'a fault',
		() => emulator.misbehave({ answer: { status: 502 } }),
		/status 502/,
		/Z-API's side\. Try again\. You can also enter an ID/,
	],
];

/** Something that only reads has done nothing, and n8n's editor sets the time that it may take. */
const DOUBT = /carried out|[Ll]ook in WhatsApp|Request Options/;

/** Checks the error of a list of a resource locator, of which n8n's editor shows the message and the description. */
export async function expectListFailure(
	search: Promise<unknown>,
	message: RegExp,
	description: RegExp,
): Promise<void> {
	const error = (await search.catch((thrown: unknown) => thrown)) as NodeApiError;
	expect(error.name).toBe('NodeApiError');
	expect(error.message).toMatch(message);
	expect(error.description).toMatch(description);
	expect(error.description).not.toMatch(DOUBT);
}

/** Checks the error of a dropdown: n8n's editor shows its message only, and none at all of a NodeApiError. */
export async function expectDropdownFailure(
	load: Promise<unknown>,
	message: RegExp,
	description: RegExp,
): Promise<void> {
	const error = (await load.catch((thrown: unknown) => thrown)) as Error;
	expect(error.name).toBe('NodeOperationError');
	expect(error.message).toMatch(message);
	expect(error.message).toMatch(new RegExp(description.source.replace('^', '\\. ')));
	expect(error.message).not.toMatch(DOUBT);
}

/** The only option of an empty dropdown; it can't be chosen, and its value would be refused as empty. */
export function nothing(description: string): object {
	return { name: 'Nothing to Choose From', description, value: '', disabled: true };
}
