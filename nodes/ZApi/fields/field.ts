import type {
	IBinaryData,
	IDataObject,
	IExecuteSingleFunctions,
	IHttpRequestMethods,
	INodeProperties,
} from 'n8n-workflow';
import { FailureInWords } from '../../shared/requests/errors';
import { InvalidValue } from '../../shared/values/invalidValue';
import { isObject } from '../../shared/values/objects';
import type { Read } from '../../shared/values/values';

/** The request of one item, while it is being put together. */
export interface Draft {
	method: IHttpRequestMethods;
	/** Relative to the instance's address. `{name}` stands for the field of that name. */
	url: string;
	body: IDataObject;
	qs: IDataObject;
	/** How many entries are wanted of a list that is read page by page. */
	limit?: number;
	/** How to ask for the next page of a list whose pages have no numbers. */
	cursor?: {
		place: 'body' | 'qs';
		name: string;
		/** @returns undefined after the last page */
		nextOf: (body: unknown) => unknown;
	};
	/** The item's file to send, before it is read. */
	file?: IBinaryData;
	/** Whether to return only the fields of the answer that people look for. */
	isSimplified?: boolean;
	/** Puts a file into the body. Called when it is the request's turn, so that only a few files are in memory. */
	addFile?: () => Promise<void>;
}

/** A field of an operation: what the panel shows, and what happens to its value. */
export interface Field {
	properties: INodeProperties[];
	/**
	 * Puts the user's value for an item into the item's request.
	 *
	 * @throws FailureInWords, which names the field and the item, when that is invalid
	 */
	fill(draft: Draft, context: IExecuteSingleFunctions): void;
}

/** A field with one value, which can also be part of a collection. */
export interface ValueField extends Field {
	/** Puts a value into the request. See {@link Field.fill}. */
	put(draft: Draft, value: unknown, context: IExecuteSingleFunctions): void;
}

/** Adds the field and the item to an error about a value. The suffix is n8n's own way to name an item. */
function named(context: IExecuteSingleFunctions, displayName: string, error: unknown): unknown {
	if (!(error instanceof InvalidValue)) return error;
	const message = `${displayName} ${error.problem} [item ${context.getItemIndex()}]`;
	return new FailureInWords({ message, description: error.advice });
}

/**
 * Reads a value of a field. An invalid value becomes an error that names the field and the item.
 *
 * @param displayName the field's name in the panel
 * @param read reads it, or throws InvalidValue
 * @throws FailureInWords, which names the field and the item
 */
export function readNamed<Result>(
	context: IExecuteSingleFunctions,
	displayName: string,
	read: () => Result,
): Result {
	try {
		return read();
	} catch (error) {
		throw named(context, displayName, error);
	}
}

/** Encodes a value as one segment of a path. A segment that consists of dots would lead out of the path. */
function pathSegment(value: unknown): string {
	const text = String(value);
	const advice = 'Choose from the list, or enter an ID.';
	if (/^\.+$/.test(text)) throw new InvalidValue(`isn't an ID: ${text.slice(0, 60)}`, advice);
	// Half of a character can't be encoded.
	if (/\p{Cs}/u.test(text)) throw new InvalidValue('has characters that no ID has', advice);
	// A channel's ID has an @, which is no special character in a path.
	return encodeURIComponent(text).replaceAll('%40', '@');
}

/**
 * Puts a value into an object.
 *
 * @param path the name, with dots leading into objects, which are created as needed
 */
export function putAt(target: IDataObject, path: string, value: unknown): void {
	const [name = '', ...inner] = path.split('.');
	if (inner.length === 0) {
		target[name] = value as IDataObject;
	} else {
		putAt((target[name] ??= {}) as IDataObject, inner.join('.'), value);
	}
}

function sentIn(
	type: 'body' | 'query',
	property: INodeProperties,
	read: Read<unknown>,
	path: string,
): ValueField {
	const { name, displayName } = property;
	const put: ValueField['put'] = (draft, given, context) => {
		const placeholder = `{${path}}`;
		readNamed(context, displayName, () => {
			const value = read(given);
			if (value === undefined) return;
			if (draft.url.includes(placeholder)) {
				const segment = pathSegment(value);
				draft.url = draft.url.replace(placeholder, () => segment);
			} else {
				putAt(draft[type === 'body' ? 'body' : 'qs'], path, value);
			}
		});
	};
	return {
		properties: [{ ...property, routing: { send: { type, property: path } } }],
		put,
		fill(draft, context) {
			const given: unknown = context.getNodeParameter(name, undefined, { skipValidation: true });
			// n8n's own `extractValue` would search all fields of this name in the whole node.
			const isLocator = property.type === 'resourceLocator' && isObject(given) && 'value' in given;
			put(draft, isLocator ? given.value : given, context);
		},
	};
}

/**
 * Sends a field in the request's body, under its own name; or in the path, if the operation's address contains that
 * name in braces.
 *
 * @param property the field as the panel shows it
 * @param read reads the user's value; undefined isn't sent
 * @param path Z-API's name for it, if it differs from the panel's, with dots leading into objects; `$` for the body
 * itself
 */
export function inBody(
	property: INodeProperties,
	read: Read<unknown>,
	path = property.name,
): ValueField {
	return sentIn('body', property, read, path);
}

/** Sends a field in the request's query, under its own name. See {@link inBody}. */
export function inQuery(
	property: INodeProperties,
	read: Read<unknown>,
	path = property.name,
): ValueField {
	return sentIn('query', property, read, path);
}

/**
 * Makes a collection of optional fields. One that isn't added isn't sent.
 *
 * @param property the collection as the panel shows it, without its options
 * @param fields what can be added to it
 */
export function collection(property: INodeProperties, fields: ValueField[]): Field {
	const options = fields.flatMap(({ properties }) => properties);
	return {
		properties: [{ ...property, options }],
		fill(draft, context) {
			const given = context.getNodeParameter(property.name, {}) as IDataObject;
			for (const { properties, put } of fields) {
				const [{ name } = { name: '' }] = properties;
				if (Object.hasOwn(given, name)) put(draft, given[name], context);
			}
		},
	};
}
