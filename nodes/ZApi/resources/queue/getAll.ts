import { endlessList, entriesIn } from '../../../shared/requests/pages';
import { isObject } from '../../../shared/values/objects';
import { isBlank } from '../../../shared/values/text';
import { asDate, asItIs, simplifier } from '../../../shared/values/simplify';
import { cursorPagination } from '../../fields/pagination';
import { simplify } from '../../fields/simplify';
import type { Operation } from '../operation';

/** The most that Z-API returns at once. */
const LARGEST_PAGE = 30;

const pagination = cursorPagination(
	{
		place: 'body',
		name: 'pagingState',
		nextOf(body) {
			if (!isObject(body) || body.hasMore === false) return undefined;
			if (body.hasMore !== true || !isBlank(body.pagingState)) return body.pagingState;
			throw endlessList('said that there is more, but not how to ask for it');
		},
	},
	LARGEST_PAGE,
);

/** @see https://developer.z-api.io/queue/post-queue */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many messages in the queue',
	description: 'Get the messages that are waiting to be sent',
	request: { method: 'POST', url: '/queue' },
	isRead: true,
	isList: true,
	toEntries: entriesIn('messages'),
	fields: [pagination, simplify],
	simplify: simplifier({
		ZaapId: asItIs,
		MessageId: asItIs,
		Phone: asItIs,
		Message: asItIs,
		Created: asDate,
		DelayMessage: asItIs,
		DelayTyping: asItIs,
	}),
	refusedAdvice: 'Try again. If it keeps failing, look at the queue in the Z-API panel.',
};
