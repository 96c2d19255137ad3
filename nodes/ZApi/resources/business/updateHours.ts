import { toTimeZone } from '../../../shared/values/businessProfile';
import { toOneOf } from '../../../shared/values/values';
import { inBody } from '../../fields/field';
import { openingHours } from '../../fields/openingHours';
import type { Operation } from '../operation';

const timezone = inBody(
	{
		displayName: 'Time Zone',
		name: 'timezone',
		type: 'string',
		required: true,
		default: 'America/Sao_Paulo',
		placeholder: 'e.g. America/Sao_Paulo',
		description: 'The time zone of the opening hours',
	},
	toTimeZone,
);

const mode = inBody(
	{
		displayName: 'Mode',
		name: 'mode',
		type: 'options',
		options: [
			{ name: 'Always Open', value: 'open24h' },
			{ name: 'By Appointment', value: 'appointmentOnly' },
			{ name: 'Fixed Hours', value: 'specificHours' },
		],
		default: 'specificHours',
		description: 'When your business is open',
	},
	toOneOf('specificHours', 'open24h', 'appointmentOnly'),
);

/** @see https://developer.z-api.io/business/business-hours */
export const updateHours: Operation = {
	name: 'Update Hours',
	value: 'updateHours',
	action: 'Update the opening hours of a business profile',
	description: 'Replace the opening hours in your business profile. WhatsApp Business only.',
	request: { method: 'POST', url: '/business/hours' },
	fields: [timezone],
	options: [openingHours, mode],
	refusedAdvice:
		'Check that no period ends before it begins, and that the connected number is a WhatsApp Business account.',
};
