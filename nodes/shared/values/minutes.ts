import { cleanText } from './cleanText';
import { InvalidValue, quote } from './invalidValue';

const MILLISECONDS = 60_000;

/** A year. */
const MOST_MINUTES = 525_600;

/**
 * Makes the reader of a number of minutes, which may have a fraction, with a point or a comma.
 *
 * @param mayBeZero whether 0 has a meaning
 * @returns a reader that gives milliseconds, and throws InvalidValue for anything that isn't a time of up to a year
 */
export function toMilliseconds(mayBeZero: boolean) {
	return (value: unknown): number => {
		const text = cleanText(['string', 'number'].includes(typeof value) ? String(value) : '');
		const minutes = /^\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
		if (minutes <= MOST_MINUTES && (minutes > 0 || mayBeZero)) {
			return Math.round(minutes * MILLISECONDS);
		}
		const what = `a number of minutes ${mayBeZero ? 'from 0' : 'above 0'} up to ${MOST_MINUTES}`;
		throw new InvalidValue(
			`isn't ${what}: ${quote(value ?? '')}`,
			`Enter ${what}, or use an expression that returns one.`,
		);
	};
}
