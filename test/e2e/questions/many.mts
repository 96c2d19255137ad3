import { makeNote } from '../../../nodes/shared/account/notes.ts';
import { lidOf } from '../../../tools/emulator/numbers.mts';
import { NEXT, Asking, progressOf } from '../../../tools/launcher/workflows/questions.mts';
import { callWebhook, mapAtOnce } from '../../../tools/launcher/calls.mts';
import { TriggerWorkflow } from '../../../tools/launcher/workflows/triggerWorkflow.mts';
import { waitUntil } from '../../../tools/launcher/waiting.mts';
import { editor, n8n, see } from '../session.mts';

/** As many as a trigger keeps; with the environment variable FULL, all of them. */
const COUNT = process.env.FULL ? 500 : 60;
const AT_ONCE = 5;
const LIMIT_MILLISECONDS = COUNT * 2_000 + 180_000;

/** The choices, and what people write who choose them. */
const WAYS = {
	'Segunda-feira': ['segunda-feira, por favor', '1', 'pode ser na segunda-feira'],
	'Quarta-feira': ['nº 2', 'Quarta', 'opção 2'],
	'Sexta-feira': ['3.', 'acho que sexta-feira', 'a terceira'],
	Nenhum: ['4', 'nenhum', 'Nenhum, obrigada'],
};

/** Somebody who is asked. */
interface Person {
	phone: string;
	/** How Z-API names them when they answer: by the number, or only by the `@lid`. */
	from: { phone: string; senderLid?: string };
	choice: string;
	words: string;
}

const people: Person[] = Array.from({ length: COUNT }, (_, index) => {
	const [choice, ways] = Object.entries(WAYS)[index % 4] ?? ['', []];
	const words = ways[Math.floor(index / 4) % ways.length] ?? '';
	const phone = `55119${70_000_000 + index}`;
	const lid = lidOf(phone);
	return {
		phone,
		from: index % 3 === 0 ? { phone: lid } : { phone, senderLid: lid },
		choice,
		words,
	};
});

interface Page {
	results: Array<{ id: string }>;
	nextCursor: string | null;
}

/** @returns the executions of a workflow with such a status */
async function idsOf({ id }: Asking, status: string): Promise<string[]> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId: id, status: [status] }));
	const ids: string[] = [];
	for (let cursor: string | null = ''; cursor !== null; ) {
		const page: Page = await n8n().get(
			`/rest/executions?limit=100&filter=${filter}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
		);
		ids.push(...page.results.map((execution) => execution.id));
		cursor = page.nextCursor;
	}
	return ids;
}

async function waitForAll(asking: Asking, status: string): Promise<string[]> {
	let ids: string[] = [];
	const areThere = async () => (ids = await idsOf(asking, status)).length === COUNT;
	const what = `${COUNT} executions were ${status}`;
	await waitUntil(what, areThere, undefined, LIMIT_MILLISECONDS).catch((error: unknown) => {
		throw new Error(`${String(error)}: ${ids.length} are`, { cause: error });
	});
	return ids;
}

/** Where the question is asked. */
const PATH = 'many-questions';

describe('many questions that are open at once', () => {
	let trigger: TriggerWorkflow;
	let asking: Asking;

	beforeAll(async () => {
		editor.emulator.reset();
		const { state } = editor.emulator;
		for (const { phone } of people) state.chats.push({ phone, lastMessageTime: 0 });
		trigger = await TriggerWorkflow.publish(editor.launched, { events: ['messageReceived'] });
		const values = Object.keys(WAYS).map((label) => ({ label }));
		asking = await Asking.publish(editor.launched, PATH, {
			...{ responseType: 'chatChoice', choices: { values } },
		});
	});

	afterAll(async () => {
		await trigger.unpublish();
	});

	see(
		`are all asked, and wait: ${COUNT}`,
		async () => {
			const url = `${n8n().url}/webhook/${PATH}`;
			const answers = await mapAtOnce(people, AT_ONCE, async ({ phone }) =>
				callWebhook(url, { items: [{ question: 'Que dia fica melhor?', phone }] }),
			);
			expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
			await waitForAll(asking, 'waiting');
		},
		LIMIT_MILLISECONDS,
	);

	see('are answered by nobody who forges a note, an event or an address', async () => {
		const address = editor.emulator.state.webhooks.ReceivedCallback;
		const chats = people.map(({ phone }) => phone);
		const at = Date.now();
		const content = { does: 'resume' as const, chats, milliseconds: 0, at };
		const note = makeNote('NOT-THE-TOKEN', new URL(address).host, content);
		const { instance: instanceId } = editor.emulator.account;
		const [phone = ''] = chats;
		const message = { phone, messageId: 'FORGED', text: { message: '1' } };
		const event = { type: 'ReceivedCallback', instanceId, ...message };
		const [id = ''] = await idsOf(asking, 'waiting');
		const signature = 'a'.repeat(64);
		const resumeUrl = `${n8n().url}/webhook-waiting/${id}/${PATH}-2?choice=words&question=1&signature=${signature}`;
		expect(await callWebhook(address, note)).toMatchObject({ status: 403 });
		expect(await callWebhook(address, event)).toMatchObject({ status: 403 });
		expect(await callWebhook(resumeUrl, message)).toMatchObject({ status: 401 });
		expect(await idsOf(asking, 'waiting')).toHaveLength(COUNT);
	});

	see(
		'are answered in words after n8n was killed, each right, and no message twice',
		async () => {
			process.kill(n8n().processId ?? 0, 'SIGKILL');
			await editor.launched.restart();
			const answers = await mapAtOnce(
				people.toReversed(),
				AT_ONCE,
				async ({ phone, from, words }) => {
					const body = { ...from, messageId: `MANY-${phone}`, momment: Date.now() };
					return await editor.emulator.emit({
						...{ type: 'ReceivedCallback', body: { ...body, text: { message: words } } },
					});
				},
			);
			const lost = answers.filter((answer) => !answer?.text.includes('handed over'));
			expect(lost).toEqual([]);

			const ids = await waitForAll(asking, 'success');
			const given = await mapAtOnce(ids, AT_ONCE, async (id) => {
				const { outputs } = await progressOf(n8n(), id);
				const [[asked] = [], [answer] = []] = [outputs('Items').flat(), outputs(NEXT).flat()];
				const { phone } = asked as Person;
				const { choice, text, phone: by } = answer as Record<string, string>;
				return [phone, by, choice, text].join(' | ');
			});
			const expected = people.map(({ phone, from, choice, words }) =>
				[phone, from.phone, choice, words].join(' | '),
			);
			expect(given.sort()).toEqual(expected.sort());
			expect(await trigger.executions(0)).toEqual([]);
		},
		LIMIT_MILLISECONDS,
	);
});
