import { toOneOf } from '../../../shared/values/values';
import { inBody } from '../../fields/field';
import { groupPhone } from '../../fields/group';
import type { Operation } from '../operation';
import { eventMessageId } from './eventFields';

const eventResponse = inBody(
	{
		displayName: 'Response',
		name: 'eventResponse',
		type: 'options',
		options: [
			{ name: 'Going', value: 'GOING' },
			{ name: 'Not Going', value: 'NOT_GOING' },
		],
		default: 'GOING',
		description: 'Whether you take part',
	},
	toOneOf('GOING', 'NOT_GOING'),
);

/** @see https://developer.z-api.io/message/send-event-response */
export const respond: Operation = {
	name: 'Respond',
	value: 'respond',
	action: 'Respond to an event',
	description: "Say whether you take part in somebody's event. In your own, you always do.",
	request: { method: 'POST', url: '/send-event-response' },
	sendsToChat: true,
	bodyOrder: ['phone', 'eventMessageId'],
	fields: [groupPhone, eventMessageId, eventResponse],
	refusedAdvice:
		"Check that the event is in this group, and that it isn't your own: there you always take part.",
};
