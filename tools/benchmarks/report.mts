import { availableParallelism, loadavg } from 'node:os';
import { N8N_VERSION } from '../launcher/cache.mts';
import { CHARTS } from './chartsOfResults.mts';
import { TAKERS, type EventRound } from './events.mts';
import { show, spread, table } from './figures.mts';
import { PEER_VERSION } from './installation.mts';
import type { Waiting } from './n8n.mts';
import {
	block,
	cpuPerItem,
	eventRatio,
	itemsPerSecond,
	megabytes,
	type Results,
	type Row,
} from './results.mts';
import { SIDES, type SideName } from './sides.mts';
import { targetRows } from './targets.mts';

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
 * Writes down what others got to feel of 5,000 items in a real n8n, as Markdown.
 *
 * @param waiting of all sides
 */
export function writeWaiting(waiting: Waiting[]): string {
	const header = ['While this runs', 'Seconds', 'Memory, MB'];
	for (const asked of ['/healthz', 'Webhook']) {
		header.push(`${asked}: responses`, 'Refused', 'Median', '99 %', 'Longest');
	}
	const rows = waiting.map(({ label, seconds, memoryBytes, health, webhook }) => [
		...[label, show(seconds), show(memoryBytes / 1e6)],
		...[health, webhook].flatMap(({ count, refused, median: middle, percentile99, longest }) =>
			[count, refused, middle, percentile99, longest].map(show),
		),
	]);
	return table(header, rows);
}

const SECURE = { items: 1000, isSecure: true } as const;

export const SECURE_SIDES = ['ours', 'few', 'http', 'httpFields', 'keepAlive'] as const;

