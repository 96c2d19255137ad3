import type { WebhookAnswer } from '../../tools/emulator/emulator.mts';
import { expectNoSecret } from '../engine/secrets.mts';
import { createCredential } from '../../tools/launcher/examples.mts';
import { launch, type Launched } from '../../tools/launcher/launch.mts';
import { Editor, type NodeToAdd } from './editor.mts';
import { waitUntil } from '../../tools/launcher/waiting.mts';
import { flood, type Flood } from './trigger/flood.mts';
import {
	TRIGGER,
	TriggerWorkflow,
	type Execution,
} from '../../tools/launcher/workflows/triggerWorkflow.mts';

/** Long enough for n8n to be installed, too, which happens once on a machine. */
const START_LIMIT_MILLISECONDS = 15 * 60_000;
/** n8n tries again for some seconds, more and more slowly, before it gives an activation up. */
const REFUSAL_LIMIT_MILLISECONDS = 120_000;
const FLOOD_LIMIT_MILLISECONDS = 240_000;
const QUICK_MILLISECONDS = 10_000;

const FOREIGN = 'https://crm.example.com/hooks/whatsapp?key=s3cret';

let editor: Editor;

/** A test that leaves a screenshot and n8n's log behind when it fails. */
function see(name: string, test: () => Promise<void>, limitMilliseconds?: number): void {
	it(name, () => editor.watch(name, test), limitMilliseconds);
}

beforeAll(async () => {
	editor = await Editor.open();
}, START_LIMIT_MILLISECONDS);

beforeEach(() => {
	editor.emulator.reset();
});

afterAll(async () => {
	await editor?.close();
}, 60_000);

/** What the emulator posts events to, without those that it posts nowhere. */
function addresses({ emulator } = editor.launched): Record<string, string> {
	const { webhooks } = emulator?.state ?? {};
	return Object.fromEntries(Object.entries(webhooks ?? {}).filter(([, address]) => address !== ''));
}

function changes(): string[] {
	return editor.emulator.requests
		.filter(({ method }) => method !== 'GET')
		.map(({ method, path }) => `${method} ${path}`);
}

/** Lets the emulator post a message, as if someone had written it. */
async function receive(body: object = {}): Promise<WebhookAnswer | undefined> {
	return await editor.emulator.emit({ type: 'ReceivedCallback', body });
}

/** A message as it is posted. */
function message({ emulator }: Launched, body: object = {}): object {
	return {
		...{ type: 'ReceivedCallback', instanceId: emulator?.account.instance, messageId: '3EB0' },
		...{ phone: '5511900000001', fromMe: false, text: { message: 'Bom dia' }, ...body },
	};
}

function trigger(): NodeToAdd {
	return {
		name: TRIGGER,
		type: 'n8n-nodes-z-api.zApiTrigger',
		credentials: editor.credentials,
	};
}

function messageIds(executions: Execution[]): unknown[] {
	return executions.flatMap(({ items }) => items).map(({ json }) => json.messageId);
}

describe('a workflow with the trigger', () => {
	see('gets its events from when it is published until it is unpublished', async () => {
		const { emulator, launched } = editor;
		await using workflow = await TriggerWorkflow.save(launched, {
			events: ['messageReceived', 'messageStatus'],
		});
		expect(addresses()).toEqual({});

		await workflow.publish();
		const address = addresses().ReceivedCallback ?? '';
		expect(address.replace(/[0-9a-f-]{36}/, 'ID')).toBe(`${launched.n8n.url}/webhook/ID/webhook`);
		expect(addresses()).toEqual({ ReceivedCallback: address, MessageStatusCallback: address });

		expect(await receive()).toMatchObject({ status: 200 });
		const executions = await workflow.executions(1);
		expect(executions).toMatchObject([{ status: 'success', mode: 'webhook' }]);
		expect(executions[0]?.items.map(({ json }) => json)).toMatchObject([
			{
				...{ eventType: 'messageReceived', kind: 'text', text: 'teste' },
				...{ phone: '5544999999999', senderPhone: '5544999999999', fromMe: false },
				instanceId: expect.stringMatching(/^[0-9a-f]{12}$/) as string,
			},
		]);
		expectNoSecret(emulator.account, JSON.stringify(executions));

		await workflow.unpublish();
		expect(addresses()).toEqual({});
		const late = await fetch(address, { method: 'POST' });
		expect(late.status).toBe(404);
	});
});

