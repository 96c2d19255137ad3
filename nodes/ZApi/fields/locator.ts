import type { INodeProperties } from 'n8n-workflow';

/** The texts of a resource locator. */
interface Words {
	displayName: string;
	name: string;
	description: string;
	/** Completes "Select a …". */
	what: string;
	/** The method that finds the entries of its list. */
	searchListMethod: string;
	/** An example of an ID. */
	example: string;
	hint: string;
}

/** @returns a field for something that is chosen from a list or given by its ID */
export function locator(words: Words): INodeProperties {
	const { displayName, name, description, what, searchListMethod, example, hint } = words;
	return {
		displayName,
		name,
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		description,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: `Select a ${what}...`,
				typeOptions: { searchListMethod, searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: `e.g. ${example}`,
				hint,
			},
		],
	};
}
