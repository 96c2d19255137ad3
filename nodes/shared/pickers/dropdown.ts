import { NodeOperationError } from 'n8n-workflow';
import type { ILoadOptionsFunctions, INodePropertyOptions, NodeApiError } from 'n8n-workflow';
import { wholeText } from '../requests/errors';

/**
 * Makes the method that fills a dropdown. There, n8n's editor shows only the message of an error, and only "[object
 * Object]" for a NodeApiError.
 *
 * @param load gives the options
 * @returns a method that throws NodeOperationError, whose message says what happened and what to do
 */
export function dropdown(load: (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>) {
	return async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		try {
			return await load.call(this);
		} catch (error) {
			const text = wholeText(error as NodeApiError);
			const nodeError = new NodeOperationError(this.getNode(), text);
			// n8n replaces a message in which it finds the name of a network error.
			nodeError.message = text;
			throw nodeError;
		}
	};
}
