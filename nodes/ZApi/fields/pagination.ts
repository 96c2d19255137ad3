import { toBoolean, toWholeNumber } from '../../shared/values/values';
import { readNamed, type Field } from './field';

/** How many entries to ask for at once. Z-API documents no largest page. */
const PAGE_SIZE = 100;

const RETURN_ALL = 'Return All';
const LIMIT = 'Limit';

/** How many entries of a list the user wants. The list is read page by page, up to that many. */
export const pagination: Field = {
	properties: [
		{
			displayName: RETURN_ALL,
			name: 'returnAll',
			type: 'boolean',
			default: false,
			description: 'Whether to return all results or only up to a given limit',
		},
		{
			displayName: LIMIT,
			name: 'limit',
			type: 'number',
			displayOptions: { show: { returnAll: [false] } },
			typeOptions: { minValue: 1 },
			default: 50,
			description: 'Max number of results to return',
		},
	],
	fill(draft, context) {
		const isUnlimited = readNamed(context, RETURN_ALL, () =>
			toBoolean(context.getNodeParameter('returnAll', false)),
		);
		draft.limit = isUnlimited
			? Infinity
			: readNamed(context, LIMIT, () => toWholeNumber(1)(context.getNodeParameter('limit', 50)));
		draft.qs = { ...draft.qs, page: 1, pageSize: Math.min(PAGE_SIZE, draft.limit) };
	},
};
