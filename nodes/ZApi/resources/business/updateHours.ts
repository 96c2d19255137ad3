import { operation } from '../../language/operation';
import { text } from '../../language/text';
import { choice } from '../../language/choice';
import { toTimeOfDay, toTimeZoneName } from '../../../shared/values/businessProfile';
import { rows } from '../../language/rows';

const timezone = text('timezone', 'Time Zone', {
	default: 'America/Sao_Paulo',
	read: toTimeZoneName,
	placeholder: 'e.g. America/Sao_Paulo',
	description: 'The time zone of the opening hours',
});

const mode = choice(
	'mode',
	'Mode',
	{ open24h: 'Always Open', appointmentOnly: 'By Appointment', specificHours: 'Fixed Hours' },
	{ default: 'specificHours', description: 'When your business is open' },
);

/** @see https://developer.z-api.io/business/business-hours */
const openingHours = rows('days', 'Opening Hours', {
	whenEmpty: [],
	sortable: true,
	description:
		'When your business is open. A day with a break has two entries; a day without any is closed.',
	entry: 'Hours',
	group: 'Hours',
	columns: [
		choice(
			'dayOfWeek',
			'Day',
			{
				MONDAY: 'Monday',
				TUESDAY: 'Tuesday',
				WEDNESDAY: 'Wednesday',
				THURSDAY: 'Thursday',
				FRIDAY: 'Friday',
				SATURDAY: 'Saturday',
				SUNDAY: 'Sunday',
			},
			{ default: 'MONDAY' },
		),
		text('openTime', 'Opens At', {
			read: toTimeOfDay,
			part: 'an opening time',
			placeholder: 'e.g. 08:00',
		}),
		text('closeTime', 'Closes At', {
			read: toTimeOfDay,
			part: 'a closing time',
			placeholder: 'e.g. 18:00',
		}),
	],
	example: [{ dayOfWeek: 'MONDAY', openTime: '08:00', closeTime: '18:00' }],
});

/** @see https://developer.z-api.io/business/business-hours */
export const updateHours = operation({
	name: 'Update Hours',
	value: 'updateHours',
	action: 'Update the opening hours of a business profile',
	description: 'Replace the opening hours in your business profile. WhatsApp Business only.',
	request: { method: 'POST', url: '/business/hours' },
	fields: [timezone],
	options: [openingHours, mode],
	refusedAdvice:
		'Check that no period ends before it begins, and that the connected number is a WhatsApp Business account.',
});
