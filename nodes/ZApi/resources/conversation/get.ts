import { operation } from '../../language/operation';
import { chatId } from '../../fields/to';
import { tellTrigger } from '../../conversations/tellTrigger';

/** @see https://developer.z-api.io/instance/me */
export const get = operation({
	name: 'Get',
	value: 'get',
	action: 'Check whether a conversation is paused',
	description:
		'Find out whether the Z-API Trigger of this n8n is paused for a chat, until when, and why',
	request: { method: 'GET', url: '/me' },
	carryOut: tellTrigger('look'),
	fields: [chatId],
	refusedAdvice: 'Check the credential, and try again.',
});
