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
	/** Whether the operation needs a field, where that differs from what the endpoint needs. */
	required?: Record<string, boolean>;
}

/** The exceptions, by resource and operation, as in `group.updateName`. */
export const exceptions: Readonly<Record<string, Exception>> = {
	'message.editText': {
		// The sample sends a new text; with the ID of a message, the same endpoint changes that one.
		parameters: { editMessageId: '3999984263738042930CD6ECDE9VDWSA' },
		request: {
			text: '{"phone":"5511999998888","message":"Welcome to *Z-API*","editMessageId":"3999984263738042930CD6ECDE9VDWSA"}',
		},
		required: { editMessageId: true },
	},
	'message.sendDocument': {
		// It follows from the file.
		required: { extension: false },
	},
	'message.sendVideo': {
		// The sample says that the video may be seen more than once, which goes without saying.
		request: {
			text: '{"phone":"5511999999999","video":"https://file-examples-com.github.io/uploads/2017/04/file_example_MP4_480_1_5MG.mp4","caption":"Test"}',
		},
	},
};
