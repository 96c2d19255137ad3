import { toCategoryList } from '../../../shared/values/businessProfile';
import { inBody } from '../../fields/field';
import type { Operation } from '../operation';

const categories = inBody(
	{
		displayName: 'Category Names or IDs',
		name: 'categories',
		type: 'multiOptions',
		required: true,
		default: [],
		description:
			'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		hint: 'Choose one to three',
		typeOptions: { loadOptionsMethod: 'getBusinessCategories' },
	},
	toCategoryList,
);

/** @see https://developer.z-api.io/business/company-categories */
export const updateCategories: Operation = {
	name: 'Update Categories',
	value: 'updateCategories',
	action: 'Update the categories of a business profile',
	description: 'Replace the categories in your business profile. WhatsApp Business only.',
	request: { method: 'POST', url: '/business/categories' },
	fields: [categories],
	refusedAdvice:
		'Choose one to three categories that Get Categories lists. The connected number must be a WhatsApp Business account.',
};
