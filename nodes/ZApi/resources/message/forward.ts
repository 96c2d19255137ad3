import { operation } from '../../language/operation';
import { messageId } from '../../fields/message';
import { delayMessage } from '../../fields/messageOptions';
import { chat, to } from '../../fields/to';

const messagePhone = chat('From Chat', 'The chat with the message', 'messagePhone');

/** @see https://developer.z-api.io/message/forward-message */
export const forward = operation({
	name: 'Forward',
	value: 'forward',
	action: 'Forward a message',
	description: 'Send a message from one chat to another. Z-API puts it in its queue.',
	request: { method: 'POST', url: '/forward-message' },
	sendsToChat: true,
	fields: [to, messageId, messagePhone],
	options: [delayMessage],
	refusedAdvice:
		'Messages are forwarded only if the instance has a webhook address: publish a workflow with a Z-API Trigger. Check that From Chat has this message.',
	refusals: [
		{
			words: /does not forward because it was not found/i,
			advice: 'Check Message ID, and that From Chat is the chat with this message.',
		},
	],
});
