/** A chat that isn't a group's: a person's or a channel's. */
export interface Chat {
	/** Digits, or a channel's id, which ends with `@newsletter`. */
	phone: string;
	/** Only people whom the connected number knows have one, and channels. */
	name?: string;
	/** In milliseconds. */
	lastMessageTime: number;
}

/** What was set for a chat, a group's or another; what is left out is off. */
export interface ChatSettings {
	archived?: boolean;
	pinned?: boolean;
	muted?: boolean;
	/** Marked as unread by hand. */
	unread?: boolean;
}

/** Someone in the address book. */
export interface Contact {
	phone: string;
	name: string;
	short: string;
}

/** What a message shows, under the key that webhooks have for its kind, such as `text`. */
export type Content = Record<string, Record<string, unknown>>;

/** The fields that a message was sent with. */
export type Fields = Record<string, unknown>;

/**
 * What has become of a message: it waits, it couldn't be sent, or the last that Z-API would tell of it. One that
 * came in is `RECEIVED`, and `READ_BY_ME` once it was read.
 */
export type MessageStatus =
	| 'QUEUED'
	| 'FAILED'
	| 'SENT'
	| 'RECEIVED'
	| 'READ'
	| 'PLAYED'
	| 'READ_BY_ME';

/** A message of a chat, sent or received. */
export interface Message {
	messageId: string;
	/** Only what the instance sent has one. */
	zaapId?: string;
	/** The chat. */
	phone: string;
	fromMe: boolean;
	/** Whether one of the instance itself was written on the connected phone, not sent through Z-API. */
	isByHand?: boolean;
	/** Who wrote it, in a group. */
	participantPhone?: string;
	/** In milliseconds. */
	momment: number;
	status: MessageStatus;
	content: Content;
	/** The message that it answers. */
	quotedMessageId?: string;
	/** The `id` of the endpoint that it was sent with, and the documented fields; both only of what was sent. */
	endpoint?: string;
	fields?: Fields;
	/** Who reacted with what, by number. */
	reactions: Record<string, string>;
	/** Who voted for what in a poll, by number. */
	votes: Record<string, string[]>;
	/** Why it couldn't be sent. */
	error?: string;
	isEdited?: boolean;
	isDeleted?: 'forMe' | 'forEveryone';
	isPinned?: boolean;
}

/** What of the state is about conversations. */
export interface ConversationState {
	/** The chats besides those of groups. */
	chats: Chat[];
	chatSettings: Record<string, ChatSettings>;
	contacts: Contact[];
	/** The messages of all chats, in the order in which they were accepted and came in. */
	messages: Message[];
	/** The errors with which messages to a chat fail, by its id, for tests to set. */
	sendErrors: Record<string, string>;
	/** Refuses messages while the instance isn't connected, instead of keeping them. */
	disableEnqueueWhenDisconnected: boolean;
	/** What Z-API has to tell of, in order, until it is asked to. */
	events: WebhookEvent[];
}

/** What is to be sent to a webhook. */
export interface WebhookEvent {
	/** One of the types of webhooks, such as `ReceivedCallback`. */
	type: string;
	/** Which of the documented samples of that type; the first, if left out. */
	title?: string;
	/** Replaces fields of the sample, each as a whole. */
	body?: object;
}
