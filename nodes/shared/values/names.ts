import { InvalidValue, quote } from './invalidValue';
import { searchable } from './searchable';
import { trimText } from './cleanText';

/** An entry of a list of Z-API's: what people call it, and its ID. */
export interface NamedEntry {
	name: string;
	id: string;
}

/** How many entries an error names. */
const MOST_SHOWN = 3;

/** Normalizes a name for comparing. */
function normalizeName(name: string): string {
	return searchable(trimText(name)).replace(/\s+/g, ' ');
}

/** Emojis, and what joins and colors them. */
const EMOJIS = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u200D]/gu;

/** Nobody types the emojis of a name. */
function withoutEmojis(name: string): string {
	return normalizeName(name.replace(EMOJIS, ''));
}

/** How many letters have to change to make one name of another (Levenshtein distance). */
function distance(from: string, to: string): number {
	let row = Array.from({ length: to.length + 1 }, (_, index) => index);
	for (let i = 1; i <= from.length; i++) {
		const next = [i];
		for (let j = 1; j <= to.length; j++) {
			const change = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
			next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change));
		}
		row = next;
	}
	return row[to.length] ?? 0;
}

/** Longer names are compared by their beginning, and longer lists not at all, so that an error doesn't take long. */
const LONGEST_COMPARED = 60;
const MOST_COMPARED = 2_000;

/** The entries whose names are the nearest, those that contain the text first. */
function nearest(text: string, entries: NamedEntry[]): NamedEntry[] {
	const wanted = normalizeName(text).slice(0, LONGEST_COMPARED);
	return entries
		.filter(({ name }) => name !== '')
		.slice(0, MOST_COMPARED)
		.map((entry) => {
			const name = normalizeName(entry.name).slice(0, LONGEST_COMPARED);
			return { entry, far: name.includes(wanted) ? 0 : distance(wanted, name) };
		})
		.sort((a, b) => a.far - b.far)
		.slice(0, MOST_SHOWN)
		.map(({ entry }) => entry);
}

function shown(entries: NamedEntry[]): string {
	return entries.map(({ name, id }) => `${quote(name)} (${id})`).join(', ');
}

/**
 * Finds the ID that is meant by a text.
 *
 * @param text an ID or a name
 * @param entries all that there are. An ID among them counts first, then a name, in which case and accents don't matter,
 *   then a name without its emojis.
 * @param what what the entries are, as in "group"
 * @throws InvalidValue when no entry is called so, or several are
 */
export function idOfName(text: string, entries: NamedEntry[], what: string): string {
	if (entries.some(({ id }) => id === text)) return text;
	const wanted = normalizeName(text);
	const called = (read: (name: string) => string) =>
		entries.filter(({ name }) => read(name) === wanted);
	const exact = called(normalizeName);
	const matches = exact.length > 0 ? exact : called(withoutEmojis);
	const [match] = matches;
	if (match && matches.length === 1) return match.id;
	if (match) {
		throw new InvalidValue(
			`is the name of ${matches.length} ${what}s: ${quote(text)}`,
			`Use the ID of the one that you mean: ${matches.map(({ id }) => id).join(', ')}.`,
		);
	}
	const close = nearest(text, entries);
	throw new InvalidValue(
		`isn't the name or the ID of a ${what}: ${quote(text)}`,
		close.length === 0
			? `There is no ${what} with a name. Use an ID.`
			: `The nearest names are: ${shown(close)}.`,
	);
}