describe('an address of someone else', () => {
	see(
		'keeps a workflow from being published, and n8n says whose it is, but not all of it',
		async () => {
			editor.emulator.state.webhooks.ReceivedCallback = FOREIGN;
			await using workflow = await TriggerWorkflow.save(editor.launched);
			const refusal = await workflow.publish().then(
				() => 'It was published',
				(error: unknown) => String(error),
			);
			expect(refusal).toContain('Z-API already sends "Message Received" to crm.example.com.');
			expect(refusal).toContain("turn on this node's option Replace Existing Addresses");
			expect(refusal).not.toMatch(/hooks|s3cret/);

			await workflow.unpublish();
			expect(addresses()).toEqual({ ReceivedCallback: FOREIGN });
			expect(changes()).toEqual([]);
		},
		REFUSAL_LIMIT_MILLISECONDS,
	);

	see('is replaced if the option says so, and put back afterwards', async () => {
		editor.emulator.state.webhooks.ReceivedCallback = FOREIGN;
		await using workflow = await TriggerWorkflow.publish(editor.launched, {
			options: { replaceExisting: true },
		});
		expect(addresses().ReceivedCallback).toContain(`${editor.launched.n8n.url}/webhook/`);
		await receive();
		expect(await workflow.executions(1)).toHaveLength(1);

		await workflow.unpublish();
		expect(addresses()).toEqual({ ReceivedCallback: FOREIGN });
	});
});

describe('a test in the editor', () => {
	see('gets one event, and then production gets its events again', async () => {
		const { launched, page } = editor;
		await using workflow = await TriggerWorkflow.publish(launched);
		const production = addresses();

		await page.goto(`${launched.n8n.url}/workflow/${workflow.id}`);
		await editor.openNode(TRIGGER);
		await editor.byTestId('node-execute-button').click();
		await editor.byTestId('trigger-listening').waitFor();
		await waitUntil(
			'Z-API posts to the test',
			() => addresses().ReceivedCallback?.includes('/webhook-test/') ?? false,
		);
		await receive({ messageId: 'OF-THE-TEST' });
		await editor.byTestId('output-panel').getByText('OF-THE-TEST').waitFor();

		await waitUntil(
			'production has its address again',
			() => addresses().ReceivedCallback === production.ReceivedCallback,
		);
		await receive({ messageId: 'OF-PRODUCTION' });
		const executions = await workflow.executions(2);
		expect(executions.map(({ mode }) => mode)).toEqual(['manual', 'webhook']);
		expect(messageIds(executions)).toEqual(['OF-THE-TEST', 'OF-PRODUCTION']);
	});

	see('that is started twice gives production its events back', async () => {
		await using workflow = await TriggerWorkflow.publish(editor.launched);
		const production = addresses();
		await workflow.startTest();
		await workflow.startTest();
		expect(addresses().ReceivedCallback).toContain('/webhook-test/');
		await workflow.endTest();
		await waitUntil(
			'production has its address again',
			() => addresses().ReceivedCallback === production.ReceivedCallback,
		);
	});

	see('that fails says why, and n8n stays as quick as it was', async () => {
		const { launched, emulator } = editor;
		const { n8n } = launched;
		const account = { ...emulator.account, baseUrl: emulator.baseUrl, token: 'NO-SUCH-TOKEN' };
		const credential = await createCredential(n8n, account);
		const failing = await TriggerWorkflow.save({ n8n, credential });
		await using working = await TriggerWorkflow.save(launched);
		for (let round = 0; round < 2; round += 1) {
			await expect(failing.startTest()).rejects.toThrow('Instance not found');
			const start = Date.now();
			await working.startTest();
			expect((await fetch(`${n8n.url}/healthz`)).status).toBe(200);
			// With the failed test still in n8n's cache, it would be a minute.
			expect(Date.now() - start).toBeLessThan(QUICK_MILLISECONDS);
			await working.endTest();
			await waitUntil('Z-API posts nowhere', () => addresses().ReceivedCallback === undefined);
		}
	});
});

