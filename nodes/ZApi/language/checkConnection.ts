import type { Option } from './option';

export const CHECK_CONNECTION = 'Check the Connection First';

/** An option of every operation that sends to a chat. The run reads it once; it isn't sent. */
export const checkConnection: Option = {
	properties: [
		{
			displayName: CHECK_CONNECTION,
			name: 'checkConnection',
			type: 'boolean',
			default: true,
			description:
				"Whether to ask Z-API first if WhatsApp is connected. If it is not, messages wait in Z-API's queue, and each item has waitsForConnection: true.",
		},
	],
};
