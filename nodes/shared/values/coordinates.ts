import { InvalidValue, quote } from './invalidValue';
import { cleanText, isBlank } from './cleanText';
import type { Read } from './values';

/** Makes the reader of a coordinate, which Z-API expects as text. In Brazil, the decimal separator is a comma. */
function toCoordinate(what: string, most: number, example: string): Read<string> {
	const advice = `Enter the ${what} in degrees, such as ${example}.`;
	return (value) => {
		if (isBlank(value)) throw new InvalidValue('is empty', advice);
		const isGiven = typeof value === 'string' || typeof value === 'number';
		const text = isGiven ? cleanText(String(value)).replace(',', '.') : '';
		if (/^[+-]?\d{1,3}(\.\d+)?$/.test(text) && Math.abs(Number(text)) <= most) return text;
		throw new InvalidValue(`isn't a ${what}: ${quote(value)}`, advice);
	};
}

/**
 * Reads a latitude, as a number or as text.
 *
 * @returns the degrees as text, with a point
 * @throws InvalidValue when it is empty, or isn't from -90 to 90
 */
export const toLatitude = toCoordinate('latitude', 90, '-23.5505');

/** The same for a longitude, which goes from -180 to 180. See {@link toLatitude}. */
export const toLongitude = toCoordinate('longitude', 180, '-46.6333');
