import type { Account } from '../../tools/emulator/emulator.mts';

/** What the base64 of any text has in it that has the secret in it, wherever in the text that is. */
function base64Forms(secret: string): string[] {
	return [0, 1, 2].flatMap((offset) => {
		const padding = Buffer.alloc(offset);
		const whole = Buffer.concat([padding, Buffer.from(secret)]);
		// The characters at both ends depend on what stands around the secret.
		const first = Math.ceil((offset * 8) / 6);
		const form = whole.toString('base64').slice(first, Math.floor((whole.length * 8) / 6));
		return [form, form.replaceAll('+', '-').replaceAll('/', '_')];
	});
}

/** A secret with every character percent-encoded, as some servers write addresses. */
function percentEncoded(secret: string): string {
	return Buffer.from(secret).toString('hex').replace(/../g, '%$&');
}

/**
 * Looks for a secret of the account: as it is, as it looks inside an address or JSON (in any case), or in base64.
 *
 * @returns which secret shows first and where; undefined if none does
 */
export function findSecret(
	{ instance, token, clientToken }: Account,
	text: string,
): { name: string; position: number } | undefined {
	const lowerCase = text.toLowerCase();
	for (const [name, secret] of Object.entries({ instance, token, clientToken })) {
		if (secret === '') continue;
		const inAnyCase = new Set(
			[
				secret,
				encodeURIComponent(secret),
				percentEncoded(secret),
				JSON.stringify(secret).slice(1, -1),
			].map((form) => form.toLowerCase()),
		);
		for (const form of inAnyCase) {
			const position = lowerCase.indexOf(form);
			if (position !== -1) return { name, position };
		}
		for (const form of new Set(base64Forms(secret))) {
			const position = text.indexOf(form);
			if (position !== -1) return { name, position };
		}
	}
	return undefined;
}

/**
 * Fails when a secret of the account shows in a text, in any form that {@link findSecret} knows.
 *
 * @throws Error that names which secret shows and quotes what stands around it, without the secret
 */
export function expectNoSecret(account: Account, ...texts: string[]): void {
	for (const text of texts) {
		const found = findSecret(account, text);
		if (!found) continue;
		const around = text.slice(Math.max(0, found.position - 80), found.position);
		throw new Error(`The ${found.name} shows after: ${around}`);
	}
}
