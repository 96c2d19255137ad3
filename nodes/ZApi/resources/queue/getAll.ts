import { endlessList } from '../../../shared/requests/pagination';
import { isBlank } from '../../../shared/values/cleanText';
import { operation } from '../../language/operation';
import { cursor } from '../../language/pages';
import { isObject } from '../../../shared/values/objects';
import { asDate, asItIs, simplifier } from '../../../shared/values/simplifier';

/** The most that Z-API returns at once. */
const LARGEST_PAGE = 30;

/** @see https://developer.z-api.io/queue/post-queue */
export const getAll = operation({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many messages in the queue',
	description: 'Get the messages that are waiting to be sent',
	request: { method: 'POST', url: '/queue' },
	isRead: true,
	pages: cursor('pagingState', {
		largestPage: LARGEST_PAGE,
		nextOf(body) {
			if (!isObject(body) || body.hasMore === false) return undefined;
			if (body.hasMore !== true || !isBlank(body.pagingState)) return body.pagingState;
			throw endlessList('said that there is more, but not how to ask for it');
		},
	}),
	entries: 'messages',
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
});
