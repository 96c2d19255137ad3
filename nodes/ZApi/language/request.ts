import type { IBinaryData, IDataObject, IHttpRequestMethods } from 'n8n-workflow';

/** What makes one message of several. */
export interface MessageToSend {
	/** Puts it into a request, when it is its turn. */
	addTo(request: Request): Promise<void>;
}

/** A file of the item that is to be sent. */
export interface FileToSend extends MessageToSend {
	/** As n8n describes it, before it is read. */
	file: IBinaryData;
	/**
	 * Reads it and puts it into a request. Called when it is the request's turn, so that only a few files are in memory.
	 *
	 * @throws UserFacingFailure, which names the field and the item, when it can't be sent
	 */
	addTo(request: Request): Promise<void>;
}

/** The request of one item, while it is being built. */
export interface Request {
	method: IHttpRequestMethods;
	/** Relative to the instance's address. `{name}` stands for the field of that name. */
	url: string;
	body: IDataObject;
	qs: IDataObject;
	/** How many entries are wanted of a list that is read page by page. */
	limit?: number;
	/** Whether to return only the fields of the answer that people look for. */
	isSimplified?: boolean;
	/** Whether nothing is to be sent: then the item is what would be. */
	isDryRun?: boolean;
	/** Whether the item is no failure if nobody can tell whether the message was sent. */
	continuesWhenUnclear?: boolean;
	/** What has to be found out before it is the request's turn, such as the ID behind a name. */
	lookUps: Array<() => Promise<void>>;
	/** The item's files to send. Several become several requests, in their order. */
	files: FileToSend[];
	/** The parts of a text that is too long for one message. They become requests as well. */
	parts: MessageToSend[];
}
