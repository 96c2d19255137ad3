/**
 * Writes a Markdown table.
 *
 * @param header the columns' names; all columns but the first hold numbers, unless the text says otherwise
 * @param rows their cells
 */
export function table(header: string[], rows: string[][], textColumns: number[] = [0]): string {
	const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
	const rule = header.map((_, column) => (textColumns.includes(column) ? '---' : '--:'));
	return [line(header), line(rule), ...rows.map(line)].join('\n');
}
