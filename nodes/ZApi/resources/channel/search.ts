import type { Field } from '../../language/field';
import { operation } from '../../language/operation';
import { allAtOnce } from '../../language/pages';
import { text } from '../../language/text';
import { number } from '../../language/number';
import { choice } from '../../language/choice';
import { InvalidValue, quote } from '../../../shared/values/invalidValue';
import { toListOf } from '../../../shared/values/lists';
import { cleanText } from '../../../shared/values/cleanText';
import { type Read } from '../../../shared/values/values';

const COUNTRY_ADVICE = 'Use two-letter codes, such as BR for Brazil or PT for Portugal.';

const searchText = text('searchText', 'Search Text', {
	optional: true,
	placeholder: 'e.g. football',
	description: 'What to look for. Leave it empty to find any channels.',
});

const searchLimit = number('searchLimit', 'Limit', {
	min: 1,
	sentAs: 'limit',
	default: 50,
	required: true,
	description: 'Max number of results to return',
});

/** Z-API requires the filters, even if there are none. */
const filters: Field = {
	properties: [],
	fill(request) {
		request.body.filters = {};
	},
};

/** A code as ISO 3166 has it. */
const toCountryCode: Read<string> = (value) => {
	const code = typeof value === 'string' ? cleanText(value).toUpperCase() : '';
	if (/^[A-Z]{2}$/.test(code)) return code;
	throw new InvalidValue(`isn't a country code: ${quote(value)}`, COUNTRY_ADVICE);
};

const countryCodes = text('countryCodes', 'Country Codes', {
	optional: true,
	read: toListOf(toCountryCode, COUNTRY_ADVICE),
	sentAs: 'filters.countryCodes',
	placeholder: 'e.g. BR, PT',
	description: 'Only channels from these countries, as two-letter codes separated by commas',
});

const view = choice(
	'view',
	'Selection',
	{ NEW: 'New', POPULAR: 'Popular', RECOMMENDED: 'Recommended', TRENDING: 'Trending' },
	{
		default: 'RECOMMENDED',
		description: "Which of WhatsApp's own selections of channels to search",
	},
);

/**
 * A POST request that only reads. There are no pages: `cursor` is always null.
 *
 * @see https://developer.z-api.io/newsletter/search-newsletter
 */
export const search = operation({
	name: 'Search',
	value: 'search',
	action: 'Search for channels',
	description: 'Find public channels by their name or description',
	request: { method: 'POST', url: '/search-newsletter' },
	isRead: true,
	pages: allAtOnce,
	entries: 'data',
	fields: [searchText, searchLimit, filters],
	options: [countryCodes, view],
	bodyOrder: ['limit', 'view', 'filters', 'searchText'],
	refusedAdvice: 'Try a lower limit or other words.',
});
