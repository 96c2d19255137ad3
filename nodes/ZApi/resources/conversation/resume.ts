import { operation } from '../../language/operation';
import { chatId } from '../../fields/to';
import { tellTrigger } from '../../conversations/tellTrigger';

/** @see https://developer.z-api.io/instance/me */
export const resume = operation({
	name: 'Resume',
	value: 'resume',
	action: 'Resume a conversation',
	description:
		'End the pause of a chat, so that the Z-API Trigger of this n8n starts workflows for it again',
	request: { method: 'GET', url: '/me' },
	changesElsewhere: true,
	carryOut: tellTrigger('resume'),
	fields: [chatId],
	refusedAdvice: 'Check the credential, and try again.',
});
