import { cleanText } from './cleanText';
import { InvalidValue, quote } from './invalidValue';

const MINUTE = 60_000;
const SECOND = 1_000;

/** A year. */
const MOST_MINUTES = 525_600;

/** Reads a number that may have a fraction, with a point or a comma. */
function toNumber(value: unknown): number {
	const text = cleanText(['string', 'number'].includes(typeof value) ? String(value) : '');
	return /^\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
}

function notATime(what: string, value: unknown): InvalidValue {
	return new InvalidValue(
		`isn't ${what}: ${quote(value ?? '')}`,
		`Enter ${what}, or use an expression that returns one.`,
	);
}

/**
 * Makes the reader of a number of minutes, which may have a fraction, with a point or a comma.
 *
 * @param mayBeZero whether 0 has a meaning
 * @returns a reader that gives milliseconds, and throws InvalidValue for anything that isn't a time of up to a year
 */
export function toMilliseconds(mayBeZero: boolean) {
	return (value: unknown): number => {
		const minutes = toNumber(value);
		if (minutes <= MOST_MINUTES && (minutes > 0 || mayBeZero)) return Math.round(minutes * MINUTE);
		const from = mayBeZero ? 'from 0' : 'above 0';
		throw notATime(`a number of minutes ${from} up to ${MOST_MINUTES}`, value);
	};
}

/**
 * Makes the reader of a number of seconds from 0, which may have a fraction, with a point or a comma.
 *
 * @param mostSeconds the longest time
 * @returns a reader that gives milliseconds, and throws InvalidValue for anything else
 */
export function toShortTime(mostSeconds: number) {
	return (value: unknown): number => {
		const seconds = toNumber(value);
		if (seconds <= mostSeconds) return Math.round(seconds * SECOND);
		throw notATime(`a number of seconds from 0 up to ${mostSeconds}`, value);
	};
}
