import type {
	IDataObject,
	IExecuteSingleFunctions,
	IHttpRequestMethods,
	INodeExecutionData,
} from 'n8n-workflow';
import type { KnownRefusal } from '../../shared/requests/knownFailures';
import { confirmation } from './confirm';
import type { Field } from './field';
import type { Option } from './option';
import type { Pages } from './pages';
import type { Request } from './request';
import { simplifySwitch } from './simplifySwitch';

/** How an operation lists entries: one item each, and none if there are none. */
interface Listing {
	/** How Z-API gives the list. With pages, *Return All* and *Limit* are there. */
	pages: Pages;
	/** Where the entries are in the body of an answer, if it isn't the list itself: `'products'`. */
	entries?: string | ((body: unknown, request: Request) => IDataObject[]);
}

/**
 * Carries an operation out that isn't one request to Z-API.
 *
 * @param request what the item's fields hold
 * @param read sends a request to Z-API as that of any operation, and gives the entries of the answer
 * @returns the entries that become items
 * @throws UserFacingFailure in words for the user
 */
export type CarryOut = (
	request: Request,
	context: IExecuteSingleFunctions,
	read: (request: Request) => Promise<IDataObject[]>,
) => Promise<IDataObject[]>;

/** One thing that the node can do, as its file says it. */
type Declared = Single & (Listing | { [Name in keyof Listing]?: never });

/** One thing that the node can do, with everything that its parts bring along. */
export type Operation = Omit<Single, 'fields' | 'options'> &
	Partial<Listing> & {
		/** In the order of the panel. */
		fields: Field[];
		options: Option[];
	};

interface Single {
	/** As the operation dropdown shows it, in title case. */
	name: string;
	/** As saved workflows contain it; never changes once released. */
	value: string;
	/**
	 * What it does, in sentence case and with its articles. Errors repeat it: "Z-API didn't unlink groups from the
	 * community". The nodes panel lists it without the articles.
	 */
	action: string;
	description: string;
	/**
	 * Z-API's endpoint, relative to the instance's address; `{name}` is filled by the field of that name. The body is what
	 * is always sent along with the values of the fields.
	 */
	request: {
		method: IHttpRequestMethods;
		url: string;
		/** Tried if Z-API doesn't know the `url`. */
		olderUrl?: string;
		body?: IDataObject;
	};
	/** The documented endpoint's `id`, where several share method and path; in a list, the first is the main one. */
	endpoint?: string | string[];
	/** Whether it changes nothing, and so may be sent again. By default, this follows from the method: GET only reads. */
	isRead?: boolean;
	/** Whether it changes something although its request only reads, such as what a trigger keeps. */
	changesElsewhere?: true;
	/**
	 * Whether it sends something to the chat in `phone`, or, without such a field, to one's own status. What goes to the
	 * same chat is sent in the order of the items.
	 */
	sendsToChat?: true;
	/** Whether the execution waits for somebody's answer. Such an operation is carried out in `sendAndWait/`. */
	waitsForResponse?: true;
	/** Where it takes more than the request: what is sent then is what this sends, and nothing if `isDryRun`. */
	carryOut?: CarryOut;
	/**
	 * Recognizes a good answer that looks like a refusal, such as that of GET /status with its `error`, or that isn't an
	 * object.
	 */
	isAnswer?: (body: unknown) => boolean;
	/** Makes the entries for an empty answer, if that says something: nobody has the number, for example. */
	whenNothing?: (request: Request) => IDataObject[];
	/** Picks the fields of an entry that people look for. Brings the switch *Simplify* along. */
	simplify?: (entry: IDataObject) => IDataObject;
	/** Whether it deletes something: its items say so with `deleted: true`, beside Z-API's own answer. */
	deletes?: true;
	/** Turns an entry into an item, if the item isn't simply the entry's data. */
	toItem?: (
		entry: IDataObject,
		context: IExecuteSingleFunctions,
	) => INodeExecutionData | Promise<INodeExecutionData>;
	/**
	 * Z-API's names for the fields of the body, in the documented order, if the panel's order differs; `order.tax` is the
	 * `tax` in `order`.
	 */
	bodyOrder?: string[];
	/**
	 * What happens to others, or can't be undone, completing "Whether you understand that …". Brings a switch along: while
	 * it is off, nothing is sent.
	 */
	confirm?: string;
	/** To share a field between operations, list the same object in each: it is shown for all of them. */
	fields?: Field[];
	/** What is sent only if the user adds it, under *Options*. */
	options?: Option[];
	/** What the user should do if Z-API understands the request but refuses it. */
	refusedAdvice: string;
	/** Words from Z-API with a special meaning here, and what to do. They take precedence over all others. */
	refusals?: KnownRefusal[];
	/** The first version of the node that no longer offers it. Nodes of earlier versions go on as they are. */
	retiredIn?: number;
}

/** What an operation works on. */
export interface Resource {
	name: string;
	value: string;
	/** In the order of the operation dropdown, which is alphabetical. */
	operations: Operation[];
	/** The operation that a new node starts with. Like every default, it never changes once released. */
	preselected: Operation;
}

/** @returns whether an operation changes nothing */
export function isRead({ isRead: only, request }: Operation): boolean {
	return only ?? request.method === 'GET';
}

/** @returns whether an operation changes something, and so has a *Dry Run* */
export function changesSomething(operation: Operation): boolean {
	return operation.changesElsewhere ?? !isRead(operation);
}

/**
 * Makes an operation from what its file says about it.
 *
 * @returns the operation with the fields and options that its other parts bring along: those of pages, *Simplify*,
 * *I Understand*, and *Largest File*
 */
export function operation(declared: Declared): Operation {
	const { fields = [], options = [], pages, simplify, confirm } = declared;
	const all = [
		...fields,
		...(pages?.field ? [pages.field] : []),
		...(simplify ? [simplifySwitch] : []),
		...(confirm === undefined ? [] : [confirmation(confirm)]),
	];
	const broughtAlong = [...all, ...options].flatMap((part) => part.options ?? []);
	return { ...declared, fields: all, options: [...new Set([...options, ...broughtAlong])] };
}
