import { toPersonPhone } from '../../shared/values/phones';
import { inBody, type ValueField } from './field';

/**
 * Makes the field for one person, where Z-API takes neither groups nor channels.
 *
 * @param displayName what the panel calls them
 * @param description who they are
 */
export function person(displayName: string, description: string): ValueField {
	return inBody(
		{
			displayName,
			name: 'phone',
			type: 'resourceLocator',
			required: true,
			default: { mode: 'phone', value: '' },
			description,
			modes: [
				{
					displayName: 'Phone',
					name: 'phone',
					type: 'string',
					placeholder: 'e.g. +55 (44) 99999-9999',
					hint: 'With country and area code; Brazil is 55',
				},
				{
					displayName: 'From List',
					name: 'list',
					type: 'list',
					placeholder: 'Select a person...',
					typeOptions: { searchListMethod: 'searchPeople', searchable: true },
				},
				{
					displayName: 'By ID',
					name: 'id',
					type: 'string',
					placeholder: 'e.g. 999999999999999@lid',
					hint: 'For a person without a number, the ID that ends in @lid',
				},
			],
		},
		toPersonPhone,
	);
}
