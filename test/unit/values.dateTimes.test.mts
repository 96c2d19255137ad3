import { toDateTime, toUtcOffset } from '../../nodes/shared/values/dateTimes.ts';
import { problemOf } from './problemOf.mts';

describe('a date with a time', () => {
	it.each([
		['America/Sao_Paulo', '2026-12-24T19:00:00', '2026-12-24T22:00:00.000Z'],
		['America/Sao_Paulo', ' 2026-12-24T19:00:00.5\u200B', '2026-12-24T22:00:00.500Z'],
		['UTC', '2026-12-24T19:00:00', '2026-12-24T19:00:00.000Z'],
		// Clocks in New York go from 1:59 to 3:00 on 8 March 2026, and back from 1:59 to 1:00 on 1 November.
		['America/New_York', '2026-03-08T01:59:00', '2026-03-08T06:59:00.000Z'],
		['America/New_York', '2026-03-08T03:00:00', '2026-03-08T07:00:00.000Z'],
		['America/New_York', '2026-11-01T00:59:00', '2026-11-01T04:59:00.000Z'],
		['America/New_York', '2026-11-01T02:00:00', '2026-11-01T07:00:00.000Z'],
		['America/Sao_Paulo', '2024-04-29T09:30:53.309Z', '2024-04-29T09:30:53.309Z'],
		['America/Sao_Paulo', '2024-04-29t09:30:53-03:00', '2024-04-29T12:30:53.000Z'],
		['America/Sao_Paulo', '2024-04-29T09:30:53.123456+0530', '2024-04-29T04:00:53.123Z'],
	])('in %s, %s is %s', (timeZone, value, moment) => {
		expect(toDateTime(timeZone)(value)).toBe(moment);
	});

	it.each([['2026-03-08T02:30:00'], ['2026-11-01T01:30:00']])(
		'is one of the two that are possible where clocks are changed: %s',
		(value) => {
			const moment = Date.parse(toDateTime('America/New_York')(value));
			const hours = [4, 5].map((offset) => Date.parse(`${value}Z`) + offset * 3_600_000);
			expect(hours).toContain(moment);
		},
	);

	it.each([
		...['2026-12-24', '24/12/2026 19:00', '2026-02-30T19:00:00', '2026-13-01T19:00:00'],
		...['2026-12-24T19:00:00+99:99', 1_766_613_600_000, {}, ['2026-12-24T19:00:00']],
	])('is not %j', (value) => {
		expect(problemOf(() => toDateTime('UTC')(value)).problem).toMatch(
			/^isn't a date with a time: /,
		);
	});

	it('may be an object, as expressions give it', () => {
		const moment = '2026-12-24T22:00:00.000Z';
		expect(toDateTime('UTC')(new Date(moment))).toBe(moment);
		expect(toDateTime('UTC')({ toJSON: () => '2026-12-24T19:00:00.000-03:00' })).toBe(moment);
		expect(problemOf(() => toDateTime('UTC')(new Date('x'))).problem).toMatch(/^isn't a date/);
	});

	it.each([undefined, '', '\u200B'])('is asked for when it is %j', (value) => {
		expect(problemOf(() => toDateTime('UTC')(value)).problem).toBe('is empty');
	});
});

describe('a time zone', () => {
	it.each([
		['UTC-3', 'UTC-3'],
		[' utc -03:00 ', 'UTC-3'],
		['GMT+5:30', 'UTC+5:30'],
		['-0300', 'UTC-3'],
	])('%s is %s', (value, zone) => {
		expect(toUtcOffset(value)).toBe(zone);
	});

	it.each(['America/Sao_Paulo', 'UTC', '-15', -3])('is not %j', (value) => {
		expect(problemOf(() => toUtcOffset(value)).problem).toMatch(/^isn't an offset from UTC: /);
	});
});
