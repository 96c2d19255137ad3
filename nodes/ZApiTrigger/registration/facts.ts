/**
 * Why a node looks at its registration: it is published; n8n has started; it is asked again in the background after a
 * start; it is tested; or it is unpublished, or its test is over.
 */
export type Why = 'publish' | 'start' | 'again' | 'test' | 'end';

/**
 * What was found at an address that was asked. `alive` is a trigger of this package, with the address that it has for
 * its own, unless it is too old to say. `seen` completes the sentence "At this address, there is …".
 */
export type Answer =
	| { is: 'nobody'; seen: string; isFromN8n?: boolean; isRefused?: boolean }
	| { is: 'alive'; seen: string; address?: string }
	| { is: 'unclear'; seen: string; isTooEarly?: boolean };

/** What a node takes at an instance, by slot: its own address at that time, and what was there before; empty if nothing. */
export type Remembered = Record<string, { address: string; before: string }>;

/** Where, among what is remembered, stands whether a node switched *notify sent by me* on: then, nothing was before. */
export const SENT_BY_ME = 'notifySentByMe';
export const WAS_ON = 'on';

/** A node of this process that is published, or being tested. */
export interface LiveNode {
	address: string;
	isTest: boolean;
	workflow: string;
	/** The slots that it wants. */
	wants: string[];
	wantsSentByMe: boolean;
	/** What it holds, and what was there before. */
	taken: Remembered;
}

/** The node that asks. */
export interface Self extends Omit<LiveNode, 'taken'> {
	/** See `keyOf`. */
	key: string;
	/** Whether it may take over what others have set. */
	replaces: boolean;
}

/** All that a decision is made of. */
export interface Facts {
	why: Why;
	self: Self;
	/** The address in each slot that Z-API shows; empty if there is none. */
	shown: Record<string, string>;
	/** Whether Z-API posts the connected number's own messages, too. */
	sentByMe: boolean;
	remembered: Remembered;
	/** The other nodes of this process at this instance, oldest first. */
	live: LiveNode[];
	/** What was answered at addresses, by the address in the slot. */
	answers: Record<string, Answer>;
	/** Hidden slots that were set already. */
	done: string[];
}

/** What is in a slot that a node wants. */
export type SlotKind =
	/** Nothing. */
	| 'free'
	/** This node's address of now. */
	| 'mine'
	/** A test of this node, over or not. */
	| 'test'
	/** The published address of this node, as its test sees it. */
	| 'published'
	/** An earlier address of this node, at which nobody is any more, or which leads here as well. */
	| 'moved'
	/** A test of another node of this n8n that is over. */
	| 'leftover'
	/** Another node of this n8n. */
	| 'sibling'
	/** Another node of this n8n that isn't published any more. */
	| 'gone'
	/** Another n8n, with the same workflow. */
	| 'elsewhere'
	/** Another program. */
	| 'foreign'
	/** An earlier address of this node, or that of another n8n with the same workflow: it couldn't be found out. */
	| 'unclear';

/** A slot that stays as it is although the node wants it. */
export interface Left {
	slot: string;
	address: string;
	kind: SlotKind;
}

/** What a node does next. */
export interface Plan {
	/** Addresses to ask. If there are any, that comes first, and then another decision. */
	ask: string[];
	kinds: Record<string, SlotKind>;
	/** What keeps a node from being published or tested. */
	inTheWay: Left[];
	/** What a node that was started has to do without. */
	left: Left[];
	set: Array<{ slot: string; value: string; from: string }>;
	setSentByMe?: boolean;
	/** What the node holds once this is done. */
	taken: Remembered;
}