describe('what is posted', () => {
	see('is answered, but starts nothing, if it is filtered', async () => {
		await using workflow = await TriggerWorkflow.publish(editor.launched, {
			filters: { textContains: '!sair' },
		});
		const filtered = await receive({ messageId: 'FILTERED', text: { message: 'Bom dia' } });
		expect(filtered).toEqual({ status: 200, text: '{"message":"Event filtered"}' });
		await receive({ messageId: 'PASSES', text: { message: 'Quero !SAIR' } });
		expect(messageIds(await workflow.executions(1))).toEqual(['PASSES']);
	});

	see('is refused, and starts nothing, if it is no event of this account', async () => {
		await using workflow = await TriggerWorkflow.publish(editor.launched);
		const url = addresses().ReceivedCallback ?? '';
		const good = message(editor.launched);
		const form = new FormData();
		form.set('file', new Blob([JSON.stringify(good)]), 'event.json');
		const posts: Array<[what: string, status: number, body: RequestInit['body'], type?: string]> = [
			['nothing', 400, ''],
			['no JSON', 422, 'hello'],
			['cut off JSON', 422, '{"type":"ReceivedCallback"'],
			['no JSON as text', 400, 'hello', 'text/plain'],
			['a list', 400, JSON.stringify([good])],
			['null', 400, 'null'],
			['an unknown type', 400, JSON.stringify({ ...good, type: 'OtherCallback' })],
			['no instance', 403, JSON.stringify({ ...good, instanceId: undefined })],
			['another instance', 403, JSON.stringify({ ...good, instanceId: 'OTHER' })],
			['too large', 413, JSON.stringify({ ...good, more: 'x'.repeat(1024 * 1024) })],
			[
				'a form',
				400,
				new URLSearchParams(good as never).toString(),
				'application/x-www-form-urlencoded',
			],
			['a form with a file', 400, form, ''],
			['a form that is none', 400, 'hello', 'multipart/form-data'],
			['XML', 400, '<type>ReceivedCallback</type>', 'application/xml'],
		];
		const statuses: Record<string, number> = {};
		for (const [what, , body, type = 'application/json'] of posts) {
			const headers: Record<string, string> = {
				'z-api-token': editor.emulator.account.token,
				...(type !== '' && { 'content-type': type }),
			};
			statuses[what] = (await fetch(url, { method: 'POST', headers, body })).status;
		}
		expect(statuses).toEqual(Object.fromEntries(posts.map(([what, status]) => [what, status])));

		await receive({ messageId: 'GOOD' });
		expect(messageIds(await workflow.executions(1))).toEqual(['GOOD']);
	});
});

/** Not UTF-8, so that it gets lost wherever it is taken for text. */
const FILE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x00, 0xff, 0xfe, 0xc3, 0x28]);

/** Lets the emulator post a message with an image, and gives the item that it started a workflow with. */
async function receiveImage(launched: Launched): Promise<Execution['items'][number] | undefined> {
	await using workflow = await TriggerWorkflow.publish(launched, { downloadMedia: true });
	const { emulator } = launched;
	emulator?.files.set('photo', { contentType: 'image/png', content: FILE });
	const answer = await emulator?.emit({
		type: 'ReceivedCallback',
		title: 'image',
		body: { image: { imageUrl: `${emulator.baseUrl}/files/photo`, mimeType: 'image/png' } },
	});
	expect(answer?.status).toBe(200);
	const [execution] = await workflow.executions(1);
	return execution?.items[0];
}

describe('a file', () => {
	see('comes with the message, and n8n gives it back as it was', async () => {
		const { launched, page } = editor;
		const item = await receiveImage(launched);
		expect(item?.binary?.data).toMatchObject({ mimeType: 'image/png' });
		const id = encodeURIComponent(item?.binary?.data?.id ?? '');
		const answer = await page.request.get(
			`${launched.n8n.url}/rest/binary-data?action=download&id=${id}`,
		);
		expect(answer.status()).toBe(200);
		expect(await answer.body()).toEqual(FILE);
	});
});

describe('discovery', () => {
	see('the nodes panel offers the trigger, event by event, to who looks for WhatsApp', async () => {
		const { page, launched } = editor;
		await page.goto(`${launched.n8n.url}/workflow/new`);
		await editor.byTestId('canvas-plus-button').click();
		const panel = editor.byTestId('node-creator');
		await panel.getByText('What triggers this workflow?').waitFor();
		await editor.byTestId('node-creator-search-bar').fill('whatsapp');
		await editor
			.byTestId('item-iterator-item')
			.filter({ hasText: 'Z-API' })
			.filter({ hasText: 'start a workflow when something happens on WhatsApp' })
			.click();
		await panel.getByText('On WhatsApp disconnected').waitFor();
		await panel.getByText('On message status changed').click();
		await editor.field('events').getByText('Message Status Changed').waitFor();
		await editor.closeNode();
		await editor.node(TRIGGER).getByText('Message Status Changed', { exact: true }).waitFor();
	});

	for (const [theme, file] of [
		['light', 'zApi.svg'],
		['dark', 'zApi.dark.svg'],
	] as const) {
		see(`the icon shows on the canvas in the ${theme} theme`, async () => {
			await editor.inTheme(theme, async () => {
				await editor.openWorkflow([trigger()]);
				const image = editor.node(TRIGGER).locator('img').first();
				expect(await editor.shownFile(image)).toMatch(new RegExp(`/${file}$`));
			});
		});
	}
});

