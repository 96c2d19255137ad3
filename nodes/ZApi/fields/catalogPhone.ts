import { phone } from './phones';

const description = 'The phone number of the business that owns the catalog: yours or another';

/** Whose catalog something is sent from. */
export const catalogPhone = phone('catalogPhone', 'Catalog Phone', { description });

/** Whose catalog is read. It is part of the address, and Z-API calls it `phone`. */
export const catalogToRead = phone('catalogPhone', 'Catalog Phone', {
	sentAs: 'phone',
	description,
});
