import { WAIT_INDEFINITELY } from 'n8n-workflow';
import { InvalidValue, quote } from '../../shared/values/invalidValue';
import { isObject } from '../../shared/values/objects';
import { toOneOf } from '../../shared/values/values';

const MILLISECONDS = new Map([
	['minutes', 60_000],
	['hours', 3_600_000],
	['days', 86_400_000],
]);

const toLimitType = toOneOf('afterTimeInterval', 'atSpecifiedTime');

/**
 * Reads how long to wait.
 *
 * @param options the values under *Options*
 * @returns when the execution continues without an answer
 * @throws InvalidValue when that isn't a time in the future
 */
export function readWaitTill(options: unknown): Date {
	const limit = isObject(options) ? options.limitWaitTime : undefined;
	if (!isObject(limit) || !isObject(limit.values)) return WAIT_INDEFINITELY;
	const { limitType, resumeAmount, resumeUnit, maxDateAndTime } = limit.values;
	if (toLimitType(limitType ?? 'afterTimeInterval') === 'atSpecifiedTime') {
		const till = new Date(String(maxDateAndTime));
		if (till.getTime() > Date.now()) return till;
		throw new InvalidValue(
			`isn't a time in the future: ${quote(maxDateAndTime)}`,
			'Choose a date and time that is still to come.',
		);
	}
	const milliseconds = Number(resumeAmount) * (MILLISECONDS.get(String(resumeUnit)) ?? NaN);
	const till = new Date(Date.now() + milliseconds);
	if (milliseconds > 0 && !Number.isNaN(till.getTime())) return till;
	throw new InvalidValue(
		`isn't a time: ${quote(resumeAmount)} ${quote(resumeUnit)}`,
		'Enter a number above 0.',
	);
}
