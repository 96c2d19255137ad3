import { operation } from '../../language/operation';
import { allAtOnce } from '../../language/pages';
import { text } from '../../language/text';

const query = text('query', 'Search', {
	optional: true,
	inQuery: true,
	placeholder: 'e.g. technology',
	description: 'A word to look for. Without this option, all categories are returned.',
});

/** @see https://developer.z-api.io/business/available-categories */
export const getCategories = operation({
	name: 'Get Categories',
	value: 'getCategories',
	action: 'Get the categories of business profiles',
	description: 'Get the categories that a business profile can have. WhatsApp Business only.',
	request: { method: 'GET', url: '/business/available-categories' },
	pages: allAtOnce,
	options: [query],
	refusedAdvice: 'Check that the connected number is a WhatsApp Business account.',
});
