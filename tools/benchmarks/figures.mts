/** @returns the value in the middle; NaN of none */
export function median(values: number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** @returns a number for a reader: three digits that count, and commas between thousands */
export function show(value: number): string {
	return Number(value.toPrecision(3)).toLocaleString('en-US');
}

/** @returns the median and, in brackets, the smallest and the largest value */
export function spread(values: number[]): string {
	if (values.length === 0) return '–';
	if (values.length === 1) return show(values[0] ?? Number.NaN);
	return `${show(median(values))} (${show(Math.min(...values))}–${show(Math.max(...values))})`;
}

/** @returns a table in Markdown, whose first column has words and whose others have numbers */
export function table(header: string[], rows: string[][]): string {
	const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
	return [line(header), line(header.map((_, i) => (i ? '--:' : '---'))), ...rows.map(line)].join(
		'\n',
	);
}
