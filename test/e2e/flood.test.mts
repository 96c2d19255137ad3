import { launch, type Launched } from '../../tools/launcher/launch.mts';
import { TriggerWorkflow } from '../../tools/launcher/workflows/triggerWorkflow.mts';
import { packed } from './packed.mts';
import { START_LIMIT_MILLISECONDS } from './session.mts';
import { addresses, message, messageIds } from './trigger/events.mts';
import { flood, type Flood } from './trigger/flood.mts';
import { FILE, receiveImage } from './trigger/image.mts';

const FLOOD_LIMIT_MILLISECONDS = 240_000;

describe('in an n8n that is set up for many short executions', () => {
	const EVENTS = process.env.FULL ? 2_000 : 300;
	const AT_ONCE = 50;
	const TEXTS = ['Oi', 'tudo bem?', 'queria marcar um horário'];
	const CHATS = Math.floor(EVENTS / TEXTS.length);
	/** As long as the emulator waits for an answer; the documentation doesn't say how long Z-API does. */
	const PATIENCE_MILLISECONDS = 30_000;

	let launched: Launched;

	beforeAll(async () => {
		launched = await launch({
			root: process.cwd(),
			tarball: packed(),
			report: () => {},
			environment: {
				// By default, n8n makes JavaScript engines anew for every event and every execution. This takes most
				// of its time, whatever the trigger does.
				N8N_EXPRESSION_ENGINE: 'legacy',
				// In memory, and not in files as by default.
				N8N_DEFAULT_BINARY_DATA_MODE: 'default',
			},
		});
	}, START_LIMIT_MILLISECONDS);

	afterAll(async () => {
		await launched?.close();
	}, 60_000);

	it('a file comes with the message', async () => {
		const item = await receiveImage(launched);
		expect(item?.binary?.data).toMatchObject({ mimeType: 'image/png' });
		expect(Buffer.from(item?.binary?.data?.data ?? '', 'base64')).toEqual(FILE);
	});

	function events() {
		return Array.from({ length: EVENTS }, (_, index) => ({
			...message(launched, { text: { message: index % 2 === 0 ? 'Bom dia' : 'Quero sair' } }),
			messageId: `MESSAGE-${index}`,
		}));
	}

	/** One message of each person. */
	function written(text: string) {
		return Array.from({ length: CHATS }, (_, index) => ({
			...message(launched, { text: { message: text } }),
			...{ phone: `5511900${10_000 + index}`, messageId: `${text} ${index}`, momment: Date.now() },
		}));
	}

	function expectAnswers({ answers, ...numbers }: Flood) {
		console.info(`${answers.length} events, ${AT_ONCE} at once:`, numbers);
		expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
		expect(numbers.longestMilliseconds).toBeLessThan(PATIENCE_MILLISECONDS);
	}

	async function expectExecutions(workflow: TriggerWorkflow, expected: string[]) {
		const executions = await workflow.executions(expected.length);
		expect(executions.filter(({ status }) => status !== 'success')).toEqual([]);
		expect(executions).toHaveLength(expected.length);
		expect(messageIds(executions).sort()).toEqual(expected.sort());
	}

	it(
		`each of ${EVENTS} events starts one execution`,
		async () => {
			await using workflow = await TriggerWorkflow.publish(launched);
			const url = addresses(launched).ReceivedCallback ?? '';
			expectAnswers(await flood(url, events(), AT_ONCE, launched.emulator?.postedHeaders()));
			await expectExecutions(
				workflow,
				events().map(({ messageId }) => messageId),
			);
		},
		FLOOD_LIMIT_MILLISECONDS,
	);

	it(
		`what each of ${CHATS} people writes in one go starts one`,
		async () => {
			await using workflow = await TriggerWorkflow.publish(launched, {
				options: { joinMessagesWithin: 30 },
			});
			const url = addresses(launched).ReceivedCallback ?? '';
			const headers = launched.emulator?.postedHeaders();
			for (const text of TEXTS) {
				expectAnswers(await flood(url, written(text), AT_ONCE, headers));
			}
			const executions = await workflow.executions(CHATS);
			const came = executions.map(({ items: [item] }) => [item?.json.phone, item?.json.text]);
			const expected = written('').map(({ phone }) => [phone, TEXTS.join('\n')]);
			expect(came.sort()).toEqual(expected.sort());
		},
		FLOOD_LIMIT_MILLISECONDS,
	);

	it(
		`a filter lets exactly half of ${EVENTS} events start one`,
		async () => {
			await using workflow = await TriggerWorkflow.publish(launched, {
				filters: { textContains: 'sair' },
			});
			const url = addresses(launched).ReceivedCallback ?? '';
			expectAnswers(await flood(url, events(), AT_ONCE, launched.emulator?.postedHeaders()));
			const passing = events().filter((_, index) => index % 2 === 1);
			await expectExecutions(
				workflow,
				passing.map(({ messageId }) => messageId),
			);
		},
		FLOOD_LIMIT_MILLISECONDS,
	);
});
