import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import { signRequest } from '../../shared/account/signing';
import { isObject } from '../../shared/values/objects';
import type { Request } from '../language/request';

const DATA_URI = /^data:([^;,]+)[^,]{0,100};base64,/i;

/** Says what a file is, in place of its content: with it, an item of a dry run could have megabytes. */
function withoutContent(value: unknown, fileName: string | undefined): unknown {
	if (Array.isArray(value)) return value.map((each) => withoutContent(each, fileName));
	if (isObject(value)) {
		const entries = Object.entries(value).map(([name, held]) => [
			name,
			withoutContent(held, fileName),
		]);
		return Object.fromEntries(entries) as IDataObject;
	}
	const [start, mimeType] = (typeof value === 'string' && DATA_URI.exec(value)) || [];
	if (start === undefined) return value;
	const bytes = Buffer.byteLength(String(value).slice(start.length), 'base64');
	return { ...(fileName && { fileName }), mimeType, bytes };
}

/**
 * Stands for sending a request in a dry run.
 *
 * @returns the request: its method, its path without the account, and its body and query if it has them
 * @throws UserError when the credential lacks a value, or has one that can't be right
 */
export async function rehearse(
	context: Pick<IExecuteSingleFunctions, 'getCredentials'>,
	{ method, url, body, qs, files }: Request,
): Promise<IDataObject> {
	signRequest(await context.getCredentials('zApi'), { method, url });
	const fileName = files[0]?.file.fileName;
	return {
		method,
		path: url,
		...(Object.keys(body).length > 0 && { body: withoutContent(body, fileName) as IDataObject }),
		...(Object.keys(qs).length > 0 && { query: qs }),
	};
}

/**
 * Makes the entry of a dry run.
 *
 * @param requests what would be sent for the item, in its order
 */
export function rehearsed(requests: IDataObject[]): IDataObject {
	const [only, ...others] = requests;
	return { dryRun: true, ...(others.length === 0 ? only : { requests }) };
}