describe('the panel', () => {
	see('takes the credential from its dropdown', async () => {
		const { credential } = editor.launched;
		await editor.openWorkflow([{ ...trigger(), credentials: {} }]);
		await editor.openNode(TRIGGER);
		const select = editor.byTestId('node-credentials-select');
		await select.click();
		await editor.byTestId(`node-credentials-select-item-${credential.id}`).click();
		expect(await select.locator('input').inputValue()).toBe(credential.name);
		await editor.byTestId('node-execute-button').click();
		await waitUntil('Z-API posts to the test', () => addresses().ReceivedCallback !== undefined);
		await editor.byTestId('trigger-listening').getByText('Stop Listening').click();
		await waitUntil('Z-API posts nowhere', () => addresses().ReceivedCallback === undefined);
	});

	see('lists the chats by name, and only the chosen one starts the workflow', async () => {
		const { emulator } = editor;
		const { chats, connectedPhone } = emulator.state;
		const groups = emulator.state.groups.filter(({ participants }) =>
			participants.some(({ phone }) => phone === connectedPhone),
		);
		const [chosen, other] = chats;
		await editor.openWorkflow([trigger()]);
		await editor.openNode(TRIGGER);

		await editor.byTestId('fixed-collection-add').click();
		await editor.byTestId('rlc-input').click();
		for (const { name, phone } of [...chats, ...groups]) {
			await editor
				.byTestId('rlc-item')
				.filter({ hasText: name ?? phone })
				.first()
				.waitFor();
		}
		await editor.byTestId('rlc-search').fill(chosen?.name ?? '');
		await editor.byTestId('rlc-item').filter({ hasText: chosen?.name }).click();
		await editor.addToCollection('Add Filter', 'Text Contains');
		await editor.field('textContains').locator('input').fill('preço');

		await editor.byTestId('node-execute-button').click();
		await waitUntil('Z-API posts to the test', () => addresses().ReceivedCallback !== undefined);
		const text = { message: 'Oi! Qual é o PRECO do bolo?' };
		for (const [phone, answer] of [
			[other?.phone, 'Event filtered'],
			[chosen?.phone, 'Workflow was started'],
		] as const) {
			const names = { chatName: chosen?.name, senderName: chosen?.name };
			const received = await receive({ phone, text, ...names });
			expect(received?.text).toContain(answer);
		}
		const output = editor.byTestId('output-panel');
		await output.getByText('Schema').click();
		await output.getByText(text.message).waitFor();
		await editor.takePicture('trigger', editor.byTestId('ndv'), { height: 848 });
	});
});

describe('in an n8n that is set up for many short executions', () => {
	const EVENTS = 2_000;
	const AT_ONCE = 50;
	/** As long as the emulator waits for an answer; the documentation doesn't say how long Z-API does. */
	const PATIENCE_MILLISECONDS = 30_000;

	let launched: Launched;

	beforeAll(async () => {
		launched = await launch({
			root: process.cwd(),
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

	function expectAnswers({ answers, ...numbers }: Flood) {
		console.info(`${answers.length} events, ${AT_ONCE} at once:`, numbers);
		expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
		expect(answers).toHaveLength(EVENTS);
		expect(numbers.longestMilliseconds).toBeLessThan(PATIENCE_MILLISECONDS);
	}

	async function expectExecutions(workflow: TriggerWorkflow, expected: string[]) {
		const executions = await workflow.executions(expected.length);
		expect(executions.filter(({ status }) => status !== 'success')).toEqual([]);
		expect(executions).toHaveLength(expected.length);
		expect(messageIds(executions).sort()).toEqual(expected.sort());
	}

	it(
		'each of 2,000 events starts one execution',
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
		'a filter lets exactly half of 2,000 events start one',
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
