import type { INodeProperties } from 'n8n-workflow';
import { toDateTime, toTimeZone } from '../../../shared/values/dateTimes';
import { toBoolean, toOneOf, toText, unlessBlank } from '../../../shared/values/values';
import { inBody, type Field } from '../../fields/field';
import { toMessageId } from '../../fields/messageOptions';

/** The message of an existing event. */
export const eventMessageId = inBody(
	{
		displayName: 'Event Message ID',
		name: 'eventMessageId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 3999984263738042930CD6ECDE9VDWSA',
		description: 'The messageId of the event, from Create or from the Z-API Trigger',
	},
	toMessageId,
);

/** What the event is called. */
export const eventName = inBody(
	{
		displayName: 'Name',
		name: 'eventName',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Reunião de moradores',
		description: 'The name of the event',
	},
	toText,
	'event.name',
);

const start: INodeProperties = {
	displayName: 'Start',
	name: 'dateTime',
	type: 'dateTime',
	required: true,
	default: '',
	placeholder: 'e.g. 2026-12-24T19:00:00',
	description:
		"When the event begins. If it has no time zone, it is in the workflow's, which you find in the workflow's settings.",
};

const startIn = (timeZone: string) => inBody(start, toDateTime(timeZone), 'event.dateTime');

/** When the event begins. */
export const dateTime: Field = {
	properties: startIn('UTC').properties,
	fill(draft, context) {
		startIn(context.getTimezone()).fill(draft, context);
	},
};

/** What the event is about. */
export const description = inBody(
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. Vamos decidir a cor da fachada.',
		description: 'What the event is about',
	},
	unlessBlank(toText),
	'event.description',
);

/** Where the event takes place. */
export const location = inBody(
	{
		displayName: 'Location',
		name: 'location',
		type: 'string',
		default: '',
		placeholder: 'e.g. Salão de festas',
		description: 'Where the event takes place',
	},
	unlessBlank(toText),
	'event.location.name',
);

/** Whether people can join by a call. */
export const callLinkType = inBody(
	{
		displayName: 'Call Link',
		name: 'callLinkType',
		type: 'options',
		options: [
			{ name: 'Video Call', value: 'video' },
			{ name: 'Voice Call', value: 'voice' },
		],
		default: 'video',
		description: 'The kind of WhatsApp call with which people can join the event',
	},
	toOneOf('video', 'voice'),
	'event.callLinkType',
);

/** The time zone of the start. */
export const timeZone = inBody(
	{
		displayName: 'Time Zone',
		name: 'timeZone',
		type: 'string',
		default: 'UTC-3',
		placeholder: 'e.g. UTC-3',
		description: 'The time zone of the event, as an offset from UTC. Brasília is UTC-3.',
	},
	unlessBlank(toTimeZone),
	'event.timeZone',
);

/** Whether the event doesn't take place. */
export const canceled = inBody(
	{
		displayName: 'Canceled',
		name: 'canceled',
		type: 'boolean',
		default: false,
		description: 'Whether the event is canceled. Its message then says so.',
	},
	toBoolean,
	'event.canceled',
);

/** The same for a new event, which isn't canceled: Z-API's older documentation requires the field. */
export const notCanceled = inBody(
	{ displayName: 'Canceled', name: 'canceled', type: 'hidden', default: false },
	toBoolean,
	'event.canceled',
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
