import type { Bar, Chart } from './charts.mts';
import { median } from './figures.mts';
import { itemsPerSecond, type Results } from './results.mts';
import { SIDES, type SideName } from './sides.mts';

const bar = (side: SideName, value: number): Bar => ({
	...{ label: SIDES[side], value, isOurs: side === 'ours' },
});

/** What is drawn of what was measured, and the file of each chart in `docs/images`. */
export const CHARTS: ReadonlyArray<{ file: string; chart: (results: Results) => Chart }> = [
	{
		file: 'benchmark-n8n.svg',
		chart: ({ waiting }) => ({
			title: '5,000 items in n8n, answered after 100 ms: less is better',
			unit: 's',
			bars: waiting
				.filter(({ label }) => label !== 'Nothing')
				.map(({ label, seconds }) => ({ label, value: seconds, isOurs: label === SIDES.ours })),
		}),
	},
	{
		file: 'benchmark-items.svg',
		chart: (results) => ({
			title: 'Items a second, answered after 100 ms: more is better',
			unit: 'items/s',
			bars: [
				...(['ours', 'http', 'httpFields'] as const).map((side) =>
					bar(side, median(results.values(side, 1000, itemsPerSecond))),
				),
				bar('evolution', median(results.values('evolution', 300, itemsPerSecond))),
			],
		}),
	},
	{
		file: 'benchmark-others.svg',
		chart: ({ waiting }) => ({
			title: 'Another workflow meanwhile, 99 % of its responses: less is better',
			unit: 'ms',
			bars: waiting.map(({ label, webhook }) => ({
				label: `While this runs: ${label}`,
				...{ value: webhook.percentile99, isOurs: label === SIDES.ours },
			})),
		}),
	},
];
