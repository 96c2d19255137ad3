import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

interface Context {
	helpers: { httpRequest(options: IHttpRequestOptions): Promise<unknown> };
}

/**
 * Posts JSON to an n8n: an address of a trigger, or of a waiting execution. Whatever status it has, an answer is an
 * answer, and a redirect isn't followed: it could lead to somebody else.
 *
 * @param text the JSON, as it is posted: it may be signed
 * @param more further headers, and what differs from a usual request, such as `timeout` in milliseconds
 * @throws whatever n8n throws when there is no answer
 */
export async function postJson(
	{ helpers }: Context,
	url: string,
	text: string,
	{ headers, ...more }: Partial<IHttpRequestOptions>,
): Promise<IN8nHttpFullResponse> {
	return (await helpers.httpRequest({
		method: 'POST',
		url,
		body: text,
		headers: { 'Content-Type': 'application/json', ...headers },
		ignoreHttpStatusErrors: true,
		returnFullResponse: true,
		disableFollowRedirect: true,
		...more,
	})) as IN8nHttpFullResponse;
}
