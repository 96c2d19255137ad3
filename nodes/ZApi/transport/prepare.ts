import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IExecuteSingleFunctions, IHttpRequestOptions } from 'n8n-workflow';

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

/** Turns what the user gave into what Z-API wants, or throws {@link InvalidValue}. */
export type Clean = (value: unknown, context: IExecuteSingleFunctions) => unknown;

type PreSend = (
	this: IExecuteSingleFunctions,
	request: IHttpRequestOptions,
) => Promise<IHttpRequestOptions>;

const refusals = new WeakMap<object, unknown>();

/**
 * Makes a `preSend` out of a step that may refuse the item's input.
 *
 * The refusal doesn't throw here: n8n runs `preSend` outside of the node's own `send`, and an error thrown
 * there reaches the error output without its item. `send` asks for it through {@link refusalOf}.
 *
 * @param displayName the field's name in the panel, for the error
 * @param step changes the request, or throws `InvalidValue`
 */
export function prepare(
	displayName: string,
	step: (request: IHttpRequestOptions, context: IExecuteSingleFunctions) => void | Promise<void>,
): PreSend {
	return async function (request) {
		try {
			await step(request, this);
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

/**
 * Makes the `preSend` that cleans the value of a field, where the engine has put it.
 *
 * @param place the part of the request that the field is sent in
 * @param property the field's name there
 */
export function prepareProperty(
	displayName: string,
	place: 'body' | 'qs',
	property: string,
	clean: Clean,
): PreSend {
	return prepare(displayName, async (request, context) => {
		const values = request[place] as IDataObject;
		values[property] = (await clean(values[property], context)) as IDataObject;
	});
}

/**
 * Makes the `preSend` that fills `{name}` in an operation's address with the value of the field of that name,
 * as one segment of the path, whatever characters it has.
 */
export function preparePath(displayName: string, name: string, clean: Clean): PreSend {
	return prepare(displayName, async (request, context) => {
		const value = context.getNodeParameter(name, undefined, { extractValue: true });
		const segment = String(await clean(value, context));
		if (/^\.+$/.test(segment)) {
			throw new InvalidValue(`isn't an ID: ${segment}`, 'Choose from the list, or enter an ID.');
		}
		request.url = request.url.replace(`{${name}}`, () => encodeURIComponent(segment));
	});
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
