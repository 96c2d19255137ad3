import { isDeepStrictEqual } from 'node:util';
import { messagesOf } from '../../emulator/messages.mts';
import {
	allSucceeded,
	change,
	describe,
	quoted,
	runByHand,
	textsOf,
	withParameters,
	type ExampleRun,
} from './run.mts';

const CHANNEL = '120363600000000061@newsletter';
const HOUR_MILLISECONDS = 60 * 60 * 1000;

/** An entry of a feed, and how long ago it was published. */
type Entry = [title: string, hoursAgo: number];

function feedOf(entries: Entry[]): Buffer {
	const items = entries.map(([title, hoursAgo]) => {
		const date = new Date(Date.now() - hoursAgo * HOUR_MILLISECONDS).toUTCString();
		const link = `https://www.example.com/${encodeURIComponent(title)}`;
		return `<item><title>${title}</title><link>${link}</link><guid>${link}</guid><pubDate>${date}</pubDate><description>&lt;p&gt;Mais sobre ${title}&lt;/p&gt;</description></item>`;
	});
	return Buffer.from(
		`<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Notícias</title>${items.join('')}</channel></rss>`,
	);
}

/** A feed with two recent entries and an old one is read twice; before the second time, it gets another entry. */
export const feedChannelFromRss: ExampleRun = {
	file: 'feed-channel-from-rss.json',
	async run(stage) {
		const { emulator, workflow } = stage;
		const publish = (entries: Entry[]) =>
			emulator.files.set('feed.xml', {
				contentType: 'application/rss+xml',
				content: feedOf(entries),
			});
		const url = `${emulator.baseUrl}/files/feed.xml`;
		const ready = await change(stage, { 'Read the Feed': withParameters({ url }) });
		const entries: Entry[] = [
			['Obras na praça', 2],
			['Vacinação', 5],
			['Aniversário da cidade', 24 * 4],
		];
		publish(entries);
		const executions = [await runByHand(ready)];
		publish([['Feira de domingo', 0], ...entries]);
		executions.push(await runByHand(ready));

		const posts = textsOf(messagesOf(emulator.state, CHANNEL));
		const titles = posts.map((post) => /^\*(.*)\*/.exec(post)?.[1] ?? post);
		return {
			passed:
				allSucceeded(executions) &&
				isDeepStrictEqual(titles, ['Vacinação', 'Obras na praça', 'Feira de domingo']) &&
				posts.every((post) => /\n\nMais sobre [^<]+\n\nhttps:\/\/\S+$/.test(post)),
			lines: [...describe(workflow, executions), `  The channel got: ${quoted(titles)}`],
		};
	},
};
