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
	/** Fields that the endpoint can do without, but not the operation. */
	required?: string[];
}

/** The exceptions, by resource and operation, as in `group.updateName`. */
export const exceptions: Readonly<Record<string, Exception>> = {
	// Each is shown only once a header of its kind is chosen.
	'interactive.sendActionButtons': { required: ['image', 'binaryPropertyName'] },
	'interactive.sendButtons': { required: ['headerImage', 'headerVideo', 'binaryPropertyName'] },
	'interactive.sendCopyCode': { required: ['image', 'binaryPropertyName'] },
};
