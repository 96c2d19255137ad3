/** Something that a user chooses from a list: what they see, and what it stands for. */
export interface Choice {
	name: string;
	value: string;
}

/**
 * Makes the choices of a list, in the order of their names. What has no name shows its ID; what shares its name
 * with another shows both.
 *
 * @param entries what can be chosen
 */
export function toChoices(entries: Array<{ name?: string; id: string }>): Choice[] {
	const names = entries.map(({ name, id }) => name || id);
	const counts = new Map<string, number>();
	for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
	return entries
		.map(({ id }, index) => {
			const name = names[index] ?? id;
			return { name: counts.get(name) === 1 ? name : `${name} (${id})`, value: id };
		})
		.sort((a, b) => a.name.localeCompare(b.name));
}
