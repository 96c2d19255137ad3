import type { INodeProperties } from 'n8n-workflow';
import { toTimeOfDay } from '../../shared/values/businessProfile';
import { toEntries, toFields, toPart } from '../../shared/values/lists';
import { toOneOf } from '../../shared/values/values';
import { readNamed, type ValueField } from './field';

const displayName = 'Opening Hours';

const EXAMPLE = [{ dayOfWeek: 'MONDAY', openTime: '08:00', closeTime: '18:00' }];

const WEEK = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const DAYS = WEEK.map((name) => ({ name, value: name.toUpperCase() }));

const property: INodeProperties = {
	displayName,
	name: 'days',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Hours',
	default: {},
	description:
		'When your business is open. A day with a break has two entries; a day without any is closed.',
	options: [
		{
			displayName: 'Hours',
			name: 'values',
			values: [
				{
					displayName: 'Day',
					name: 'dayOfWeek',
					type: 'options',
					options: DAYS,
					default: 'MONDAY',
				},
				{
					displayName: 'Opens At',
					name: 'openTime',
					type: 'string',
					required: true,
					default: '',
					placeholder: 'e.g. 08:00',
				},
				{
					displayName: 'Closes At',
					name: 'closeTime',
					type: 'string',
					required: true,
					default: '',
					placeholder: 'e.g. 18:00',
				},
			],
		},
	],
	routing: { send: { type: 'body', property: 'days' } },
};

const toDay = toPart('a day', toOneOf(...DAYS.map(({ value }) => value)));
const toOpenTime = toPart('an opening time', toTimeOfDay);
const toCloseTime = toPart('a closing time', toTimeOfDay);

/** @see https://developer.z-api.io/business/business-hours */
export const openingHours: ValueField = {
	properties: [property],
	fill() {},
	put(draft, given, context) {
		const entries = readNamed(context, displayName, () => toEntries(given, EXAMPLE));
		draft.body.days = entries.map((entry, index) =>
			readNamed(context, `${displayName}, entry ${index + 1},`, () => {
				const { dayOfWeek, openTime, closeTime } = toFields(entry);
				return {
					dayOfWeek: toDay(dayOfWeek),
					openTime: toOpenTime(openTime),
					closeTime: toCloseTime(closeTime),
				};
			}),
		);
	},
};
