import { sleep } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { Limiter } from '../../shared/requests/limiter';
import { comparableChat } from '../../shared/values/phones';
import { toWholeNumber } from '../../shared/values/values';
import { optionOf, readNamed } from '../language/field';
import type { Operation } from '../language/operation';
import { FILES_AT_ONCE, REQUESTS_AT_ONCE } from '../language/requestsAtOnce';
import { buildRequest, lookUpAll } from './buildRequest';
import { markWaiting, waitsForConnection } from './connectionCheck';
import { allowedDomainsOf, connectionOf, type RequestOptions } from './connection';
import { HintLog } from './hints';
import { itemContext } from './itemContext';
import { listReader, type ListsOfRun } from './listReader';
import { failedItem, toItemError, type NodeError } from './nodeErrors';
import { NumberLog } from './numbers';
import { perform, type Send } from './perform';
import { readSettings } from './readSettings';
import { withRetries } from './retry';

/** How long requests are prepared and sent without a pause. Then n8n can attend to other work. */
const SLICE_MILLISECONDS = 5;

/**
 * How many items may read their credential at once. It comes from n8n's database, to which n8n has few connections:
 * three with SQLite, two with PostgreSQL. Everything else in n8n would have to wait behind these reads.
 */
const CREDENTIALS_AT_ONCE = 1;

/** Stands for the chat when something goes to one's own status. */
const OWN_STATUS = 'status';

/** What an operation's request sends to, if it does; a chat is the same with and without its ninth digit. */
function chatOf({ sendsToChat }: Operation, { phone }: IDataObject): string | undefined {
	if (!sendsToChat) return undefined;
	return typeof phone === 'string' ? comparableChat(phone) : OWN_STATUS;
}

type Outcome = { found: INodeExecutionData[] } | { error: NodeError };

/**
 * Throttles the requests of the items: waits between them as set under *Batching*, and so that n8n can do other work.
 */
function throttle({ batching }: RequestOptions, signal?: AbortSignal) {
	const { batchSize = 1, batchInterval = 0 } = batching?.batch ?? {};
	const size = batchSize > 0 ? batchSize : 1;
	let since = performance.now();
	let pause: Promise<void> | undefined;
	/** Waits for the others in n8n when this run has kept it busy for a while. */
	const turn = async (): Promise<void> => {
		while (performance.now() - since > SLICE_MILLISECONDS) {
			pause ??= sleep(0).then(() => {
				since = performance.now();
				pause = undefined;
			});
			await pause;
		}
	};
	return {
		turn,
		async beforeItem(itemIndex: number): Promise<void> {
			if (itemIndex > 0 && batchInterval > 0 && itemIndex % size === 0) {
				await sleep(batchInterval, signal).catch(() => {});
			}
			await turn();
		},
	};
}

/**
 * Runs actions for the same chat one after the other (a queue for each chat), in the order in which they are handed
 * over; all others run in parallel.
 */
function chatOrder() {
	const last = new Map<unknown, Promise<unknown>>();
	/** Done when all look-ups so far are. */
	let lookedUp: Promise<void> | undefined;
	return async <Result>(
		lookUp: (() => Promise<void>) | undefined,
		chat: () => unknown,
		act: () => Promise<Result>,
	): Promise<Result> => {
		if (lookUp) {
			// Look-ups run side by side. What was handed over later still waits for its turn in the same chat.
			const before = lookedUp;
			const own = lookUp();
			lookedUp = Promise.allSettled([before, own]).then(() => {});
			await before;
			await own;
		} else if (lookedUp) {
			await lookedUp;
		}
		const found = chat();
		if (found === undefined) return await act();
		const turn = (last.get(found) ?? Promise.resolve()).then(act);
		last.set(
			found,
			turn.catch(() => {}),
		);
		return await turn;
	};
}

