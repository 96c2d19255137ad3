import { NodeOperationError } from 'n8n-workflow';
import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
	NodeApiError,
} from 'n8n-workflow';
import { MAYBE_DONE } from '../requests/failures';

const ENTER_ID = 'You can also enter an ID instead of choosing from the list.';

/** Takes the doubt out of an error: a list only reads, so nothing was done, whatever became of the request. */
function ofReading(error: NodeApiError): NodeApiError {
	const [advice = '', doubt] = (error.description ?? '').split(MAYBE_DONE);
	if (doubt !== undefined) error.description = `${advice || 'Try again. '}${ENTER_ID}`;
	return error;
}

/**
 * Makes the method that fills the list of a resource locator. n8n's editor shows an error there with its message
 * and its description.
 *
 * @param search gives the entries that fit what the user typed
 * @returns a method that throws NodeApiError in words for the user
 */
export function list(
	search: (this: ILoadOptionsFunctions, filter?: string) => Promise<INodeListSearchResult>,
) {
	return async function (
		this: ILoadOptionsFunctions,
		filter?: string,
	): Promise<INodeListSearchResult> {
		try {
			return await search.call(this, filter);
		} catch (error) {
			throw ofReading(error as NodeApiError);
		}
	};
}

/**
 * Makes the method that fills a dropdown. n8n's editor shows the message of an error there and nothing else, and
 * instead of a NodeApiError only "[object Object]".
 *
 * @param load gives the options
 * @returns a method that throws NodeOperationError, whose message says what happened and what to do
 */
export function dropdown(load: (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>) {
	return async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		try {
			return await load.call(this);
		} catch (error) {
			const { message, description } = ofReading(error as NodeApiError);
			const text = `${message}${message.endsWith('.') ? '' : '.'} ${description ?? ''}`.trim();
			const nodeError = new NodeOperationError(this.getNode(), text);
			// n8n replaces a message in which it finds the name of a network error.
			nodeError.message = text;
			throw nodeError;
		}
	};
}
