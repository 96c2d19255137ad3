import { operation } from '../../language/operation';
import { number } from '../../language/number';
import { chatId } from '../../fields/to';
import { toMilliseconds } from '../../../shared/values/minutes';
import { tellTrigger } from '../../conversations/tellTrigger';

const minutes = number('minutes', 'Minutes', {
	min: 0,
	max: 525_600,
	default: 30,
	read: toMilliseconds(false),
	sentAs: 'milliseconds',
	description: 'How long to pause the chat, unless it is resumed earlier',
});

/** @see https://developer.z-api.io/instance/me */
export const pause = operation({
	name: 'Pause',
	value: 'pause',
	action: 'Pause a conversation',
	description:
		'Keep the Z-API Trigger of this n8n from starting workflows for a chat, for example while a person answers',
	request: { method: 'GET', url: '/me' },
	changesElsewhere: true,
	carryOut: tellTrigger('pause'),
	fields: [chatId, minutes],
	refusedAdvice: 'Check the credential, and try again.',
});
