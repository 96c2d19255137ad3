import { isDeepStrictEqual } from 'node:util';
import { messagesOf } from '../../emulator/messages.mts';
import { ANA, describe, quoted, runByHand, type ExampleRun } from './run.mts';

/** One picture is sent, one is refused, and one number isn't on WhatsApp. */
export const campaignFromTable: ExampleRun = {
	file: 'campaign-from-table.json',
	async run(stage) {
		const { workflow, emulator } = stage;
		emulator.misbehave({
			when: ({ path, text }) => path === '/send-image' && text.includes('Bruno'),
			answer: { status: 400, body: { error: 'Invalid phone' } },
		});
		const execution = await runByHand(stage);
		const rows = execution.itemsOf('Write to the Table') as Array<Record<string, string>>;
		const outcomes = rows.map(({ name, result }) => `${name}: ${result}`).sort();
		const captions = messagesOf(emulator.state, ANA).map(({ content }) => content.image?.caption);
		return {
			passed:
				execution.status === 'success' &&
				isDeepStrictEqual(outcomes, ['Ana: queued', 'Bruno: failed', 'Sofia: not on WhatsApp']) &&
				rows.some(({ reason }) => reason?.includes('Invalid phone')) &&
				captions.length === 1 &&
				String(captions[0]).includes('Ana'),
			lines: [...describe(workflow, [execution]), `  The table got: ${quoted(outcomes)}`],
		};
	},
};
