import { operation } from '../../language/operation';
import { groupPhone } from '../../fields/group';
import {
	callLinkType,
	dateTime,
	description,
	EVENT_ORDER,
	eventName,
	location,
	notCanceled,
	timeZone,
} from './eventFields';

/** @see https://developer.z-api.io/message/send-event */
export const create = operation({
	name: 'Create',
	value: 'create',
	action: 'Create an event',
	description:
		'Announce an event in a group, so that its participants can respond. Z-API puts it in its queue.',
	request: { method: 'POST', url: '/send-event' },
	sendsToChat: true,
	bodyOrder: ['phone', ...EVENT_ORDER],
	fields: [groupPhone, eventName, dateTime, notCanceled],
	options: [callLinkType, description, location, timeZone],
	refusedAdvice:
		'Check that the connected number may write to this group, and that the event begins in the future.',
});
