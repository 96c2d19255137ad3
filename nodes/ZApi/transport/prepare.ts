import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IExecuteSingleFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { InvalidValue } from '../../shared/values/invalidValue';

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

/** A value as one segment of a path, whatever characters it has. A segment of dots would lead out of the path. */
function pathSegment(value: unknown): string {
	const text = String(value);
	const advice = 'Choose from the list, or enter an ID.';
	if (/^\.+$/.test(text)) throw new InvalidValue(`isn't an ID: ${text.slice(0, 60)}`, advice);
	// Half of a character can't be encoded.
	if (/\p{Cs}/u.test(text)) throw new InvalidValue('has characters that no ID has', advice);
	return encodeURIComponent(text);
}

/**
 * Makes the `preSend` that cleans the value of a field, where the engine has put it. If the operation's address
 * has the field's name in braces, the value goes there instead. (A field of its own for the path would have the
 * same name, and n8n evaluates the expressions of every field of that name for every item.)
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
		const value = await clean(values[property], context);
		const placeholder = `{${property}}`;
		if (request.url.includes(placeholder)) {
			const segment = pathSegment(value);
			request.url = request.url.replace(placeholder, () => segment);
			delete values[property];
		} else {
			values[property] = value as IDataObject;
		}
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
