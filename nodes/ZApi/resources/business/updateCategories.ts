import { multiOptions } from '../../language/locator';
import { operation } from '../../language/operation';
import { toCategoryList } from '../../../shared/values/businessProfile';

const categories = multiOptions('categories', 'Category Names or IDs', {
	load: 'getBusinessCategories',
	read: toCategoryList,
	hint: 'Choose one to three',
});

/** @see https://developer.z-api.io/business/company-categories */
export const updateCategories = operation({
	name: 'Update Categories',
	value: 'updateCategories',
	action: 'Update the categories of a business profile',
	description: 'Replace the categories in your business profile. WhatsApp Business only.',
	request: { method: 'POST', url: '/business/categories' },
	fields: [categories],
	refusedAdvice:
		'Choose one to three categories that Get Categories lists. The connected number must be a WhatsApp Business account.',
});
