import { InvalidValue, quote } from './invalidValue';
import { isObject } from './objects';
import { cleanText, isBlank } from './cleanText';
import type { Read } from './values';

const ADVICE =
	'Choose a date and a time, or use an expression that returns them, such as 2026-12-24T19:00:00.';

/** A date and a time, with or without a time zone. Tables often have a blank for the T. */
const DATE_TIME =
	/^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(Z|[+-][01]\d:?[0-5]\d)?$/i;

/** Expressions give objects for dates: JavaScript's own, or those of $now. Both turn into a text in JSON. */
function isoTextOf(value: unknown): string {
	const given = isObject(value) && typeof value.toJSON === 'function' ? value.toJSON() : value;
	return typeof given === 'string' ? cleanText(given) : '';
}

/** How far the clocks of a time zone are ahead of UTC at a given moment, in milliseconds. */
function offsetAt(milliseconds: number, timeZone: string): number {
	const format = new Intl.DateTimeFormat('en-US', {
		timeZone,
		hourCycle: 'h23',
		...{ year: 'numeric', month: 'numeric', day: 'numeric' },
		...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
	});
	const parts = format.formatToParts(milliseconds);
	const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
	const shown = Date.UTC(
		part('year'),
		part('month') - 1,
		part('day'),
		part('hour'),
		part('minute'),
		part('second'),
	);
	return shown - Math.floor(milliseconds / 1000) * 1000;
}

/**
 * The moment at which clocks in a time zone show a given time. A time that they skip, as when summer time begins, is
 * read as if they hadn't skipped it.
 */
function momentOf(shown: number, timeZone: string): number {
	const guess = shown - offsetAt(shown, timeZone);
	return shown - offsetAt(guess, timeZone);
}

/**
 * Makes the reader of a date with a time.
 *
 * @param timeZone the time zone for values without one, such as America/Sao_Paulo
 * @returns a reader that gives the moment as Z-API writes it, 2024-04-29T09:30:53.309Z, and throws InvalidValue when
 * the value isn't a date and a time
 */
export function toDateTime(timeZone: string): Read<string> {
	return (value) => {
		if (isBlank(value)) throw new InvalidValue('is empty', ADVICE);
		const text = isoTextOf(value);
		const [, date = '', time = '', zone] = DATE_TIME.exec(text) ?? [];
		const shown = new Date(`${date}T${time}Z`);
		// JavaScript takes the 31st of February for the 2nd of March.
		const exists = !Number.isNaN(shown.getTime()) && shown.toISOString().startsWith(date);
		if (!exists) throw new InvalidValue(`isn't a date with a time: ${quote(value)}`, ADVICE);
		const moment = zone
			? Date.parse(`${date}T${time}${zone}`)
			: momentOf(shown.getTime(), timeZone);
		return new Date(moment).toISOString();
	};
}

/**
 * Reads a time zone as an offset.
 *
 * @returns it as Z-API writes it, UTC-3
 * @throws InvalidValue when it is something else
 * @see https://developer.z-api.io/message/send-event
 */
export const toUtcOffset: Read<string> = (value) => {
	const text = typeof value === 'string' ? cleanText(value) : '';
	const [, sign, hours, minutes = '00'] =
		/^(?:UTC|GMT)?\s*([+-])(\d{1,2})(?::?(00|30|45))?$/i.exec(text) ?? [];
	if (sign === undefined || Number(hours) > 14) {
		throw new InvalidValue(
			`isn't an offset from UTC: ${quote(value ?? '')}`,
			'Write it as UTC-3, which is the time of Brasília.',
		);
	}
	return `UTC${sign}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
};