/**
 * Carries out an operation for all items of a run. Requests are sent while later items are being prepared, each field
 * is read once per item, and n8n can do other work in between.
 *
 * @throws NodeApiError or NodeOperationError, unless the node continues on errors: the error of the first failed item,
 * once all pending requests have ended; after a failure, no further request is sent
 */
export async function runOperation(
	run: IExecuteFunctions,
	operation: Operation,
): Promise<INodeExecutionData[]> {
	const items = run.getInputData();
	const signal = run.getExecutionCancelSignal();
	const credentials = new Limiter(CREDENTIALS_AT_ONCE, signal);
	const { parameters } = run.getNode();
	const first = itemContext(run, items, 0, credentials, parameters);
	const credential = await first.getCredentials('zApi');
	const lists: ListsOfRun = new Map();
	const firstItem = { context: first, settings: {}, readList: listReader(first, {}, lists) };
	const numbers = new NumberLog();
	const hints = new HintLog();
	const slots = readNamed(firstItem, 'Requests at Once', () =>
		toWholeNumber(1)(optionOf(firstItem, 'requestsAtOnce', REQUESTS_AT_ONCE)),
	);
	const allowedDomains = allowedDomainsOf(run.getNode(), credential);
	const requests = new Limiter(slots, signal);
	const files = new Limiter(FILES_AT_ONCE, signal);
	const pace = throttle(first.getNodeParameter('requestOptions', {}) as RequestOptions, signal);
	const retry = withRetries(run, operation, requests);
	const send: Send = async (request) =>
		await retry(async () => {
			await pace.turn();
			return await request();
		});
	const inChatOrder = chatOrder();
	const continues = run.continueOnFail();
	let hasFailed = false;
	let waiting: Promise<boolean> | undefined;

	const carryOut = async (itemIndex: number): Promise<Outcome> => {
		const context = itemContext(run, items, itemIndex, credentials, parameters);
		const ownNumbers = new NumberLog();
		try {
			const settings = {
				...readSettings(context, credential),
				onNumber: ownNumbers.onNumber,
			};
			const connection = { ...connectionOf(context), ...(allowedDomains && { allowedDomains }) };
			const request = buildRequest(operation, {
				context,
				settings,
				readList: listReader(context, connection, lists),
			});
			const act = async () => {
				if (hasFailed && !continues) return [];
				try {
					waiting ??= waitsForConnection(firstItem, operation, connection, send);
					const isWaiting = await waiting;
					const done = await perform(context, operation, request, connection, send);
					return markWaiting(done, isWaiting);
				} catch (error) {
					// What waits for its turn has it at once.
					hasFailed = true;
					throw error as Error;
				}
			};
			const found = await inChatOrder(
				request.lookUps.length > 0 ? async () => await lookUpAll(request) : undefined,
				() => chatOf(operation, request.body),
				async () => await (request.files.length > 0 ? files.run(act) : act()),
			);
			numbers.add(ownNumbers);
			hints.add(found);
			return { found: ownNumbers.withSentTo(found) };
		} catch (error) {
			hasFailed = true;
			return { error: toItemError(context, error) };
		}
	};

	const outcomes: Outcome[] = [];
	const running = new Set<Promise<void>>();
	for (let itemIndex = 0; itemIndex < items.length; itemIndex++) {
		await pace.beforeItem(itemIndex);
		await requests.enter();
		if (hasFailed && !continues) break;
		const done = carryOut(itemIndex).then((outcome) => {
			outcomes[itemIndex] = outcome;
			running.delete(done);
			requests.leave();
		});
		running.add(done);
	}
	await Promise.all(running);

	const given: INodeExecutionData[] = [];
	for (const [itemIndex, outcome] of outcomes.entries()) {
		if ('found' in outcome) for (const item of outcome.found) given.push(item);
		else if (continues) given.push(failedItem(outcome.error, itemIndex));
		else throw outcome.error;
	}
	run.addExecutionHints(...hints.all(numbers));
	// n8n goes through all items now, and others get a turn before it does.
	await sleep(0);
	return given;
}
