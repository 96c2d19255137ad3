/** The three secrets of an instance. */
export interface Account {
	instance: string;
	token: string;
	/** Empty: the account hasn't activated its security token, and none is asked for. */
	clientToken: string;
}

/** A group as the metadata of its community shows it. */
export interface Group {
	name: string;
	phone: string;
	isGroupAnnouncement: boolean;
}

/** A community, with the fields of its metadata. */
export interface Community {
	id: string;
	name: string;
	description: string;
	subGroups: Group[];
}

/** What the instance's WhatsApp account holds. */
export interface State {
	connected: boolean;
	communities: Community[];
	/** Groups that belong to no community. */
	unlinkedGroups: Group[];
}

/** A request as it came in. */
export interface ReceivedRequest {
	method: string;
	/**
	 * Path without the instance's address, e.g. `/communities/unlink`; percent-encoding untouched.
	 * The whole path if it doesn't start with the address of an instance.
	 */
	path: string;
	/** The raw request target, as it came in. */
	target: string;
	/** The query parameters; of one that is repeated, the last. */
	query: Record<string, string>;
	headers: Record<string, string | string[] | undefined>;
	/** The body as text. */
	text: string;
	/** The body parsed, if it is JSON; undefined otherwise. */
	body: unknown;
}

/** An answer before it is put on the wire. An object body is sent as JSON, a string as it is. */
export interface Answer {
	status?: number;
	headers?: Record<string, string>;
	body?: string | object | null;
}

/** How the emulator departs from its normal behaviour for some requests. */
export interface Misbehaviour {
	/** Which requests it hits; all, if left out. */
	when?: (request: ReceivedRequest) => boolean;
	/** How many requests it hits before it is over; no limit, if left out. */
	times?: number;
	/** Waits before it answers (or hangs up). Alone, the normal answer follows after the wait. */
	delayMilliseconds?: number;
	/** Answers this instead of carrying the request out. */
	answer?: Answer;
	/**
	 * Drops the connection: before any answer, without carrying the request out; or in the middle of the
	 * body, which is `answer`'s, or else the normal one of a request that has been carried out.
	 */
	hangUp?: 'before' | 'during';
}

/** How to start an emulator. */
export interface EmulatorOptions {
	/** A free one, if left out. */
	port?: number;
	/** Replaces parts of the default account. */
	account?: Partial<Account>;
	/** Whether the instance is connected to WhatsApp; it is, if left out. */
	connected?: boolean;
}

/** A running emulator. */
export interface Emulator {
	/** `http://127.0.0.1:<port>` */
	baseUrl: string;
	account: Account;
	/** Every request received, in order, also refused ones. */
	requests: ReceivedRequest[];
	/** The state, to look at and to change from tests. Stays the same object after a reset. */
	state: State;
	/** Adds a misbehaviour. Several may be active; the first that matches wins. */
	misbehave(misbehaviour: Misbehaviour): void;
	/** Back to the seeded state: no requests, no misbehaviour. Drops requests that still wait out a delay. */
	reset(): void;
	/** Ends open connections too, and resolves when done. */
	close(): Promise<void>;
}
