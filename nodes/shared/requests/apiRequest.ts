import type {
	IDataObject,
	IHookFunctions,
	IHttpRequestMethods,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IN8nHttpFullResponse,
	IWebhookFunctions,
	NodeApiError,
} from 'n8n-workflow';
import { UserFacingFailure, toNodeError } from './errors';
import { failureOfAnswer } from './failures';
import { isObject } from '../values/objects';
import { isBlank } from '../values/cleanText';
import { collectPages, followCursor, nextCursorOf } from './pagination';
import { ExpressionInCredential } from '../account/account';
import { secretsOfRequest } from '../account/redact';
import type { Signable } from '../account/signing';

/** Somebody is waiting at the screen; n8n's own limit of five minutes is for unattended work. */
const TIMEOUT_MILLISECONDS = 30_000;

/** What all requests to Z-API have in common. */
export const requestDefaults = {
	headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
	// Z-API's own words are in the answer; n8n's handling of statuses would hide them.
	ignoreHttpStatusErrors: true,
};

const READ_ADVICE = 'Try again. You can also enter an ID instead of choosing from the list.';

/** How many entries of a list to ask for at once. Z-API documents no largest page. */
export const PAGE_SIZE = 100;

interface Call {
	method: IHttpRequestMethods;
	/** The endpoint, relative to the instance's address; its parts are URL-encoded already. */
	path: string;
	qs?: IDataObject;
	body?: IDataObject;
	/** What the user can do when Z-API refuses. */
	refusedAdvice: string;
	/** Whether it changes nothing. By default, this follows from the method: GET only reads. */
	isRead?: boolean;
}

/** Whether an n8n that can't leave out a field of the credential has failed to evaluate it. It wraps the error. */
function isOfExpression(error: unknown): boolean {
	const { cause } = Object(error) as { cause?: unknown };
	return [error, cause].some((each) => (Object(each) as Error).name === 'ExpressionError');
}

/**
 * Makes one request to Z-API outside an execution: for the pickers, and for the trigger.
 *
 * @returns the answer's body: an object, or a list of objects
 * @throws NodeApiError in words for the user when there is no answer, or not the expected one
 */
export async function apiRequest<Body extends object>(
	this: ILoadOptionsFunctions | IHookFunctions | IWebhookFunctions,
	{ method, path, qs, body, refusedAdvice, isRead = method === 'GET' }: Call,
): Promise<Body> {
	let signedWith: string[] | undefined;
	const options: Signable<IHttpRequestOptions> = {
		...requestDefaults,
		headers: { ...requestDefaults.headers },
		method,
		url: path,
		qs,
		body,
		returnFullResponse: true,
		timeout: TIMEOUT_MILLISECONDS,
		onSigned: (secrets) => (signedWith = secrets),
	};
	try {
		const answer = (await this.helpers.httpRequestWithAuthentication.call(
			this,
			'zApi',
			options,
		)) as IN8nHttpFullResponse;
		const failure = failureOfAnswer(answer, { refusedAdvice });
		if (failure) throw new UserFacingFailure(failure);
		return answer.body as Body;
	} catch (error) {
		const secrets = signedWith ?? (await secretsOfRequest(this));
		const own = isOfExpression(error) ? new ExpressionInCredential() : error;
		throw toNodeError(this, own, secrets, isRead ? refusedAdvice : undefined);
	}
}

/**
 * Makes one GET request, for the pickers.
 *
 * @param path the endpoint, relative to the instance's address; its parts are URL-encoded already
 * @param qs the query
 * @throws NodeApiError in words for the user
 */
export async function apiGet<Body extends object>(
	this: ILoadOptionsFunctions,
	path: string,
	qs?: IDataObject,
): Promise<Body> {
	const call: Call = { method: 'GET', path, qs, refusedAdvice: READ_ADVICE };
	return (await apiRequest.call(this, call)) as Body;
}

/** @returns the entries of an answer that is a list, or has one under a name */
function entriesOf(body: unknown, name = ''): IDataObject[] {
	const list = isObject(body) && Object.hasOwn(body, name) ? body[name] : body;
	if (isBlank(list)) return [];
	// Without this, an answer in another format would look like an account that has none.
	if (!Array.isArray(list)) {
		const message = "Z-API's response isn't in the documented format: it isn't a list";
		throw new UserFacingFailure({ message, description: READ_ADVICE });
	}
	return list as IDataObject[];
}

/** Puts what goes wrong with a whole list into words for somebody who chooses from it. */
async function readList<Entry>(
	context: ILoadOptionsFunctions,
	read: () => Promise<Entry[]>,
): Promise<Entry[]> {
	try {
		return await read();
	} catch (error) {
		throw error instanceof UserFacingFailure
			? toNodeError(context, inPicker(error), [])
			: (error as NodeApiError);
	}
}

/** Where somebody chooses, there is no limit to set: an ID can be entered instead. */
function inPicker({ failure: { message } }: UserFacingFailure): UserFacingFailure {
	return new UserFacingFailure({ message, description: READ_ADVICE });
}

/**
 * Reads a list that Z-API returns at once, for the pickers.
 *
 * @param path the list's endpoint, relative to the instance's address
 * @throws NodeApiError in words for the user
 */
export async function apiGetList(
	this: ILoadOptionsFunctions,
	path: string,
): Promise<IDataObject[]> {
	return await readList(this, async () => entriesOf(await apiGet.call(this, path)));
}

/**
 * Reads a whole list whose pages are chained, for the pickers.
 *
 * @param call the request of the first page
 * @param name what Z-API calls the list in its answer
 * @returns the entries of all pages, in their order
 * @throws NodeApiError in words for the user
 */
export async function apiGetChained(
	this: ILoadOptionsFunctions,
	call: Pick<Call, 'method' | 'path'>,
	name: string,
): Promise<IDataObject[]> {
	const place = call.method === 'GET' ? 'qs' : 'body';
	const readPage = async (nextCursor: unknown) => {
		const cursor = nextCursor === undefined ? undefined : { nextCursor: nextCursor as string };
		const own = { ...call, [place]: cursor, isRead: true, refusedAdvice: READ_ADVICE };
		const answer = await apiRequest.call(this, own);
		return { entries: entriesOf(answer, name), next: nextCursorOf(answer) };
	};
	return await readList(this, async () => await followCursor(readPage, Infinity));
}

/**
 * Reads a whole list from Z-API, for the pickers.
 *
 * @param path the list's endpoint, relative to the instance's address
 * @returns the entries of all pages, in their order
 * @throws NodeApiError in words for the user
 */
export async function apiGetAll(this: ILoadOptionsFunctions, path: string): Promise<IDataObject[]> {
	const readPage = async (page: number) =>
		entriesOf(await apiGet.call(this, path, { page, pageSize: PAGE_SIZE }));
	return await readList(this, async () => await collectPages(readPage, Infinity, PAGE_SIZE));
}
