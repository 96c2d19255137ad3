import { isBlank } from '../../shared/values/cleanText';
import { toWholeNumber, type ReadFor } from '../../shared/values/values';
import { value, type Value } from './field';
import { asColumn, propertyOf, type Details } from './text';

/**
 * A number. It is a whole number from `min` to `max`, both of which the panel and the errors name, unless `read` says
 * otherwise.
 */
export function number(
	name: string,
	label: string,
	details: Omit<Details<number>, 'typeOptions'> & {
		default: number;
		min: number;
		max?: number;
		/** How many digits after the point the panel takes. */
		decimals?: number;
		read?: ReadFor<number>;
		/** It isn't sent if it is empty, for example because an expression finds nothing. */
		optional?: true;
		/** Where 0 is Z-API's default: then it isn't sent. Elsewhere, it is a value. */
		zeroIsDefault?: true;
	},
): Value<number | undefined> {
	const { min, max, decimals, optional, zeroIsDefault, read = toWholeNumber(min, max) } = details;
	const typeOptions = {
		minValue: min,
		...(max !== undefined && { maxValue: max }),
		...(decimals !== undefined && { numberPrecision: decimals }),
	};
	return {
		...value<number | undefined>(
			propertyOf(name, label, 'number', details.default, { ...details, typeOptions }),
			{
				...(details as Omit<typeof details, 'lookUp'>),
				read: (given, settings) => {
					if (optional && isBlank(given)) return undefined;
					if (zeroIsDefault && (given === 0 || given === '0')) return undefined;
					return read(given, settings);
				},
			},
		),
		...asColumn(details),
	};
}
