import { toDateTime, toUtcOffset } from '../../../shared/values/dateTimes';
import { toBoolean } from '../../../shared/values/values';
import { messageIdField } from '../../fields/message';
import { choice } from '../../language/choice';
import { value, type Field } from '../../language/field';
import { text } from '../../language/text';
import { toggle } from '../../language/toggle';

/** The message of an existing event. */
export const eventMessageId = messageIdField(
	'eventMessageId',
	'The messageId of the event, from Create or from the Z-API Trigger',
	{ label: 'Event Message ID' },
);

/** What the event is called. */
export const eventName = text('eventName', 'Name', {
	sentAs: 'event.name',
	placeholder: "e.g. Residents' meeting",
	description: 'The name of the event',
});

const startIn = (timezone: string) =>
	value(
		{
			displayName: 'Start',
			name: 'dateTime',
			type: 'dateTime',
			required: true,
			default: '',
			placeholder: 'e.g. 2026-12-24T19:00:00',
			description:
				"When the event begins. If it has no time zone, it is in the workflow's, which you find in the workflow's settings.",
		},
		{ read: toDateTime(timezone), sentAs: 'event.dateTime' },
	);

/** When the event begins. */
export const dateTime: Field = {
	properties: startIn('UTC').properties,
	fill(request, item) {
		startIn(item.context.getTimezone()).fill(request, item);
	},
};

/** What the event is about. */
export const description = text('description', 'Description', {
	optional: true,
	sentAs: 'event.description',
	typeOptions: { rows: 2 },
	placeholder: 'e.g. We choose the color of the building.',
	description: 'What the event is about',
});

/** Where the event takes place. */
export const location = text('location', 'Location', {
	optional: true,
	sentAs: 'event.location.name',
	placeholder: 'e.g. Party room',
	description: 'Where the event takes place',
});

/** Whether people can join by a call. */
export const callLinkType = choice(
	'callLinkType',
	'Call Link',
	{ video: 'Video Call', voice: 'Voice Call' },
	{
		sentAs: 'event.callLinkType',
		default: 'video',
		description: 'The kind of WhatsApp call with which people can join the event',
	},
);

/** The time zone of the start. */
export const timeZone = text('timeZone', 'Time Zone', {
	default: 'UTC-3',
	optional: true,
	read: toUtcOffset,
	sentAs: 'event.timeZone',
	placeholder: 'e.g. UTC-3',
	description: 'The time zone of the event, as an offset from UTC. Brasília is UTC-3.',
});

/** Whether the event doesn't take place. */
export const canceled = toggle('canceled', 'Canceled', {
	sentAs: 'event.canceled',
	default: false,
	description: 'Whether the event is canceled. Its message then says so.',
});

/** The same for a new event, which isn't canceled: Z-API's older documentation requires the field. */
export const notCanceled = value(
	{ displayName: 'Canceled', name: 'canceled', type: 'hidden', default: false },
	{ read: toBoolean, sentAs: 'event.canceled' },
);

/** Z-API's names, in the documented order. */
export const EVENT_ORDER = [
	'event.name',
	'event.description',
	'event.dateTime',
	'event.timeZone',
	'event.location',
	'event.callLinkType',
];
