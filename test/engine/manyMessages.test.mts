import { setImmediate as turn } from 'node:timers/promises';
import type { Account, Emulator } from '../../tools/emulator/emulator.mts';
import { messagesOf } from '../../tools/emulator/messages.mts';
import { isFull } from '../full.mts';
import { useEmulator } from '../useEmulator.mts';
import { runNode } from './harness.mts';

const COUNT = isFull ? 10_000 : 1_000;

let emulator: Emulator;
let account: Account & { baseUrl: string };
useEmulator((started, itsAccount) => {
	emulator = started;
	account = itsAccount;
});

describe(`${COUNT} messages in one run, every fifth of which is refused`, () => {
	const CHATS = 50;
	/** So long this process may compute without a break; what other programs do meanwhile doesn't count. */
	const MOST_MILLISECONDS = 1000;

	/** Measures how long others have to wait for their turn, while the same process does all this. */
	async function measureTurns(running: Promise<unknown>) {
		const turns: number[] = [];
		let isOver = false;
		void running.finally(() => (isOver = true));
		while (!isOver) {
			const start = process.cpuUsage();
			await turn();
			const { user, system } = process.cpuUsage(start);
			turns.push((user + system) / 1000);
		}
		return turns;
	}

	it('gives as many results in order, sends none twice, and lets others work meanwhile', async () => {
		const chats = Array.from({ length: CHATS }, (_, index) => String(5_511_910_000_000 + index));
		const items = Array.from({ length: COUNT }, (_, index) => ({
			phone: chats[index % CHATS],
			message: `Mensagem ${index}`,
		}));
		const isRefused = (index: number) => index % 5 === 4;
		emulator.misbehave({
			when: ({ body }) =>
				isRefused(Number((body as { message: string }).message.replace(/\D/g, ''))),
			answer: { status: 400, body: { error: 'Invalid phone' } },
		});

		const running = runNode({
			account,
			parameters: {
				...{ resource: 'message', operation: 'sendText', message: '={{ $json.message }}' },
				phone: { __rl: true, mode: 'phone', value: '={{ $json.phone }}' },
			},
			items,
			onError: 'continueRegularOutput',
		});
		const turns = await measureTurns(running);
		const { error, items: results } = await running;

		expect(error).toBeUndefined();
		const expected = items.map((_, index) => [index, isRefused(index)]);
		const outcome = results.map(({ json: { error: failure }, pairedItem }) => [
			(pairedItem as { item: number }).item,
			typeof failure === 'string',
		]);
		expect(outcome).toEqual(expected);

		const sent = emulator.requests.map(({ body }) => (body as { message: string }).message);
		expect(sent).toHaveLength(COUNT);
		expect(new Set(sent).size).toBe(COUNT);
		// What one chat got has the items' order.
		for (const chat of chats) {
			const wanted = items.flatMap(({ phone, message }, index) =>
				phone === chat && !isRefused(index) ? [message] : [],
			);
			const got = messagesOf(emulator.state, chat).map(({ content }) => content.text?.message);
			expect(got).toEqual(wanted);
		}
		expect(Math.max(...turns)).toBeLessThan(MOST_MILLISECONDS);
	}, 180_000);
});
