import type { IDataObject, IExecuteSingleFunctions, INodeProperties } from 'n8n-workflow';
import type { Settings } from '../../shared/account/settings';
import type { ReadNamedList } from '../../shared/pickers/namedLists';
import { UserFacingFailure } from '../../shared/requests/errors';
import { InvalidValue } from '../../shared/values/invalidValue';
import { isObject } from '../../shared/values/objects';
import { isNotGiven } from '../../shared/values/cleanText';
import type { ReadFor } from '../../shared/values/values';
import type { Option } from './option';
import type { Request } from './request';

/** An item whose fields are being read. */
export interface Item {
	/** The node, from the item's point of view. */
	context: IExecuteSingleFunctions;
	settings: Settings;
	/** Reads the lists in which names are looked up. */
	readList: ReadNamedList;
}

/** What is needed to read a parameter of an item. */
type InContext = Pick<Item, 'context'>;

/** A field of an operation: what the panel shows, and what happens to its value. */
export interface Field {
	properties: INodeProperties[];
	/** What it brings along under *Options*. */
	options?: Option[];
	/**
	 * Puts the user's value for an item into the item's request. Whatever takes time goes into `request.lookUps`. Without
	 * it, the field is only shown, or somebody else reads it.
	 *
	 * @throws UserFacingFailure, which names the field and the item, when the value is invalid
	 */
	fill?(request: Request, item: Item): void;
}

/** A column of a list that people fill in row by row. */
export interface Column<Result = unknown> {
	/** As the panel shows it. */
	property: INodeProperties;
	read: ReadFor<Result>;
	/** What errors call it, with its article, as in "a label". By default, this follows from its name in the panel. */
	part?: string;
	isOptional?: boolean;
	/** What it brings along under *Options*. */
	options?: Option[];
	/** The only values of another column, by that column's name, with which this one is there. */
	onlyFor?: Record<string, string[]>;
	/** Reads the column of a row, if its errors aren't simply about the column. */
	readPart?: ReadFor<unknown>;
}

interface AnyValue<Result> extends Field, Column<Result> {
	fill(request: Request, item: Item): void;
}

/** A field with one value. It can also be a column of a list. */
export interface RequiredValue<Result = unknown> extends AnyValue<Result> {
	isOptional: false;
}

/** A field with one value that may be left out. It can also be an option. */
export interface Value<Result = unknown> extends AnyValue<Result>, Option {
	isOptional?: true;
	put(request: Request, value: unknown, item: Item): void;
}

/** How a value is read and sent. */
export interface Sending<Result> {
	/** Reads what the user entered, or throws InvalidValue. Undefined isn't sent. */
	read: ReadFor<Result>;
	/** Z-API's name, if it differs from the panel's, with dots leading into objects; `$` for the body itself. */
	sentAs?: string;
	/** Sends it in the query instead of the body. */
	inQuery?: true;
	/**
	 * Finds out what to send for a value that has been read, when this takes time, as a name does whose ID has to be
	 * looked up. It happens before it is the request's turn. May throw InvalidValue.
	 */
	lookUp?: (value: NonNullable<Result>, item: Item) => Promise<unknown>;
	/** Whether a value needs no look-up. */
	isKnown?: (value: NonNullable<Result>) => boolean;
}

/** Names the item as n8n itself does, where there are others. */
function itemSuffix({ context }: InContext): string {
	const [items] = context.getExecuteData().data.main ?? [];
	return (items?.length ?? 0) > 1 ? ` [item ${context.getItemIndex()}]` : '';
}

function toFailure(item: InContext, displayName: string, error: unknown): unknown {
	if (!(error instanceof InvalidValue)) return error;
	const message = `${error.about(displayName)}${itemSuffix(item)}`;
	return new UserFacingFailure({ message, description: error.advice });
}

/**
 * Reads a value of a field. An invalid value becomes an error that names the field, and the item if there are others.
 *
 * @param displayName the field's name in the panel
 * @param read reads it, or throws InvalidValue
 * @throws UserFacingFailure, which names the field and the item
 */
export function readNamed<Result>(
	item: InContext,
	displayName: string,
	read: () => Result,
): Result {
	try {
		return read();
	} catch (error) {
		throw toFailure(item, displayName, error);
	}
}

