import { NodeOperationError } from 'n8n-workflow';
import type { IExecuteSingleFunctions, IHttpRequestOptions, PreSendAction } from 'n8n-workflow';

/** Says what is wrong with a value; {@link prepare} adds the field and the item. */
export class InvalidValue extends Error {
	/**
	 * @param problem completes a sentence that starts with the field's name, e.g. "is empty"
	 * @param advice what the user should do next
	 */
	constructor(
		readonly problem: string,
		readonly advice: string,
	) {
		super(problem);
	}
}

const refusals = new WeakMap<object, unknown>();

/**
 * Makes the `preSend` of a body field that cleans the field's value before it goes out.
 *
 * A value that is refused doesn't throw here: n8n runs `preSend` outside of the node's own `send`, and an
 * error thrown there reaches the error output without its item. `send` asks for it through {@link refusalOf}.
 *
 * @param displayName the field's name in the panel, for the error
 * @param property the field's name in the body
 * @param clean turns what the user gave into what Z-API wants, or throws `InvalidValue`
 */
export function prepare(
	displayName: string,
	property: string,
	clean: (value: unknown) => unknown,
): PreSendAction {
	return async function (this: IExecuteSingleFunctions, request: IHttpRequestOptions) {
		const body = request.body as Record<string, unknown>;
		try {
			body[property] = clean(body[property]);
		} catch (error) {
			if (!refusals.has(request)) {
				refusals.set(
					request,
					error instanceof InvalidValue ? inputError(this, displayName, error) : error,
				);
			}
		}
		return request;
	};
}

function inputError(
	context: IExecuteSingleFunctions,
	displayName: string,
	{ problem, advice }: InvalidValue,
): NodeOperationError {
	const itemIndex = context.getItemIndex();
	// The suffix is n8n's own way to name an item; its editor doesn't repeat it.
	const message = `${displayName} ${problem} [item ${itemIndex}]`;
	return new NodeOperationError(context.getNode(), message, { description: advice, itemIndex });
}

/**
 * @param request the request of one item, after its `preSend` functions ran
 * @returns the first error among them, or undefined if nothing is wrong with the item's input
 */
export function refusalOf(request: object): unknown {
	return refusals.get(request);
}
