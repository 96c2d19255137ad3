import { seedAccount } from '../../tools/emulator/seed.mts';

/** What a text for users never has in it. */
const NOT_WORDS: Array<[string, RegExp]> = [
	['part of a stack', /\bat \S+ \(|\bat (file|node):|node_modules/],
	['an object as text', /\[object /],
	['undefined', /\bundefined\b/],
	['NaN', /\bNaN\b/],
	['an address of an instance', /\/instances\/|\/token\//],
	[
		"JavaScript's own words",
		/\b(TypeError|RangeError|SyntaxError|URIError|Cannot read|is not a function|call stack)\b/,
	],
];

/** So much of a secret is enough to recognise it. */
const HALF = 12;

/**
 * Tells what keeps a text from being something that a user can read.
 *
 * @param text an error, or what to do about it
 * @param from what the text may quote: what is there already doesn't count
 * @returns one problem a line; empty if there is none
 */
export function problemsWithWords(text: unknown, from = ''): string[] {
	if (typeof text !== 'string' || text.trim() === '') return [`no words: ${String(text)}`];
	const problems = NOT_WORDS.filter(([, pattern]) => pattern.test(text) && !pattern.test(from)).map(
		([what]) => `${what} in: ${text}`,
	);
	if (/\p{Cc}/u.test(text)) problems.push(`control characters in: ${JSON.stringify(text)}`);
	for (const [name, secret] of Object.entries(seedAccount)) {
		if (text.toLowerCase().includes(secret.slice(0, HALF).toLowerCase())) {
			problems.push(`part of the ${name}`);
		}
	}
	return problems;
}
