import type { Account } from '../emulator/emulator.mts';

/**
 * Fails when a secret of the account shows in a text, as it is or as it looks inside an address.
 *
 * @throws Error that names which secret shows and quotes what stands around it, without the secret
 */
export function expectNoSecret(
	{ instance, token, clientToken }: Account,
	...texts: string[]
): void {
	for (const [name, secret] of Object.entries({ instance, token, clientToken })) {
		for (const form of [secret, encodeURIComponent(secret)]) {
			for (const text of texts) {
				const position = text.toLowerCase().indexOf(form.toLowerCase());
				if (form !== '' && position !== -1) {
					const around = text.slice(Math.max(0, position - 80), position);
					throw new Error(`The ${name} shows after: ${around}`);
				}
			}
		}
	}
}
