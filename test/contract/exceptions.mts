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

/**
 * Which of several endpoints with the same method and path an operation is for, as long as it doesn't say so in
 * an `endpoint` of its own.
 */
export const sharedRoutes: Readonly<Record<string, string | string[]>> = {
	'community.addParticipants': 'add-community-participant',
	'community.demoteAdmin': 'remove-community-admin',
	'community.promoteToAdmin': 'add-community-admin',
	'community.removeParticipants': 'remove-community-participant',
	'group.addParticipants': 'add-participant',
	'group.demoteAdmin': 'remove-admin',
	'group.promoteToAdmin': 'add-admin',
	'group.removeParticipants': 'remove-participant',
};
