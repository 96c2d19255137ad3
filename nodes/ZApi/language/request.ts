import type { IBinaryData, IDataObject, IHttpRequestMethods } from 'n8n-workflow';

/** The request of one item, while it is being built. */
export interface Request {
	method: IHttpRequestMethods;
	/** Relative to the instance's address. `{name}` stands for the field of that name. */
	url: string;
	body: IDataObject;
	qs: IDataObject;
	/** How many entries are wanted of a list that is read page by page. */
	limit?: number;
	/** The item's file to send, before it is read. */
	file?: IBinaryData;
	/** Whether to return only the fields of the answer that people look for. */
	isSimplified?: boolean;
	/** What has to be found out before it is the request's turn, such as the ID behind a name. */
	lookUps: Array<() => Promise<void>>;
	/** Puts a file into the body. Called when it is the request's turn, so that only a few files are in memory. */
	addFile?: () => Promise<void>;
}
