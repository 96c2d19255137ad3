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
				'Whether to ask Z-API once, before anything is sent, if WhatsApp is connected. If it is not, Z-API keeps the messages in its queue, and each item has waitsForConnection: true.',
		},
	],
};
