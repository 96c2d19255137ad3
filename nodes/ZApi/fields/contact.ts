import { locator } from '../language/locator';
import { toPersonPhone } from '../../shared/values/phones';

const contactLocator = {
	byPhone: true,
	what: 'contact',
	search: 'searchContacts',
	read: toPersonPhone,
	id: '999999999999999@lid',
	hint: 'For a person without a number, the ID that ends in @lid',
	description: "The person, who doesn't have to be in your contacts",
} as const;

/** The person that an operation works on. */
export const contact = locator('phone', 'Contact', contactLocator);

/** The same, sent in the query. */
export const contactInQuery = locator('phone', 'Contact', { ...contactLocator, inQuery: true });
