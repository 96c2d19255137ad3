import { operation } from '../../language/operation';
import { text } from '../../language/text';
import { delayMessage, replyTo } from '../../fields/messageOptions';
import { to } from '../../fields/to';
import { toLatitude, toLongitude } from '../../../shared/values/coordinates';

const latitude = text('latitude', 'Latitude', {
	read: toLatitude,
	placeholder: 'e.g. -23.5505',
	description: 'In degrees, with a minus sign south of the equator',
});

const longitude = text('longitude', 'Longitude', {
	read: toLongitude,
	placeholder: 'e.g. -46.6333',
	description: 'In degrees, with a minus sign west of Greenwich',
});

const title = text('title', 'Title', {
	placeholder: 'e.g. Corner Bakery',
	description: 'The name of the place',
});

const address = text('address', 'Address', {
	placeholder: 'e.g. Praça da Sé, 100, Sé, São Paulo, SP, 01001-000',
	description: 'Street and number, district, city, state and postcode, separated by commas',
});

/** @see https://developer.z-api.io/message/send-message-location */
export const sendLocation = operation({
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
});
