import { entriesIn } from '../../../shared/requests/pages';
import { InvalidValue, quote } from '../../../shared/values/invalidValue';
import { toListOf } from '../../../shared/values/lists';
import { cleanText } from '../../../shared/values/text';
import {
	toOneOf,
	toText,
	toWholeNumber,
	unlessBlank,
	type Read,
} from '../../../shared/values/values';
import { inBody, type Field } from '../../fields/field';
import type { Operation } from '../operation';

const COUNTRY_ADVICE = 'Use two-letter codes, such as BR for Brazil or PT for Portugal.';

const searchText = inBody(
	{
		displayName: 'Search Text',
		name: 'searchText',
		type: 'string',
		default: '',
		placeholder: 'e.g. futebol',
		description: 'What to look for. Leave it empty to find any channels.',
	},
	unlessBlank(toText),
);

const searchLimit = inBody(
	{
		displayName: 'Limit',
		name: 'searchLimit',
		type: 'number',
		typeOptions: { minValue: 1 },
		required: true,
		default: 50,
		description: 'Max number of results to return',
	},
	toWholeNumber(1),
	'limit',
);

/** Z-API requires the filters, even if there are none. */
const filters: Field = {
	properties: [],
	fill(draft) {
		draft.body.filters = {};
	},
};

/** A code as ISO 3166 has it. */
const toCountryCode: Read<string> = (value) => {
	const code = typeof value === 'string' ? cleanText(value).toUpperCase() : '';
	if (/^[A-Z]{2}$/.test(code)) return code;
	throw new InvalidValue(`isn't a country code: ${quote(value)}`, COUNTRY_ADVICE);
};

const countryCodes = inBody(
	{
		displayName: 'Country Codes',
		name: 'countryCodes',
		type: 'string',
		default: '',
		placeholder: 'e.g. BR, PT',
		description: 'Only channels from these countries, as two-letter codes separated by commas',
	},
	unlessBlank(toListOf(toCountryCode, COUNTRY_ADVICE)),
	'filters.countryCodes',
);

const view = inBody(
	{
		displayName: 'Selection',
		name: 'view',
		type: 'options',
		options: [
			{ name: 'New', value: 'NEW' },
			{ name: 'Popular', value: 'POPULAR' },
			{ name: 'Recommended', value: 'RECOMMENDED' },
			{ name: 'Trending', value: 'TRENDING' },
		],
		default: 'RECOMMENDED',
		description: "Which of WhatsApp's own selections of channels to search",
	},
	toOneOf('NEW', 'POPULAR', 'RECOMMENDED', 'TRENDING'),
);

/**
 * A POST request that only reads. Where the documentation contradicts itself: the older pages answer with the
 * channels under `data`, the newer ones with a list of them, which looks copied from another page; both are read.
 * There are no pages: `cursor` is always null.
 *
 * @see https://developer.z-api.io/newsletter/search-newsletter
 */
export const search: Operation = {
	name: 'Search',
	value: 'search',
	action: 'Search for channels',
	description: 'Find public channels by their name or description',
	request: { method: 'POST', url: '/search-newsletter' },
	isRead: true,
	isList: true,
	toEntries: entriesIn('data'),
	fields: [searchText, searchLimit, filters],
	options: [countryCodes, view],
	bodyOrder: ['limit', 'view', 'filters', 'searchText'],
	refusedAdvice: 'Try a lower limit or other words.',
};
