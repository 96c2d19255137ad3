/** Several measurements of the same thing. */
export interface Spread {
	median: number;
	min: number;
	max: number;
	count: number;
}

/** @throws Error if there is no value */
export function spreadOf(values: number[]): Spread {
	const sorted = values.toSorted((a, b) => a - b);
	const low = sorted[Math.floor((sorted.length - 1) / 2)];
	const high = sorted[Math.ceil((sorted.length - 1) / 2)];
	if (low === undefined || high === undefined) throw new Error('Nothing was measured');
	return {
		median: (low + high) / 2,
		min: sorted[0] ?? low,
		max: sorted.at(-1) ?? high,
		count: sorted.length,
	};
}

/** A number for a reader: three digits that count, and commas between thousands. */
export function show(value: number): string {
	const digits = value === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
	const rounded = Number(value.toPrecision(3));
	return rounded.toLocaleString('en-US', {
		minimumFractionDigits: 0,
		maximumFractionDigits: Math.min(digits, 3),
	});
}

/** The median, and in brackets the smallest and the largest value, if there are several. */
export function showSpread({ median, min, max, count }: Spread): string {
	return count === 1 ? show(median) : `${show(median)} (${show(min)}–${show(max)})`;
}
