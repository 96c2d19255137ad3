import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { ContractRow } from './derive.mts';

/** Where an operation isn't what follows from its data and from the documented sample. Each says why. */
export interface Exception {
	/** What a user enters, beside or instead of what follows from the sample. */
	parameters?: INodeParameters;
	/** What is sent instead of the sample. */
	request?: Partial<ContractRow['request']>;
	/** What comes out instead of the documented answer. */
	items?: IDataObject[];
}

/** The exceptions, by resource and operation, as in `group.updateName`. */
export const exceptions: Readonly<Record<string, Exception>> = {};
