/**
 * Hides secrets in what people are shown, even if they are only the emulator's.
 *
 * @param secrets an account's values; empty ones are none
 * @returns the text with asterisks in their place
 */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
	return secrets
		.filter((secret) => secret !== '')
		.reduce((hidden, secret) => hidden.replaceAll(secret, '***'), text);
}
