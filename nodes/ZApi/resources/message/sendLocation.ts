import { inBody } from '../../fields/field';
import { delayMessage, replyTo } from '../../fields/messageOptions';
import { to } from '../../fields/to';
import { toLatitude, toLongitude } from '../../../shared/values/coordinates';
import { toText } from '../../../shared/values/values';
import type { Operation } from '../operation';

const latitude = inBody(
	{
		displayName: 'Latitude',
		name: 'latitude',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. -23.5505',
		description: 'In degrees, with a minus sign south of the equator',
	},
	toLatitude,
);

const longitude = inBody(
	{
		displayName: 'Longitude',
		name: 'longitude',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. -46.6333',
		description: 'In degrees, with a minus sign west of Greenwich',
	},
	toLongitude,
);

const title = inBody(
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Padaria da Praça',
		description: 'The name of the place',
	},
	toText,
);

const address = inBody(
	{
		displayName: 'Address',
		name: 'address',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Praça da Sé, 100, Sé, São Paulo, SP, 01001-000',
		description: 'Street and number, district, city, state and postcode, separated by commas',
	},
	toText,
);

/** @see https://developer.z-api.io/message/send-message-location */
export const sendLocation: Operation = {
	name: 'Send Location',
	value: 'sendLocation',
	action: 'Send a location message',
	description: 'Send a place on the map. Z-API puts it in its queue.',
	request: { method: 'POST', url: '/send-location' },
	sendsToChat: true,
	bodyOrder: ['phone', 'title', 'address', 'latitude', 'longitude'],
	fields: [to, latitude, longitude, title, address],
	options: [delayMessage, replyTo],
	refusedAdvice:
		'Check that the connected number may write to this chat, and check the coordinates.',
};
