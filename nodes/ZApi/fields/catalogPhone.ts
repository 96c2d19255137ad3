import type { INodeProperties } from 'n8n-workflow';
import { toPhoneNumber } from '../../shared/values/phones';
import { inBody } from './field';

/** The number of the business that a catalog belongs to. */
export const catalogOwner: INodeProperties = {
	displayName: 'Catalog Phone',
	name: 'catalogPhone',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +55 (44) 99999-9999',
	hint: 'With country and area code; Brazil is 55',
	description: 'The phone number of the business that owns the catalog: yours or another',
};

/** Whose catalog something is sent from. */
export const catalogPhone = inBody(catalogOwner, toPhoneNumber);

/** Whose catalog is read. It is part of the address, and Z-API calls it `phone`. */
export const catalogToRead = inBody(catalogOwner, toPhoneNumber, 'phone');
