import { sleep } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';
import { Limiter } from '../../shared/requests/limiter';
import { toWholeNumber } from '../../shared/values/values';
import { readNamed } from '../fields/field';
import { FILES_AT_ONCE, REQUESTS_AT_ONCE } from '../fields/requestsAtOnce';
import type { Operation, Resource } from '../resources/operation';
import { askAndWait } from '../sendAndWait/ask';
import { allowedDomainsOf, connectionOf, type RequestOptions } from './connection';
import { draftOf } from './draft';
import { contextOfItem } from './items';
import { failedItem, inWords, type NodeError } from './outcome';
import { perform } from './perform';
import { sendRepeatedly } from './repeat';

/** For so long this prepares requests without a pause; then others in n8n have their turn. */
const SLICE_MILLISECONDS = 15;

/**
 * How many items may read their credential at once. It comes from n8n's database, where whatever else runs in n8n
 * would otherwise stand in line behind hundreds of them.
 */
const CREDENTIALS_AT_ONCE = 2;

/** Stands for the chat of what goes to one's own status. */
const OWN_STATUS = 'status';

type Outcome = { found: INodeExecutionData[] } | { error: NodeError };

/** Waits between the items' requests: as the user's *Batching* asks, and so that n8n can do other things, too. */
function pacemaker({ batching }: RequestOptions, signal?: AbortSignal) {
	const { batchSize = 1, batchInterval = 0 } = batching?.batch ?? {};
	const size = batchSize > 0 ? batchSize : 1;
	let busy = 0;
	return {
		async beforeItem(itemIndex: number): Promise<void> {
			if (itemIndex > 0 && batchInterval > 0 && itemIndex % size === 0) {
				await sleep(batchInterval, signal).catch(() => {});
			} else if (busy > SLICE_MILLISECONDS) {
				await sleep(0);
				busy = 0;
			}
		},
		/** Does something that keeps n8n busy. */
		measure<Result>(act: () => Result): Result {
			const start = performance.now();
			const result = act();
			busy += performance.now() - start;
			return result;
		},
	};
}

/** Lets what sends to the same chat do so in the order in which it came; anything else side by side. */
function chatOrder() {
	const last = new Map<unknown, Promise<unknown>>();
	return async <Result>(chat: unknown, act: () => Promise<Result>): Promise<Result> => {
		if (chat === undefined) return await act();
		const turn = (last.get(chat) ?? Promise.resolve()).then(act);
		last.set(
			chat,
			turn.catch(() => {}),
		);
		return await turn;
	};
}

/**
 * Carries out an operation for all items of a run. Requests are under way while later items are prepared, each
 * field is read once an item, and n8n can do other things in between.
 *
 * @throws NodeApiError or NodeOperationError, unless the node continues on errors: the error of the first item that
 * failed, once all that was under way has ended; no further request is begun after a failure
 */
async function runOperation(
	run: IExecuteFunctions,
	operation: Operation,
): Promise<INodeExecutionData[]> {
	const items = run.getInputData();
	const signal = run.getExecutionCancelSignal();
	const credentials = new Limiter(CREDENTIALS_AT_ONCE, signal);
	const first = contextOfItem(run, items, 0, credentials);
	const credential = await first.getCredentials('zApi');
	const slots = readNamed(first, 'Requests at Once', () =>
		toWholeNumber(1)(first.getNodeParameter('options.requestsAtOnce', REQUESTS_AT_ONCE)),
	);
	const allowedDomains = allowedDomainsOf(run.getNode(), credential);
	const requests = new Limiter(slots, signal);
	const send = sendRepeatedly(run, operation, requests);
	const files = new Limiter(FILES_AT_ONCE, signal);
	const pace = pacemaker(first.getNodeParameter('requestOptions', {}) as RequestOptions, signal);
	const inChatOrder = chatOrder();
	const continues = run.continueOnFail();
	let hasFailed = false;

	const carryOut = async (itemIndex: number): Promise<Outcome> => {
		const context = contextOfItem(run, items, itemIndex, credentials);
		try {
			const connection = { ...connectionOf(context), ...(allowedDomains && { allowedDomains }) };
			const draft = draftOf(operation, context);
			const act = async () =>
				hasFailed && !continues ? [] : await perform(context, operation, draft, connection, send);
			const found = await inChatOrder(
				operation.sendsToChat ? (draft.body.phone ?? OWN_STATUS) : undefined,
				async () => await (draft.addFile ? files.run(act) : act()),
			);
			return { found };
		} catch (error) {
			hasFailed = true;
			return { error: inWords(context, error) };
		}
	};

	const outcomes: Array<Promise<Outcome>> = [];
	for (let itemIndex = 0; itemIndex < items.length; itemIndex++) {
		await pace.beforeItem(itemIndex);
		await requests.enter();
		if (hasFailed && !continues) break;
		const outcome = pace.measure(async () => await carryOut(itemIndex));
		outcomes.push(outcome.finally(() => requests.leave()));
	}

	return (await Promise.all(outcomes)).flatMap((outcome, itemIndex) => {
		if ('found' in outcome) return outcome.found;
		if (!continues) throw outcome.error;
		return [failedItem(outcome.error, itemIndex)];
	});
}

/** What keeps a run from beginning fails all of its items: otherwise n8n would let them pass for successes. */
async function runOrFailAll(
	run: IExecuteFunctions,
	operation: Operation,
): Promise<INodeExecutionData[]> {
	try {
		return operation.waitsForResponse
			? await askAndWait(run, operation)
			: await runOperation(run, operation);
	} catch (error) {
		const items = run.getInputData();
		const inAll = inWords(contextOfItem(run, items, 0, new Limiter(1)), error);
		if (!run.continueOnFail()) throw inAll;
		return items.map((_, itemIndex) => failedItem(inAll, itemIndex));
	}
}

/**
 * Makes n8n's `customOperations` out of the operations' data: n8n then lets the node carry them out itself, with all
 * items of a run at hand, instead of doing so with its own engine for declarative nodes.
 *
 * @param resources everything that the node can do
 */
export function customOperationsOf(
	resources: Resource[],
): NonNullable<INodeType['customOperations']> {
	const named = <Value>(entries: Array<[string, Value]>) =>
		// Without a prototype: n8n looks up whatever a workflow has for a name.
		Object.assign(Object.create(null), Object.fromEntries(entries)) as Record<string, Value>;
	return named(
		resources.map(({ value: resource, operations }) => [
			resource,
			named(
				operations.map((operation) => [
					operation.value,
					async function (this: IExecuteFunctions) {
						return [await runOrFailAll(this, operation)];
					},
				]),
			),
		]),
	);
}
