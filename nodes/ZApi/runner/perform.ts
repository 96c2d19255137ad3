import type {
	IDataObject,
	IExecuteSingleFunctions,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
	INodeExecutionData,
} from 'n8n-workflow';
import { hideInData, secretsOfRequest } from '../../shared/account/secrets';
import { FailureInWords, toNodeError } from '../../shared/requests/errors';
import { failureOfAnswer, type Attempt } from '../../shared/requests/failures';
import { READ_AGAIN } from '../../shared/requests/knownFailures';
import { collectPages, followCursor } from '../../shared/requests/pages';
import { requestDefaults } from '../../shared/requests/request';
import { isBlank } from '../../shared/values/text';
import type { Draft } from '../fields/field';
import { isRead, type Operation } from '../resources/operation';

/** How to send a request: what the user set under *Request Options*, and where the credential may be sent. */
export type Connection = Pick<
	IHttpRequestOptions,
	'timeout' | 'proxy' | 'skipSslCertificateValidation' | 'allowedDomains'
>;

/** Sends a request, possibly more than once. */
export type Send = <Answer>(request: () => Promise<Answer>) => Promise<Answer>;

/**
 * The words for a failure of an operation: "Unlink groups from a community" becomes "unlink groups from *the*
 * community".
 */
function attemptOf({ action, refusedAdvice, refusals, isAnswer }: Operation): Attempt {
	const what = action
		.replace(/^\w/, (letter) => letter.toLowerCase())
		.replace(/ (an?|many) /g, ' the ');
	return { what, refusedAdvice, refusals, isAnswer };
}

function isEmpty(body: unknown): boolean {
	return isBlank(body) || (typeof body === 'object' && Object.keys(body).length === 0);
}

/**
 * The entries of an answer. An empty one would become an item without data, which looks like a fault; and where
 * something was only looked up, it is no success.
 */
function entriesOf(
	operation: Operation,
	{ body, statusCode }: IN8nHttpFullResponse,
	draft: Draft,
): IDataObject[] {
	const { isList, toEntries, whenNothing } = operation;
	if (isEmpty(body)) {
		if (whenNothing) return whenNothing(draft);
		if (isList) return [];
		const message = isRead(operation)
			? `Z-API found nothing (status ${statusCode})`
			: `Z-API accepted the request (status ${statusCode}) and sent no details`;
		return [isRead(operation) ? { found: false, message } : { success: true, message }];
	}
	if (toEntries) return toEntries(body, draft);
	return (Array.isArray(body) ? body : [body]) as IDataObject[];
}

async function exchange(
	context: IExecuteSingleFunctions,
	operation: Operation,
	options: IHttpRequestOptions,
	draft: Draft,
): Promise<{ entries: IDataObject[]; body: unknown }> {
	const answer = (await context.helpers.httpRequestWithAuthentication.call(
		context,
		'zApi',
		options,
	)) as IN8nHttpFullResponse;
	const failure = failureOfAnswer(answer, attemptOf(operation));
	if (failure) throw new FailureInWords(failure);
	return { entries: entriesOf(operation, answer, draft), body: answer.body };
}

function isUnknownPath(error: unknown): boolean {
	return error instanceof FailureInWords && error.failure.isUnknownPath === true;
}

/** Reads a list page by page, or anything else with one request. */
async function readEntries(
	request: (changes: Pick<Partial<Draft>, 'body' | 'qs'>) => ReturnType<typeof exchange>,
	{ body, qs, limit, cursor }: Draft,
): Promise<IDataObject[]> {
	if (limit === undefined) return (await request({})).entries;
	if (cursor === undefined) {
		return await collectPages(
			async (page) => (await request({ qs: { ...qs, page } })).entries,
			limit,
			Number(qs.pageSize),
		);
	}
	const { place, name, nextOf } = cursor;
	return await followCursor(async (value) => {
		const own = place === 'body' ? body : qs;
		const answer = await request(
			value === undefined ? {} : { [place]: { ...own, [name]: value as IDataObject } },
		);
		return { entries: answer.entries, next: nextOf(answer.body) };
	}, limit);
}

/**
 * Carries out an operation for one item whose request has been put together.
 *
 * @param context the node, from the item's point of view
 * @param send sends a request when it is its turn
 * @returns the item's results, linked to it
 * @throws NodeApiError or NodeOperationError in words for the user
 */
export async function perform(
	context: IExecuteSingleFunctions,
	operation: Operation,
	draft: Draft,
	connection: Connection,
	send: Send,
): Promise<INodeExecutionData[]> {
	const { method, url } = draft;
	const options: IHttpRequestOptions = {
		...requestDefaults,
		headers: { ...requestDefaults.headers },
		...connection,
		returnFullResponse: true,
		method,
		url,
	};
	const request = async (changes: Pick<Partial<Draft>, 'body' | 'qs'>) => {
		const { body, qs } = { ...draft, ...changes };
		return await send(
			async () => await exchange(context, operation, Object.assign(options, { body, qs }), draft),
		);
	};
	try {
		await draft.addFile?.();
		const entries = await readEntries(request, draft).catch(async (error: unknown) => {
			const { olderUrl } = operation.request;
			if (olderUrl === undefined || !isUnknownPath(error)) throw error;
			options.url = olderUrl;
			return await readEntries(request, draft);
		});
		const secrets = await secretsOfRequest(context, options);
		const { simplify, toItem = (json: IDataObject): INodeExecutionData => ({ json }) } = operation;
		const shown = (entry: IDataObject) =>
			draft.isSimplified && simplify ? simplify(entry) : entry;
		const pairedItem = { item: context.getItemIndex() };
		return await Promise.all(
			entries.map(async (entry) => ({
				...(await toItem(shown(hideInData(entry, secrets)), context)),
				pairedItem,
			})),
		);
	} catch (error) {
		const secrets = await secretsOfRequest(context, options);
		throw toNodeError(context, error, secrets, isRead(operation) ? READ_AGAIN : undefined);
	}
}
