import type { INodeProperties } from 'n8n-workflow';
import type * as listSearch from '../../shared/pickers/listSearch';
import type { ReadFor } from '../../shared/values/values';
import type * as loadOptions from '../methods/loadOptions';
import { value, type Sending, type Value } from './field';
import { NUMBER_HINT, numberOption } from './numberOption';
import { propertyOf } from './text';

interface Details<Result> extends Sending<Result> {
	/** Completes "Select a …". */
	what: string;
	description: string;
	/** The method that finds the entries of its list. */
	search: keyof typeof listSearch;
	/** An example of an ID, if people can also enter one. */
	id?: string;
	/** The hint about IDs. */
	hint?: string;
	/** Whether people can also enter a phone number, which is then what the field starts with. */
	byPhone?: true;
}

/** Something that is chosen from a list or given by its ID. */
export function locator<Result>(
	name: string,
	label: string,
	details: Details<Result>,
): Value<Result> {
	const { what, search, byPhone = false, id, hint, description } = details;
	const offered = { phone: byPhone, list: true, id: id !== undefined };
	const property: INodeProperties = {
		displayName: label,
		name,
		type: 'resourceLocator',
		required: true,
		default: { mode: byPhone ? 'phone' : 'list', value: '' },
		description,
		modes: [
			{
				displayName: 'Phone',
				name: 'phone',
				type: 'string' as const,
				placeholder: 'e.g. +55 (44) 99999-9999',
				hint: NUMBER_HINT,
			},
			{
				displayName: 'From List',
				name: 'list',
				type: 'list' as const,
				placeholder: `Select a ${what}...`,
				typeOptions: { searchListMethod: search, searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string' as const,
				placeholder: `e.g. ${id ?? ''}`,
				hint,
			},
		].filter(({ name: mode }) => offered[mode as keyof typeof offered]),
	};
	return { ...value(property, details), ...(byPhone && { options: [numberOption] }) };
}

/** Several things that are chosen from a list or given by their IDs. */
export function multiOptions<Result>(
	name: string,
	label: string,
	details: Sending<Result> & {
		/** The method that loads the list, and the fields whose change loads it again. */
		load: keyof typeof loadOptions;
		dependsOn?: string[];
		hint?: string;
		read: ReadFor<Result>;
	},
): Value<Result> {
	const { load, dependsOn, hint } = details;
	const property = propertyOf(name, label, 'multiOptions', [], {
		typeOptions: {
			loadOptionsMethod: load,
			...(dependsOn && { loadOptionsDependsOn: dependsOn }),
		},
		required: true,
		hint,
		description:
			'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	});
	return value(property, details);
}
