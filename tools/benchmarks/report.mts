import { availableParallelism, loadavg } from 'node:os';
import { N8N_VERSION } from '../launcher/cache.mts';
import { TAKERS, type EventRound, type Taker } from './events.mts';
import { PEER_VERSION } from './installation.mts';
import type { Load, Measurement } from './job.mts';
import type { Answers, Waiting } from './n8n.mts';
import { SIDES, type SideName } from './sides.mts';

/** One run of one side. */
export type Row = Load & Measurement & { side: SideName };

function median(values: number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** A number for a reader: three digits that count, and commas between thousands. */
function show(value: number): string {
	return Number(value.toPrecision(3)).toLocaleString('en-US');
}

/** The median and, in brackets, the smallest and the largest value. */
function spread(values: number[]): string {
	if (values.length === 0) return '–';
	if (values.length === 1) return show(values[0] ?? Number.NaN);
	return `${show(median(values))} (${show(Math.min(...values))}–${show(Math.max(...values))})`;
}

function table(header: string[], rows: string[][]): string {
	const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
	return [line(header), line(header.map((_, i) => (i ? '--:' : '---'))), ...rows.map(line)].join(
		'\n',
	);
}

const itemsPerSecond = ({ items, milliseconds }: Row) => (items / milliseconds) * 1000;
const cpuPerItem = ({ items, cpuMilliseconds }: Row) => (cpuMilliseconds / items) * 1000;
const block = ({ blockMilliseconds }: Row) => blockMilliseconds;
const megabytes = ({ memoryBytes }: Row) => memoryBytes / 1e6;

/** @returns how many times as much CPU time one event costs the trigger as it costs n8n's own Webhook node */
function eventRatio(events: EventRound[]): number {
	const cpuOf = (wanted: Taker) =>
		median(events.filter(({ taker }) => taker === wanted).map((round) => round.cpuMilliseconds));
	return cpuOf('trigger') / cpuOf('webhook');
}

/**
 * Writes down what an event costs, as Markdown.
 *
 * @param events the rounds of all packages
 */
export function writeEvents(events: EventRound[]): string {
	const labels = [...new Set(events.map(({ label }) => label))];
	const rows = labels.flatMap((label) => {
		const own = events.filter((round) => round.label === label);
		return (['trigger', 'webhook'] as const).map((taker) => {
			const rounds = own.filter((round) => round.taker === taker);
			return [
				labels.length > 1 ? `${label}: ${TAKERS[taker]}` : TAKERS[taker],
				spread(rounds.map(({ cpuMilliseconds }) => cpuMilliseconds)),
				taker === 'trigger' ? `${show(eventRatio(own))}×` : '1×',
				spread(rounds.map(({ eventsPerSecond }) => eventsPerSecond)),
				spread(rounds.map((round) => round.median)),
			];
		});
	});
	return table(
		['', 'CPU, ms an event', "to n8n's Webhook", 'Events/s', 'Response, median, ms'],
		rows,
	);
}

/**
 * Writes everything down for a reader, as Markdown.
 *
 * @param rows all runs
 * @param waiting what a real n8n had to say meanwhile
 * @param events what an event cost in a real n8n
 */
export function writeReport(
	rows: Row[],
	waiting: Waiting[],
	events: EventRound[],
	rounds: number,
): string {
	const values = (side: SideName, items: number, value: (row: Row) => number) =>
		rows.filter((row) => row.side === side && row.items === items).map(value);
	const ratio = (side: SideName, other: SideName, items: number, value: (row: Row) => number) =>
		median(values(side, items, value)) / median(values(other, items, value));

	const target = (what: string, measured: number, unit: string, isMet: boolean) => [
		what,
		`${show(measured)}${unit}`,
		isMet ? 'met' : '**not met**',
	];
	const speed = ratio('ours', 'http', 2000, itemsPerSecond);
	const speedOfFields = ratio('ours', 'httpFields', 2000, itemsPerSecond);
	const sequential =
		median(values('ours', 1000, itemsPerSecond)) / median(values('evolution', 300, itemsPerSecond));
	const cpu = ratio('ours', 'floor', 2000, cpuPerItem);
	const longest = Math.max(...rows.filter(({ side }) => side === 'ours').map(block));
	const more = ratio('ours', 'alone', 1500, cpuPerItem);
	const percentile99 = (of: (meanwhile: Waiting) => Answers) =>
		Math.max(
			...waiting.filter(({ label }) => label === SIDES.ours).map((one) => of(one).percentile99),
		);
	const health = percentile99((meanwhile) => meanwhile.health);
	const webhook = percentile99((meanwhile) => meanwhile.webhook);
	const few = Math.max(...values('photo', 20, megabytes));
	const many = Math.max(...values('photo', 200, megabytes));
	const targets = [
		target(
			'Items per second, at once, to the HTTP Request node with the same two fields: at least 2 times',
			speedOfFields,
			'×',
			speedOfFields >= 2,
		),
		target(
			'Items per second, at once, to the HTTP Request node with one expression: at least 1.7 times',
			speed,
			'×',
			speed >= 1.7,
		),
		target(
			'Items per second, to a node that sends one after the other: at least 50 times',
			sequential,
			'×',
			sequential >= 50,
		),
		target("CPU per item, to the floor's: at most 0.5 times", cpu, '×', cpu <= 0.5),
		target(
			'n8n is never kept busy for longer than 50 ms, with up to 50,000 items',
			longest,
			' ms',
			longest <= 50,
		),
		target(
			'CPU per item with all operations, to one operation: the same, within 5 %',
			more,
			'×',
			more <= 1.05,
		),
		target(
			'Memory for 200 files of 10 MB, to 20 files: at most 1.1 times',
			many / few,
			'×',
			many <= 1.1 * few,
		),
		target(
			'/healthz while 5,000 items run: 99 % of the responses within 250 ms',
			health,
			' ms',
			health <= 250,
		),
		target(
			'A small webhook workflow while 5,000 items run: 99 % of the responses within 250 ms',
			webhook,
			' ms',
			webhook <= 250,
		),
		target(
			"CPU per event of the trigger, to n8n's Webhook node: at most 1.15 times",
			eventRatio(events),
			'×',
			eventRatio(events) <= 1.15,
		),
	];

	const sides: SideName[] = ['ours', 'engine', 'http', 'httpFields', 'floor'];
	const speedRows = sides.map((side) => [
		SIDES[side],
		spread(values(side, 1000, itemsPerSecond)),
		spread(values(side, 1000, cpuPerItem)),
		spread(values(side, 1000, block)),
		spread(values(side, 2000, itemsPerSecond)),
		spread(values(side, 2000, cpuPerItem)),
		spread(values(side, 2000, block)),
		spread(values(side, 2000, megabytes)),
	]);
	const answers = ({ refused, median: middle, percentile99, longest: most }: Answers) => [
		...[middle, percentile99, most].map(show),
		String(refused),
	];
	return `# Benchmarks

How fast **Community → Unlink Groups** handles many items in n8n, what it costs, and how it affects everything else in the same n8n. \`npm run bench\` measures all of this again and writes this page.

**Compare the ratios, not the numbers.** They were measured on ${availableParallelism()} CPUs shared with other work (load ${show(loadavg()[2] ?? 0)} over the last 15 minutes), so all times are longer than on a dedicated machine. The sides took turns within each of ${rounds} rounds. Each cell shows the median and, in brackets, the smallest and the largest value of its rounds.

n8n ${N8N_VERSION} with its default expression engine (\`vm\`), Node ${process.version}.

## Targets

${table(['Target', 'Measured', ''], targets)}

## Many items

${table(['', '1,000 items, 100 ms: items/s', 'CPU, µs an item', 'Longest block, ms', '2,000 items, at once: items/s', 'CPU, µs an item', 'Longest block, ms', 'Memory, MB'], speedRows)}

- **100 ms** is how long the server takes to respond; **at once** means that it takes no time. **CPU** covers all threads of the process. **Longest block** is the longest time, in CPU time, for which the main thread was busy and n8n could respond to nothing else. **Memory** is how much the process grew.
${[10_000, 50_000].map((items) => `- ${items.toLocaleString('en-US')} items of this package: ${spread(values('ours', items, itemsPerSecond))} items a second, longest block ${spread(values('ours', items, block))} ms, ${spread(values('ours', items, megabytes))} MB.`).join('\n')}
- \`n8n-nodes-evolution-api\` ${PEER_VERSION}, the most widely used WhatsApp community node, sends one message after the other: ${spread(values('evolution', 300, itemsPerSecond))} items a second at 100 ms.
- **${SIDES.engine}**: where n8n doesn't use a node's \`customOperations\`, such as for some AI tools, which run one item.
- **${SIDES.http}** has both values in one JSON text, so n8n evaluates one expression per item; the others have two fields, and so two expressions. For an expression, n8n calls its engine, which takes longer than the request does. **This package** reads a field that was dragged from the input, and a text with such fields in it, from the item itself; whatever is more than that goes to n8n's engine, too.
- **Floor**: a node that reads its two fields with n8n's engine, and sends all requests at once. It checks nothing.

Each side runs in its own process, with the same copy of n8n's engine. A run counts only if every item succeeds and the server got one request for each. The credential comes from memory, and nothing is saved.

## Where the time goes

Of the time in which n8n was busy with 5,000 items of this package, in a profile of 2026-11-30:

| Part                                                                            | Share |
| ------------------------------------------------------------------------------- | ----: |
| n8n's HTTP client and Node.js: a new connection for each request, sent and read |  65 % |
| Loading n8n and the packages, once                                              |  14 % |
| This package: reading, checking and signing what is sent, and redacting answers |  13 % |
| Memory that is given back                                                       |   8 % |

n8n makes a new connection for each request, and leaves no other way to a node. Of an event of the trigger, n8n's two expression engines are most; the package takes 2.4 %.

## Files

**Update Photo** with a file from a previous step, 10 MB each, stored on disk by n8n. At most four files are in memory at once: the process grew by ${show(few)} MB for 20 items, and by ${show(many)} MB for 200.

## In a real n8n

5,000 items run in one workflow, at 100 ms. Meanwhile n8n is asked for \`/healthz\`, and for a webhook workflow of two nodes, each 100 ms after the last response. Times are in milliseconds. The webhook's slowest responses are its first two, while n8n passes the 5,000 items to the node and the run starts.

${table(
	[
		'While this runs',
		'Seconds',
		'/healthz: median',
		'99 %',
		'Longest',
		'Refused',
		'Webhook: median',
		'99 %',
		'Longest',
		'Refused',
	],
	waiting.map(({ label, seconds, health, webhook }) => [
		label,
		show(seconds),
		...answers(health),
		...answers(webhook),
	]),
)}

## Events

Events are posted to a published **Z-API Trigger** without options and, in turns, to n8n's own Webhook node (version 1, which makes n8n do the same for an event), in the same n8n, 20 at once. The second node of each workflow does nothing. The sides took turns within each of ${events.filter(({ taker }) => taker === 'trigger').length} rounds. **CPU** is that of the whole process for one event, with its execution.

${writeEvents(events)}

## Measure again

\`\`\`sh
npm run bench
\`\`\`

The first run installs n8n and the peer into a cache in the home folder, as \`npm start\` does. \`npm run bench -- --profile ours\` writes a profile of one side for Chrome's DevTools. \`npm run bench -- --events\` measures only what an event costs, beside an earlier state of this package.
`;
}
