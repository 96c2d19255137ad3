/**
 * What Z-API has been seen to do besides what it documents, for tests to turn on. At first nothing is: what is certain
 * for everybody, such as the answer to a wrong Client-Token, isn't here.
 */
export interface Quirks {
	/**
	 * The trial or the subscription is over: every request is refused, or every one but `GET /status`, which goes on
	 * saying that the instance is connected. Assumption: that the others are.
	 */
	subscriptionOver: false | 'everywhere' | 'exceptStatus';
	/** The panel has no token activated for the account, and all requests are refused for it. */
	clientTokenMissingInPanel: boolean;
	/** The status with which Z-API says that it doesn't know a path. */
	unknownPathStatus: 200 | 404;
	/** What is said, with 400, to all that needs WhatsApp while the instance isn't connected; else messages wait. */
	notConnected: false | 'INSTANCE_NOT_CONNECTED' | 'You are not connected';
	/** The phone wants a passkey: instead of a code to connect with there is a challenge, until it is reset. */
	passkey: boolean;
	/** How many of the next `PUT /update-webhook-…` answer that all is well, and change nothing. */
	putsWithoutEffect: number;
	/**
	 * The address for messages of both directions gets only the instance's own messages, as one report says; those of
	 * others go to the address for received messages.
	 */
	bothDirectionsIsOwnOnly: boolean;
	/** Replaces headers of what is posted to webhooks; undefined leaves one out. */
	postedHeaders: Record<string, string | undefined>;
}

/** Makes what an instance starts with: nothing out of the ordinary. */
export function noQuirks(): Quirks {
	return {
		subscriptionOver: false,
		clientTokenMissingInPanel: false,
		unknownPathStatus: 404,
		notConnected: false,
		passkey: false,
		putsWithoutEffect: 0,
		bothDirectionsIsOwnOnly: false,
		postedHeaders: {},
	};
}