/** Writes everything down for a reader, as Markdown. */
export function writeReport(results: Results): string {
	const { waiting, events, rounds } = results;
	const values = (side: SideName, items: number, value: (row: Row) => number) =>
		results.values(side, items, value);
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
	return `# Benchmarks

How fast **Community → Unlink Groups** handles many items in n8n, what it costs, and how it affects everything else in the same n8n. \`npm run bench\` measures all of this again and writes this page.

**Compare the ratios, not the numbers.** They were measured on ${availableParallelism()} CPUs shared with other work (load ${show(loadavg()[2] ?? 0)} over the last 15 minutes), so all times are longer than on a dedicated machine. The sides took turns within each of ${rounds} rounds. Each cell shows the median and, in brackets, the smallest and the largest value of its rounds.

n8n ${N8N_VERSION} with its default expression engine (\`vm\`), Node ${process.version}.

${CHARTS.map(({ file, chart }) => `![${chart(results).title}](images/${file})`).join('\n\n')}

## Targets

${table(['Target', 'Measured', ''], targetRows(results))}

## Many items

${table(['', '1,000 items, 100 ms: items/s', 'CPU, µs an item', 'Longest block, ms', '2,000 items, at once: items/s', 'CPU, µs an item', 'Longest block, ms', 'Memory, MB'], speedRows)}

- **100 ms** is how long the server takes to respond; **at once** means that it takes no time. **CPU** covers all threads of the process. **Longest block** is the longest time, in CPU time, for which the main thread was busy and n8n could respond to nothing else. **Memory** is how much the process grew.
${[10_000, 50_000].map((items) => `- ${items.toLocaleString('en-US')} items of this package: ${spread(values('ours', items, itemsPerSecond))} items a second, longest block ${spread(values('ours', items, block))} ms, ${spread(values('ours', items, megabytes))} MB. With n8n's No Operation node instead, which sends nothing, the longest block is ${spread(values('noOp', items, block))} ms: that is n8n itself, which passes on all items in one go.`).join('\n')}
- \`n8n-nodes-evolution-api\` ${PEER_VERSION}, the most widely used WhatsApp community node, sends one message after the other: ${spread(values('evolution', 300, itemsPerSecond))} items a second at 100 ms.
- **${SIDES.engine}**: where n8n doesn't use a node's \`customOperations\`, such as for some AI tools, which run one item.
- **${SIDES.http}** has both values in one JSON text, so n8n evaluates one expression per item; the others have two fields, and so two expressions. For an expression, n8n calls its engine, which takes longer than the request does. **This package** reads a field that was dragged from the input, and a text with such fields in it, from the item itself; whatever is more than that goes to n8n's engine, too.
- **Floor**: a node that reads its two fields with n8n's engine, and sends all requests at once. It checks nothing.

Each side runs in its own process, with the same copy of n8n's engine. A run counts only if every item succeeds and the server got one request for each. The credential comes from memory, and nothing is saved.

## Over TLS

1,000 items again, over TLS as at Z-API, with a server that takes 20 ms.

${table(
	['', 'Items/s', 'CPU, µs an item', 'Longest block, ms', 'Items/s, to this package'],
	SECURE_SIDES.map((side) => [
		SIDES[side],
		spread(results.values(side, SECURE, itemsPerSecond)),
		spread(results.values(side, SECURE, cpuPerItem)),
		spread(results.values(side, SECURE, block)),
		`${show(results.ratio(side, 'ours', SECURE, itemsPerSecond))}×`,
	]),
)}

n8n's client makes a new connection for each request of a node, and over TLS that takes most of the work. **${SIDES.keepAlive}** for the requests that follow shows what that costs: no node has a way to it. What helps is in [Scaling](scaling.md#what-holds-and-what-doesnt).

## Where the time goes

Of the time in which a real n8n was busy with 5,000 items of this package, in a profile of 2026-11-30:

| Part                                                                                      | Share |
| ----------------------------------------------------------------------------------------- | ----: |
| n8n's HTTP client and Node.js: a new connection for each request, sent and read            |  35 % |
| n8n reads the credential for each request: its database, decryption, expressions           |  32 % |
| Everything else in n8n, with the executions of the webhook that is asked meanwhile         |  19 % |
| This package: reading, checking and signing what is sent, and redacting answers            | 7.5 % |
| Memory that is given back                                                                  | 6.2 % |

Two thirds are what n8n does for each request of any node, so they limit what a node can gain. n8n makes a new connection for each request, and leaves no other way to a node. It also reads the credential anew for each request, from its database. Of an event of the trigger, n8n's two expression engines are most; the package takes 2.4 %.

## Files

**Update Photo** with a file from a previous step, 10 MB each, stored on disk by n8n. At most four files are in memory at once: the process grew by ${show(Math.max(...values('photo', 20, megabytes)))} MB for 20 items, and by ${show(Math.max(...values('photo', 200, megabytes)))} MB for 200.

## In a real n8n

5,000 items run in one workflow, at 100 ms. Meanwhile n8n is asked for \`/healthz\`, and for a webhook workflow of two nodes, each 100 ms after the last response. The two took turns, each time in an n8n that had just started and warmed up. **Seconds** and **Memory**, which is how much n8n grew, are medians of all rounds; the responses are those of all rounds together, in milliseconds.

${writeWaiting(waiting)}

## Events

Events are posted to a published **Z-API Trigger** without options and, in turns, to n8n's own Webhook node (version 1, which makes n8n do the same for an event), in the same n8n, 20 at once. The second node of each workflow does nothing. The sides took turns within each of ${events.filter(({ taker }) => taker === 'trigger').length} rounds. **CPU** is that of the whole process for one event, with its execution.

${writeEvents(events)}

## Measure again

\`\`\`sh
npm run bench
\`\`\`

The first run installs n8n and the peer into a cache in the home folder, as \`npm start\` does. \`npm run bench -- --profile ours\` writes a profile of one side for Chrome's DevTools. \`npm run bench -- --events\` measures only what an event costs, beside an earlier state of this package, and \`npm run bench -- --others\` only what others get to feel.
`;
}
