/** The three secrets of an instance. */
export interface Account {
	instance: string;
	token: string;
	/** Empty: the account hasn't activated its security token, and none is asked for. */
	clientToken: string;
}

/** A group as the metadata of its community shows it. */
export interface SubGroup {
	name: string;
	phone: string;
	isGroupAnnouncement: boolean;
}

/** A community, with the fields of its metadata and what else can be set. */
export interface Community {
	id: string;
	name: string;
	description: string;
	/** Decides which groups belong to the community, and what these are called. */
	subGroups: SubGroup[];
	/** A URL or a data URI; none, if left out. */
	photo?: string;
	/** Only admins, if left out. */
	whoCanAddNewGroups?: 'admins' | 'all';
}

/** A member of a group. Whoever made the group is `isSuperAdmin`, and not `isAdmin` as well. */
export interface Participant {
	/** Digits, or an id that ends with `@lid`. */
	phone: string;
	isAdmin: boolean;
	isSuperAdmin: boolean;
	/** Both names are there only for people whom the connected number knows. */
	short?: string;
	name?: string;
}

/** A group, whether it is in a community or not; times in milliseconds. */
export interface Group {
	/** Its id, such as `120363019502650977-group`. */
	phone: string;
	/** In a community, the name there goes before. */
	name: string;
	description: string;
	/** A URL or a data URI. */
	photo: string | null;
	owner: string;
	creation: number;
	subjectTime: number;
	subjectOwner: string;
	lastMessageTime: number;
	invitationLink: string;
	adminOnlyMessage: boolean;
	adminOnlySettings: boolean;
	requireAdminApproval: boolean;
	adminOnlyAddMember: boolean;
	participants: Participant[];
	/** Phones of those who ask to join. */
	pendingRequests: string[];
}

/** A private message with a group's invitation link, to someone who couldn't be added. */
export interface Invitation {
	phone: string;
	groupId: string;
}

/** A text that was accepted for sending, with the documented fields it came with. */
export interface Message {
	zaapId: string;
	messageId: string;
	/** The chat. */
	phone: string;
	message: string;
	mentioned?: string[];
	groupMentioned?: Array<{ phone: string; subject: string }>;
	mentionAll?: boolean;
	delayMessage?: number;
}

/** What the instance's WhatsApp account holds. */
export interface State {
	connected: boolean;
	/** The number of the account itself. */
	connectedPhone: string;
	communities: Community[];
	/**
	 * The details of groups, in communities or not, and also of some that the connected number isn't in. A
	 * group that only a community's `subGroups` know is added as soon as it is needed.
	 */
	groups: Group[];
	/** People who can't be added to a group, only be invited. */
	inviteOnlyPhones: string[];
	/** The invitations sent, in order. */
	invitations: Invitation[];
	/** The texts accepted, in order. */
	messages: Message[];
	/** How many ids and links have been made up, so that none is made twice. */
	made: number;
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
