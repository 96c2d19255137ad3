import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { ContractRow } from './derive.mts';

/** Where an operation isn't what follows from its data and from the documented sample. Each says why. */
export interface Exception {
	/** What a user enters, beside or instead of what follows from the sample. */
	parameters?: INodeParameters;
	/** What is sent instead of the sample. */
	request?: Partial<ContractRow['request']>;
	/** The list in the documented answer whose entries come out one by one. */
	list?: string;
	/** What comes out instead of the documented answer. */
	items?: IDataObject[];
}

/** The exceptions, by resource and operation, as in `group.updateName`. */
export const exceptions: Readonly<Record<string, Exception>> = {
	// The first page is asked for without the cursor that the samples have.
	'collection.getAll': { request: { query: {} }, list: 'collections' },
	'collection.getProducts': {
		request: { query: { collectionId: '12312312313' } },
		list: 'products',
	},
	'product.getAll': { request: { text: '' }, list: 'products' },
};
