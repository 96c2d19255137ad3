import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { ContractRow } from './derive.mts';
import { endpointOf } from './endpoints.mts';

/** Where an operation isn't what follows from its data and from the documented sample. Each says why. */
export interface Exception {
	/** What a user enters, beside or instead of what follows from the sample. */
	parameters?: INodeParameters;
	/** What is sent instead of the sample. */
	request?: Partial<ContractRow['request']>;
	/** What comes out instead of the documented answer. */
	items?: IDataObject[];
}

/** The list in a documented answer. */
function entriesOf(id: string, name: string): IDataObject[] {
	const { shape } = endpointOf(id).response;
	return (shape as Record<string, IDataObject[]>)[name] ?? [];
}

/** The exceptions, by resource and operation, as in `group.updateName`. */
export const exceptions: Readonly<Record<string, Exception>> = {
	// Nothing is deleted or given away before the user confirms it.
	'channel.delete': { parameters: { confirm: true } },
	'channel.transferOwnership': { parameters: { confirm: true } },
	// The entries are inside of the answer.
	'channel.search': { items: entriesOf('search-newsletter', 'data') },
	// Z-API lists bare phones, and an item needs a name for them.
	'privacy.getDisallowed': { items: [{ phone: '554411111111' }, { phone: '554422222222' }] },
	// A switch in the panel, a word on the way.
	'privacy.updateReadReceipts': { parameters: { enabled: true } },
};
