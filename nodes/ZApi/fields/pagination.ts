import type { IExecuteSingleFunctions, INodeProperties } from 'n8n-workflow';
import { PAGE_SIZE } from '../../shared/requests/request';
import { toBoolean, toWholeNumber } from '../../shared/values/values';
import { readNamed, type Draft, type Field } from './field';

const RETURN_ALL = 'Return All';
const LIMIT = 'Limit';

const properties: INodeProperties[] = [
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
];

function limitOf(context: IExecuteSingleFunctions): number {
	const isUnlimited = readNamed(context, RETURN_ALL, () =>
		toBoolean(context.getNodeParameter('returnAll', false)),
	);
	if (isUnlimited) return Infinity;
	return readNamed(context, LIMIT, () => toWholeNumber(1)(context.getNodeParameter('limit', 50)));
}

/** How many entries of a list the user wants. The list is read page by page until there are that many. */
export const pagination: Field = {
	properties,
	fill(draft, context) {
		draft.limit = limitOf(context);
		draft.qs = { ...draft.qs, page: 1, pageSize: Math.min(PAGE_SIZE, draft.limit) };
	},
};

/**
 * The same for lists in which each page says how to ask for the next one.
 *
 * @param cursor where a page says so, and where to send it
 * @param largestPage the most entries that Z-API returns at once, if the endpoint takes a page size
 */
export function cursorPagination(
	cursor: NonNullable<Draft['cursor']>,
	largestPage?: number,
): Field {
	return {
		properties,
		fill(draft, context) {
			draft.limit = limitOf(context);
			draft.cursor = cursor;
			if (largestPage === undefined) return;
			draft[cursor.place].pageSize = Math.min(largestPage, draft.limit);
		},
	};
}
