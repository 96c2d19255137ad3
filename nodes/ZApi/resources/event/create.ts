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

/**
 * Where the documentation contradicts itself: events are for groups only, says the text, so a group is asked for. The
 * time is sent in UTC, as all samples have it, though the table wants none with a time zone.
 *
 * @see https://developer.z-api.io/message/send-event
 */
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
