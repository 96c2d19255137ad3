import type { ConversationState, WebhookEvent } from './conversationTypes.mts';
import type { Journal } from './journal.mts';
import type { Quirks } from './quirks.mts';
import type { WhatsApp } from './whatsApp.mts';

export type * from './conversationTypes.mts';
export type { Quirks } from './quirks.mts';

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

/** What Z-API tells of by itself, as `type` in the body of a webhook names it. */
export type CallbackType =
	| 'ReceivedCallback'
	| 'DeliveryCallback'
	| 'MessageStatusCallback'
	| 'PresenceChatCallback'
	| 'DisconnectedCallback'
	| 'ConnectedCallback'
	| 'ProxyCallback';

/** What the instance's WhatsApp account holds. */
export interface State extends ConversationState {
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
	/** Where to each kind of event is sent; empty for nowhere. */
	webhooks: Record<CallbackType, string>;
	/** The second address for messages, of both directions, which has priority while it is set. */
	receivedAndDelivery: string;
	/** Whether messages that the instance sends itself are told of as received ones are. */
	notifySentByMe: boolean;
	/** Whether messages of people who aren't admins are removed from announcement groups. */
	announcementGuard: boolean;
	/** How many ids and links have been made up, so that none is made twice. */
	made: number;
}

/** An instance, as requests to it and events from it see it. */
export interface Instance {
	account: Account;
	state: State;
	quirks: Quirks;
	/** Whether it refuses webhooks without TLS on this machine too. */
	httpsWebhooksOnly: boolean;
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

/** An answer before it is put on the wire. Text and a Buffer are sent as they are, other objects as JSON. */
export interface Answer {
	status?: number;
	headers?: Record<string, string>;
	body?: string | object | null;
}

/** A file that the emulator serves. */
export interface ServedFile {
	contentType: string;
	content: Buffer;
}

/** What a webhook answered. */
export interface WebhookAnswer {
	status: number;
	text: string;
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
	/** Refuses webhooks on this machine too unless they are https; they aren't refused, if left out. */
	httpsWebhooksOnly?: boolean;
}

/** An instance of a running emulator. */
export interface EmulatedInstance {
	/** What people know it by, on the phone. */
	name: string;
	account: Account;
	/** The state, to look at and to change from tests. Stays the same object after a reset. */
	state: State;
	/** What it does besides what is documented, to change from tests. Stays the same object after a reset. */
	quirks: Quirks;
	/**
	 * Posts a documented event to the webhook that is set for its type, which must be on this machine.
	 *
	 * @returns what the webhook answered; undefined if nothing is sent, because no webhook is set, or because
	 *   the event is about a message of the instance itself and these aren't to be told of
	 * @throws {Error} if there is no such event, or the webhook is elsewhere, can't be reached, or is too slow
	 */
	emit(event: WebhookEvent): Promise<WebhookAnswer | undefined>;
	/** @returns what it posts its events with, for tests that post events without it */
	postedHeaders(): Record<string, string>;
	/** What others do at WhatsApp, and what happens to the connection. */
	whatsApp: WhatsApp;
	/**
	 * Tells of all that has happened since it was last asked to, in order: what became of messages that were sent,
	 * what came in, and whether the instance is connected.
	 *
	 * @returns what the webhooks answered; nothing of events that have none, or aren't to be told of
	 * @throws {Error} as `emit` does
	 */
	tell(): Promise<WebhookAnswer[]>;
}

/** A running emulator, which is itself the first of its instances. */
export interface Emulator extends EmulatedInstance {
	/** `http://127.0.0.1:<port>` */
	baseUrl: string;
	/** Every request received, in order, to any instance, also refused ones; but none for a file. */
	requests: ReceivedRequest[];
	/** The last requests and events with their answers, for people to look at on the phone. */
	journal: Journal;
	/** Whether it tells of everything at once, as Z-API does, not only when it is asked to. It isn't, at first. */
	tellsAtOnce: boolean;
	/**
	 * The files at `<baseUrl>/files/<name>`, by their names: what addresses of media lead to. Only the emulator
	 * has them, not Z-API.
	 */
	files: Map<string, ServedFile>;
	/** Adds a misbehaviour, also of files. Several may be active; the first that matches wins. */
	misbehave(misbehaviour: Misbehaviour): void;
	/**
	 * Adds another instance, in the seeded state.
	 *
	 * @param account what differs from the first one's account, above all the `instance`
	 * @param name what people know it by
	 */
	addInstance(
		account: Partial<Account> & Pick<Account, 'instance'>,
		name?: string,
	): EmulatedInstance;
	/**
	 * Back to the seeded state, for all instances: no requests, no files, no misbehaviour. Drops requests that still wait out a
	 * delay, and events whose webhook hasn't answered.
	 */
	reset(): void;
	/** Ends open connections too, and resolves when done. */
	close(): Promise<void>;
}
