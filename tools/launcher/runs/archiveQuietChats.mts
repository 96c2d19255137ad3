import { isDeepStrictEqual } from 'node:util';
import { describe, quoted, runByHand, type ExampleRun } from './run.mts';

const [ANA, BRUNO, CAMILA, DIEGO, EDUARDA] = [1, 2, 3, 4, 5].map((n) => `551190000000${n}`);
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/** Of five chats, one is recent, one pinned, one unread and one archived already. */
export const archiveQuietChats: ExampleRun = {
	file: 'archive-quiet-chats.json',
	async run(stage) {
		const { emulator, workflow } = stage;
		const { state } = emulator;
		const daysAgo = (days: number) => Date.now() - days * DAY_MILLISECONDS;
		state.chats = [ANA, BRUNO, CAMILA, DIEGO, EDUARDA].map((phone = '', index) => ({
			...{ phone, name: `Chat ${index + 1}` },
			lastMessageTime: daysAgo(phone === ANA ? 29 : 31),
		}));
		for (const group of state.groups) group.lastMessageTime = daysAgo(1);
		state.chatSettings = {
			[String(BRUNO)]: { pinned: true },
			[String(CAMILA)]: { unread: true },
			[String(EDUARDA)]: { archived: true },
		};
		const execution = await runByHand(stage);
		const archived = emulator.requests
			.filter(({ path }) => path === '/modify-chat')
			.map(({ body }) => (body as { phone: string }).phone);
		return {
			passed:
				execution.status === 'success' &&
				isDeepStrictEqual(archived, [DIEGO]) &&
				state.chatSettings[String(DIEGO)]?.archived === true,
			lines: [...describe(workflow, [execution]), `  Archived: ${quoted(archived)}`],
		};
	},
};