/** @returns whether the user chose a value from the field's list, rather than entering it or an expression */
function isChosen({ context }: Item, { name, type }: INodeProperties, given: unknown): boolean {
	if (type === 'resourceLocator') return isObject(given) && given.mode === 'list';
	if (type !== 'multiOptions' || !Array.isArray(given)) return false;
	return Array.isArray(context.getNodeParameter(name, undefined, { rawExpressions: true }));
}

/** @returns what the user entered in a field, or what its expression gives for the item */
export function parameterOf({ context }: InContext, name: string, fallback?: unknown): unknown {
	// n8n's validation would search all fields of the node; here, each field has its own reader.
	return context.getNodeParameter(name, fallback, { skipValidation: true });
}

/**
 * @param path the name of a parameter, with dots leading into collections
 * @returns whether the user typed its value, and no expression makes any of it
 */
export function isTyped({ context }: InContext, path: string): boolean {
	const isPlain = (raw: unknown): boolean => {
		if (typeof raw === 'object' && raw !== null) return Object.values(raw).every(isPlain);
		return !(typeof raw === 'string' && raw.startsWith('='));
	};
	return isPlain(context.getNodeParameter(path, undefined, { rawExpressions: true }));
}

/**
 * @param name of an option of an operation
 * @returns its value, or the fallback where the user left it out or has nothing in it
 */
export function optionOf(item: InContext, name: string, fallback?: unknown): unknown {
	const given = parameterOf(item, `options.${name}`, fallback);
	return isNotGiven(given) ? fallback : given;
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

/** @returns the item, with whether the value that is read next was typed */
export function withTyped(item: Item, isTypedHere: () => boolean): Item {
	return { ...item, settings: { ...item.settings, isTyped: isTypedHere } };
}

/** @returns the property, with where its value is sent; n8n's own engine needs to know, and so do the tests */
export function sentProperty(
	property: INodeProperties,
	{ sentAs = property.name, inQuery }: Pick<Sending<unknown>, 'sentAs' | 'inQuery'>,
): INodeProperties {
	const type = inQuery ? 'query' : 'body';
	return { ...property, routing: { send: { type, property: sentAs } } };
}

/**
 * Makes a field with one value from n8n's property. It is sent under its own name; or in the path, if the operation's
 * address contains that name in braces.
 *
 * @param property the field as the panel shows it
 * @param sending how its value is read and sent
 */
export function value<Result>(property: INodeProperties, sending: Sending<Result>): Value<Result> {
	const { name, displayName } = property;
	const { read, sentAs = name, inQuery, lookUp, isKnown } = sending;
	const place = (request: Request, found: unknown) => {
		const placeholder = `{${sentAs}}`;
		if (request.url.includes(placeholder)) {
			const segment = pathSegment(found);
			request.url = request.url.replace(placeholder, () => segment);
		} else {
			putAt(inQuery ? request.qs : request.body, sentAs, found);
		}
	};
	const put = (request: Request, given: unknown, item: Item) => {
		readNamed(item, displayName, () => {
			const found = read(given, item.settings);
			if (found === undefined || found === null) return;
			if (!lookUp || isKnown?.(found)) {
				place(request, found);
				return;
			}
			// It keeps its place among the other fields of the body.
			if (!inQuery && !request.url.includes(`{${sentAs}}`)) putAt(request.body, sentAs, '');
			request.lookUps.push(async () => {
				try {
					place(request, await lookUp(found, item));
				} catch (error) {
					throw toFailure(item, displayName, error);
				}
			});
		});
	};
	return {
		property,
		properties: [sentProperty(property, sending)],
		read,
		put,
		fill(request, item) {
			const given = parameterOf(item, name);
			// n8n's own `extractValue` would search all fields of this name in the whole node.
			const isLocator = property.type === 'resourceLocator' && isObject(given) && 'value' in given;
			const settings = { ...item.settings, isChosen: isChosen(item, property, given) };
			const own = withTyped({ ...item, settings }, () => isTyped(item, name));
			put(request, isLocator ? given.value : given, own);
		},
	};
}
