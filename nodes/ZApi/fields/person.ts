import { locator } from '../language/locator';
import { toPersonPhone } from '../../shared/values/phones';

/**
 * Makes the field for one person, where Z-API takes neither groups nor channels.
 *
 * @param label what the panel calls them
 * @param description who they are
 */
export function person(label: string, description: string) {
	return locator('phone', label, {
		byPhone: true,
		what: 'person',
		search: 'searchPeople',
		read: toPersonPhone,
		id: '999999999999999@lid',
		hint: 'For a person without a number, the ID that ends in @lid',
		description,
	});
}
