import type {
	IDataObject,
	IExecuteSingleFunctions,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
	INodeExecutionData,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';
import { redactData, secretsOfRequest } from '../../shared/account/redact';
import type { Signable } from '../../shared/account/signing';
import {
	failureOfError,
	UserFacingFailure,
	toNodeError,
	wholeText,
} from '../../shared/requests/errors';
import { failureOfAnswer, type Attempt } from '../../shared/requests/failures';
import { READ_AGAIN } from '../../shared/requests/knownFailures';
import { collectPages, entriesIn, followCursor } from '../../shared/requests/pagination';
import { requestDefaults } from '../../shared/requests/apiRequest';
import { isBlank } from '../../shared/values/cleanText';
import { isRead, type Operation } from '../language/operation';
import { pagingIn } from '../language/pages';
import type { Request } from '../language/request';
import { rehearse, rehearsed } from './dryRun';
import { joined, sendSeveral } from './sendSeveral';

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
	request: Request,
): IDataObject[] {
	const { pages, entries, whenNothing } = operation;
	if (isEmpty(body)) {
		if (whenNothing) return whenNothing(request);
		if (pages) return [];
		const message = isRead(operation)
			? `Z-API found nothing (status ${statusCode})`
			: `Z-API accepted the request (status ${statusCode}) and sent no details`;
		return [isRead(operation) ? { found: false, message } : { success: true, message }];
	}
	if (typeof entries === 'string') return entriesIn(entries)(body);
	if (entries) return entries(body, request);
	return (Array.isArray(body) ? body : [body]) as IDataObject[];
}

/** What changes from one page of a list to the next, or for an older address. */
type Changes = Pick<Partial<Request>, 'url' | 'body' | 'qs'>;

/** An answer's entries, and the answer itself. */
interface Page {
	entries: IDataObject[];
	body: unknown;
}

async function exchange(
	context: IExecuteSingleFunctions,
	operation: Operation,
	options: IHttpRequestOptions,
	request: Request,
): Promise<Page> {
	const answer = (await context.helpers.httpRequestWithAuthentication.call(
		context,
		'zApi',
		options,
	)) as IN8nHttpFullResponse;
	const failure = failureOfAnswer(answer, attemptOf(operation));
	if (failure) throw new UserFacingFailure(failure);
	return { entries: entriesOf(operation, answer, request), body: answer.body };
}

/**
 * What comes of a message of which nobody can tell whether it was sent, if its item is to continue: it has no `error`,
 * by which n8n recognizes items that failed.
 */
function maybeSent(error: NodeApiError | NodeOperationError): Page {
	const reason = wholeText(error);
	return { entries: [{ maybeSent: true, zaapId: null, messageId: null, reason }], body: {} };
}

function asItem(json: IDataObject): INodeExecutionData {
	return { json };
}

function isUnknownPath(error: unknown): boolean {
	return error instanceof UserFacingFailure && error.failure.isUnknownPath === true;
}

/** Reads a list page by page, or anything else with one request. */
async function readEntries(
	read: (changes: Changes) => Promise<Page>,
	request: Request,
	cursor?: { name: string; nextOf: (body: unknown) => unknown },
): Promise<IDataObject[]> {
	const { qs, limit } = request;
	if (limit === undefined) return (await read({})).entries;
	if (cursor === undefined) {
		return await collectPages(
			async (page) => (await read({ qs: { ...qs, page } })).entries,
			limit,
			Number(qs.pageSize),
		);
	}
	const { name, nextOf } = cursor;
	const place = pagingIn(request);
	return await followCursor(async (value) => {
		const next = { ...request[place], [name]: value as IDataObject };
		const answer = await read(value === undefined ? {} : { [place]: next });
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
	request: Request,
	connection: Connection,
	send: Send,
): Promise<INodeExecutionData[]> {
	let signedWith: string[] | undefined;
	const read = async (own: Request, changes: Changes): Promise<Page> => {
		const { method, url, body, qs } = { ...own, ...changes };
		let isSigned = false;
		const options: Signable<IHttpRequestOptions> = {
			...requestDefaults,
			headers: { ...requestDefaults.headers },
			...connection,
			returnFullResponse: true,
			...{ method, url, body, qs },
			onSigned: (secrets) => {
				signedWith = secrets;
				isSigned = true;
			},
		};
		return await send(async () => await exchange(context, operation, options, own)).catch(
			(error: unknown) => {
				// What wasn't even signed surely wasn't sent.
				const isUnclear = isSigned && failureOfError(error).isOutcomeUnknown;
				if (!isUnclear || !own.continuesWhenUnclear) throw error as Error;
				return maybeSent(toNodeError(context, error, signedWith ?? []));
			},
		);
	};
	const readAll = async (own: Request) => {
		const cursor = operation.pages?.cursor;
		const readPage = async (changes: Changes) => await read(own, changes);
		return await readEntries(readPage, own, cursor).catch(async (error: unknown) => {
			const { olderUrl: url } = operation.request;
			if (url === undefined || !isUnknownPath(error)) throw error as Error;
			const readOlder = async (changes: Changes) => await read(own, { ...changes, url });
			return await readEntries(readOlder, own, cursor);
		});
	};
	try {
		const [message, ...others] = [...request.files, ...request.parts];
		if (others.length === 0) await message?.addTo(request);
		const { isDryRun } = request;
		const sendOne = isDryRun
			? async (own: Request) => [await send(async () => await rehearse(context, own))]
			: readAll;
		const carryOut = async () => {
			if (operation.carryOut) return await operation.carryOut(request, context, readAll);
			if (others.length === 0) return await sendOne(request);
			const sent = await sendSeveral(request, sendOne);
			return isDryRun ? sent : [joined(sent)];
		};
		const done = await carryOut();
		const entries = isDryRun ? [rehearsed(done)] : done;
		const secrets = signedWith ?? (await secretsOfRequest(context));
		const { simplify, deletes, toItem = asItem }: Partial<Operation> = isDryRun ? {} : operation;
		const shown = (entry: IDataObject) => {
			const simplified = request.isSimplified && simplify ? simplify(entry) : entry;
			// An answer may be a mere text, which stays one.
			return deletes ? { deleted: true, ...simplified } : simplified;
		};
		const pairedItem = { item: context.getItemIndex() };
		return await Promise.all(
			entries.map(async (entry) => ({
				...(await toItem(shown(redactData(entry, secrets)), context)),
				pairedItem,
			})),
		);
	} catch (error) {
		const secrets = signedWith ?? (await secretsOfRequest(context));
		throw toNodeError(context, error, secrets, isRead(operation) ? READ_AGAIN : undefined);
	}
}
