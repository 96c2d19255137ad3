import { operation } from '../../language/operation';
import { choice } from '../../language/choice';
import { groupPhone } from '../../fields/group';
import { eventMessageId } from './eventFields';

const eventResponse = choice(
	'eventResponse',
	'Response',
	{ GOING: 'Going', NOT_GOING: 'Not Going' },
	{ default: 'GOING', description: 'Whether you take part' },
);

/** @see https://developer.z-api.io/message/send-event-response */
export const respond = operation({
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
});
