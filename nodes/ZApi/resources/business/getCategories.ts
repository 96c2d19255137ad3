import { toText } from '../../../shared/values/values';
import { inQuery } from '../../fields/field';
import { unlessEmpty } from '../../fields/messageOptions';
import type { Operation } from '../operation';

const query = unlessEmpty(
	inQuery(
		{
			displayName: 'Search',
			name: 'query',
			type: 'string',
			default: '',
			placeholder: 'e.g. tecnologia',
			description: 'A word to look for. Without this option, all categories are returned.',
		},
		toText,
	),
);

/** @see https://developer.z-api.io/business/available-categories */
export const getCategories: Operation = {
	name: 'Get Categories',
	value: 'getCategories',
	action: 'Get the categories of business profiles',
	description: 'Get the categories that a business profile can have. WhatsApp Business only.',
	request: { method: 'GET', url: '/business/available-categories' },
	isList: true,
	fields: [],
	options: [query],
	refusedAdvice: 'Check that the connected number is a WhatsApp Business account.',
};
