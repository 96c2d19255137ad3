import { queueOf } from '../messages.mts';
import type { Message, State } from '../types.mts';
import { DEFAULT_PAGE_SIZE, type Handlers } from './call.mts';

/** Documented: the largest page of the queue. */
const LARGEST_PAGE = 30;

/** Assumption: of a message that isn't a text, `Message` is empty; a delay that wasn't asked for is -1, or 0. */
function showQueued(
	instance: string,
	{ zaapId = '', messageId, phone, momment, ...rest }: Message,
) {
	const { delayMessage = -1, delayTyping = 0, message = '' } = rest.fields ?? {};
	return {
		...{ DelayMessage: delayMessage, Message: message, InstanceId: instance },
		...{ CreatedAt: new Date(momment).toISOString(), ZaapId: zaapId, DelayTyping: delayTyping },
		...{ Created: momment, Beta: false, IsTrial: false, Phone: phone, _id: zaapId },
		MessageId: messageId,
	};
}

/** Assumption: a message that was taken out of the queue leaves no trace. */
function remove(state: State, isMeant: (message: Message) => boolean): '' {
	const meant = new Set(queueOf(state).filter(isMeant));
	state.messages = state.messages.filter((message) => !meant.has(message));
	return '';
}

/** What waits while the instance isn't connected. */
export const queueHandlers: Handlers = {
	'post-queue': ({ state, account, body }) => {
		const { pageSize = DEFAULT_PAGE_SIZE, pagingState } = (body ?? {}) as {
			pageSize?: number;
			pagingState?: string;
		};
		const queue = queueOf(state);
		// Assumption: the cursor is the last message's `zaapId`; behind one that is gone, there is nothing.
		const last = queue.findIndex(({ zaapId }) => zaapId === pagingState);
		const start = pagingState === undefined ? 0 : last === -1 ? queue.length : last + 1;
		const page = queue.slice(start, start + Math.min(pageSize, LARGEST_PAGE));
		const hasMore = start + page.length < queue.length;
		return {
			messages: page.map((message) => showQueued(account.instance, message)),
			pagingState: hasMore ? (page.at(-1)?.zaapId ?? null) : null,
			hasMore,
		};
	},
	// Documented: `page` has no effect any more.
	'get-queue': ({ state, account, query }) => ({
		messages: queueOf(state)
			.slice(0, Number(query.pageSize))
			.map((message) => showQueued(account.instance, message)),
	}),
	// Assumption: the form of the answer, which isn't documented.
	'get-queue-count': ({ state }) => ({ count: queueOf(state).length }),
	'delete-queue': ({ state }) => remove(state, () => true),
	'delete-queue-id': ({ state, pathParameters }) =>
		remove(state, ({ zaapId }) => zaapId === pathParameters.zaapId),
	'update-queue-settings': ({ state, body }) => {
		const { disableEnqueueWhenDisconnected } = body as { disableEnqueueWhenDisconnected: boolean };
		state.disableEnqueueWhenDisconnected = disableEnqueueWhenDisconnected;
		return { success: true };
	},
};
