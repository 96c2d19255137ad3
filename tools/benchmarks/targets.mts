import { median, show } from './figures.mts';
import type { Waiting } from './n8n.mts';
import {
	block,
	cpuPerItem,
	eventRatio,
	itemsPerSecond,
	megabytes,
	type Results,
} from './results.mts';
import { SIDES, type SideName } from './sides.mts';

/** @returns a row for each thing that this package is to be, with what was measured */
export function targetRows(results: Results): string[][] {
	const target = (what: string, measured: number, unit: string, isMet: boolean) => [
		what,
		`${show(measured)}${unit}`,
		isMet ? 'met' : '**not met**',
	];
	const speed = results.ratio('ours', 'http', 2000, itemsPerSecond);
	const speedOfFields = results.ratio('ours', 'httpFields', 2000, itemsPerSecond);
	const sequential =
		median(results.values('ours', 1000, itemsPerSecond)) /
		median(results.values('evolution', 300, itemsPerSecond));
	const cpu = results.ratio('ours', 'floor', 2000, cpuPerItem);
	const longest = Math.max(...results.rows.filter(({ side }) => side === 'ours').map(block));
	const more = results.ratio('ours', 'alone', 1500, cpuPerItem);
	const waitingFor = (side: SideName) =>
		results.waiting.find(({ label }) => label === SIDES[side]) as Waiting;
	const [meanwhile, meanwhileHttp] = [waitingFor('ours'), waitingFor('http')];
	const health = meanwhile.health.percentile99;
	const webhook = meanwhile.webhook.percentile99;
	const speedInN8n = meanwhileHttp.seconds / meanwhile.seconds;
	const memoryInN8n = meanwhile.memoryBytes / meanwhileHttp.memoryBytes;
	const few = Math.max(...results.values('photo', 20, megabytes));
	const many = Math.max(...results.values('photo', 200, megabytes));
	return [
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
		target(
			'5,000 items in a real n8n, to the HTTP Request node with one expression: at least 2.3 times as fast',
			speedInN8n,
			'×',
			speedInN8n >= 2.3,
		),
		target(
			'Memory for 5,000 items in a real n8n, to the HTTP Request node: at most the same',
			memoryInN8n,
			'×',
			memoryInN8n <= 1,
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
			eventRatio(results.events),
			'×',
			eventRatio(results.events) <= 1.15,
		),
	];
}
