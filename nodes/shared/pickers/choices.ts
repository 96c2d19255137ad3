import type { IDataObject } from 'n8n-workflow';

/** Something that a user chooses from a list: what they see, and what it stands for. */
export interface Choice {
	name: string;
	value: string;
}

/** @returns the objects in what should be a list of them; whatever else an answer has in its place is left out */
export function objectsIn(list: unknown): IDataObject[] {
	const entries: unknown[] = Array.isArray(list) ? list : [];
	return entries.filter(
		(entry): entry is IDataObject => typeof entry === 'object' && entry !== null,
	);
}

/**
 * Makes the choices of a list, in the order of their names. What has no name shows its ID; what shares its name
 * with another shows both.
 *
 * @param entries what can be chosen; what has no ID can't be
 */
export function toChoices(entries: Array<{ name?: unknown; id: unknown }>): Choice[] {
	const choices = entries.flatMap(({ name, id }) =>
		typeof id === 'string' && id !== '' ? [{ name: typeof name === 'string' ? name : '', id }] : [],
	);
	const names = choices.map(({ name, id }) => name || id);
	const counts = new Map<string, number>();
	for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
	return choices
		.map(({ id }, index) => {
			const name = names[index] ?? id;
			return { name: counts.get(name) === 1 ? name : `${name} (${id})`, value: id };
		})
		.sort((a, b) => a.name.localeCompare(b.name));
}
