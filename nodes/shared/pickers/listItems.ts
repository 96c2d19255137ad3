import type { IDataObject } from 'n8n-workflow';

/** An entry of a list to choose from: what the user sees, and what it stands for. */
export interface ListItem {
	name: string;
	value: string;
}

/** @returns the objects in what should be a list of objects; anything else is left out */
export function objectsIn(list: unknown): IDataObject[] {
	const entries: unknown[] = Array.isArray(list) ? list : [];
	return entries.filter(
		(entry): entry is IDataObject => typeof entry === 'object' && entry !== null,
	);
}

/**
 * Makes the choices of a list, in the order of their names. An entry without a name shows its ID; entries with the same
 * name show both.
 *
 * @param entries what can be chosen; entries without an ID are left out
 */
export function toListItems(entries: Array<{ name?: unknown; id: unknown }>): ListItem[] {
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
