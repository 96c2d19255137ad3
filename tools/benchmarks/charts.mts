import { show } from './figures.mts';

/** A bar of a chart. */
export interface Bar {
	label: string;
	value: number;
	/** Whether it is this package's, which stands out. */
	isOurs?: boolean;
}

/** A chart of bars, for people who look before they read a table. */
export interface Chart {
	/** What the bars show, and whether more or less is better. */
	title: string;
	/** Behind each value, such as `items/s`. */
	unit: string;
	bars: Bar[];
}

const WIDTH = 720;
const MARGIN = 16;
const TITLE_HEIGHT = 48;
const ROW_HEIGHT = 52;
const BAR_HEIGHT = 18;
/** Room for a value behind the longest bar. */
const VALUE_WIDTH = 130;

const escape = (text: string) =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Filled or hatched, a bar is known without its color, too. */
const STYLE = `
	text { font: 15px system-ui, sans-serif; fill: #1f2328 }
	.title { font-weight: 600 }
	.ours { font-weight: 600 }
	rect.ours { fill: #0a7d45 }
	rect.other { fill: url(#hatched); stroke: #6e7781 }
	#hatched path { stroke: #6e7781 }
	@media (prefers-color-scheme: dark) {
		text { fill: #e6edf3 }
		rect.ours { fill: #3fb950 }
		rect.other { stroke: #8d96a0 }
		#hatched path { stroke: #8d96a0 }
	}`;

/**
 * Draws a chart as SVG, which shows on pages in light and dark.
 *
 * @returns the content of the file
 */
export function drawChart({ title, unit, bars }: Chart): string {
	const longest = Math.max(...bars.map(({ value }) => value));
	const height = TITLE_HEIGHT + bars.length * ROW_HEIGHT + MARGIN / 2;
	const rows = bars.map(({ label, value, isOurs }, index) => {
		const top = TITLE_HEIGHT + index * ROW_HEIGHT;
		const width = Math.max(2, (value / longest) * (WIDTH - 2 * MARGIN - VALUE_WIDTH));
		const kind = isOurs ? 'ours' : 'other';
		const place = (x: number, y: number) => `x="${x.toFixed(1)}" y="${y}"`;
		return [
			`<text class="${kind}" ${place(MARGIN, top + 15)}>${escape(label)}</text>`,
			`<rect class="${kind}" ${place(MARGIN, top + 22)} width="${width.toFixed(1)}" height="${BAR_HEIGHT}" rx="2"/>`,
			`<text class="${kind}" ${place(MARGIN + width + 8, top + 36)}>${escape(`${show(value)} ${unit}`)}</text>`,
		].join('\n');
	});
	const described = bars.map(({ label, value }) => `${label}: ${show(value)} ${unit}`).join('; ');
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escape(`${title}. ${described}`)}">
<style>${STYLE}
</style>
<defs><pattern id="hatched" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V7" stroke-width="2"/></pattern></defs>
<text class="title" x="${MARGIN}" y="28">${escape(title)}</text>
${rows.join('\n')}
</svg>
`;
}
