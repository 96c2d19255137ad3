import type {
	IExecuteSingleFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
} from 'n8n-workflow';
import { namedLists, type ReadNamedList } from '../../shared/pickers/namedLists';
import type { NamedEntry } from '../../shared/values/names';
import type { Connection } from './perform';

/** The cache of a run: the lists that it has read so far, by account and list. */
export type ListsOfRun = Map<string, Promise<NamedEntry[]>>;

/** The context of an item, whose requests are sent as those of the node are. */
function connected(
	context: IExecuteSingleFunctions,
	connection: Connection,
): ILoadOptionsFunctions {
	const { httpRequestWithAuthentication } = context.helpers;
	const helpers = {
		httpRequestWithAuthentication: async (type: string, options: IHttpRequestOptions) =>
			await httpRequestWithAuthentication.call(context, type, { ...options, ...connection }),
	};
	return Object.assign(Object.create(context), { helpers }) as ILoadOptionsFunctions;
}

/**
 * Makes the function that reads the lists in which names are looked up. A run reads each only once for an account, also
 * if reading it fails.
 *
 * @param context the node, from the item's point of view
 * @param connection how the node's requests are sent
 * @param known what the run has read so far; n8n's own engine has no such thing, and reads for each item
 */
export function listReader(
	context: IExecuteSingleFunctions,
	connection: Connection,
	known: ListsOfRun = new Map(),
): ReadNamedList {
	return async (list, of) => {
		// Where the credential has expressions, each item may have an account of its own.
		const { baseUrl, instance } = await context.getCredentials('zApi');
		const key = JSON.stringify([baseUrl, instance, list, of]);
		const found = known.get(key) ?? namedLists[list](connected(context, connection), of);
		known.set(key, found);
		return await found;
	};
}
