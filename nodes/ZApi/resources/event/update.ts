import { operation } from '../../language/operation';
import { groupPhone } from '../../fields/group';
import {
	callLinkType,
	canceled,
	dateTime,
	description,
	EVENT_ORDER,
	eventMessageId,
	eventName,
	location,
} from './eventFields';

/** @see https://developer.z-api.io/message/send-edit-event */
export const update = operation({
	name: 'Update',
	value: 'update',
	action: 'Update an event',
	description:
		'Change an event of yours, or cancel it. This replaces everything: a description, location or call link that you leave out is removed.',
	request: { method: 'POST', url: '/send-edit-event' },
	sendsToChat: true,
	bodyOrder: ['phone', 'eventMessageId', ...EVENT_ORDER],
	fields: [groupPhone, eventMessageId, eventName, dateTime, canceled],
	options: [callLinkType, description, location],
	refusedAdvice: 'Check that the event is in this group, and that the connected number created it.',
	refusals: [
		{ words: /phone is not from a group/i, advice: 'Choose a group: events work only in groups.' },
		{
			words: /invalid date time/i,
			advice: 'Check Start. Give it a date and a time, such as 2026-12-24T19:00:00.',
		},
	],
});
