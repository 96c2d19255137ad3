import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOfBody } from 'node:stream/consumers';
import { WebhookContext } from 'n8n-core';
import type { IDataObject, INode, INodeParameters, IWebhookFunctions } from 'n8n-workflow';
import { createRunExecutionData, Workflow } from 'n8n-workflow';
import { proofOf, PROOF_HEADER } from '../../nodes/shared/answers/press.ts';
import type { Account, Emulator } from '../../tools/emulator/emulator.mts';
import { useEmulator } from '../useEmulator.mts';
import {
	additionalDataFor,
	credentialOf,
	credentialsHelperFor,
	loadPackage,
	nodeTypesOf,
	runNode,
	type RunOptions,
} from './harness.mts';
import { problemsWithWords } from './problemsWithWords.mts';
import { takeLog } from './log.mts';
import { Trigger } from './trigger.mts';

const ANA = '5511900000001';
const BRUNO = '5511900000002';
const GROUP = '120363019502650977-group';
/** Of the n8n that the harness stands for. */
const LISTENING = 'http://127.0.0.1:1/webhook/a1b2c3d4/webhook';

let emulator: Emulator;
let account: Account & { baseUrl: string };
useEmulator((started, itsAccount) => {
	emulator = started;
	account = itsAccount;
});

beforeEach(() => {
	emulator.state.webhooks.ReceivedCallback = LISTENING;
});

function parametersOf(parameters: INodeParameters): INodeParameters {
	return {
		...{ resource: 'message', operation: 'sendAndWait', message: 'Unlink the groups?' },
		...{ phone: { __rl: true, mode: 'phone', value: ANA }, ...parameters },
	};
}

function ask(parameters: INodeParameters = {}, more: Partial<RunOptions> = {}) {
	return runNode({ account, parameters: parametersOf(parameters), ...more });
}

/** What was sent to Z-API, but for what was only read. */
function sent(): IDataObject[] {
	return emulator.requests
		.filter(({ method }) => method === 'POST')
		.map(({ path, body }) => ({ path, ...(body as IDataObject) }));
}

const inChat = (value: string) => ({ phone: { __rl: true, mode: 'id', value } });

const labels = (...values: string[]) => ({ values: values.map((label) => ({ label })) });

const ID = /^n8n\.1\.node\.\d\.1\.[0-9a-f]{64}$/;

describe('a question', () => {
	it('is sent with two buttons that say what the user wants', async () => {
		const { error } = await ask({
			approvalOptions: { values: { approveLabel: 'Sim', disapproveLabel: 'Não' } },
		});
		expect(error).toBeUndefined();
		expect(sent()).toEqual([
			{
				...{ path: '/send-button-list', phone: ANA, message: 'Unlink the groups?' },
				buttonList: {
					buttons: [
						{ id: expect.stringMatching(ID) as string, label: 'Sim' },
						{ id: expect.stringMatching(ID) as string, label: 'Não' },
					],
				},
			},
		]);
	});

	it('is sent with up to three buttons, or with a list if there are more choices', async () => {
		await ask({ responseType: 'choice', choices: labels('A', 'B', 'C') });
		await ask({
			responseType: 'choice',
			choices: labels('A', 'B', 'C', 'D'),
			options: { listTitle: '', listButtonLabel: 'Abrir' },
		});
		const [buttons, list] = sent();
		expect(buttons?.buttonList).toMatchObject({ buttons: [{}, {}, { label: 'C' }] });
		expect(list?.path).toBe('/send-option-list');
		expect(list?.optionList).toMatchObject({ title: 'Options', buttonLabel: 'Abrir' });
		expect(list?.optionList).toMatchObject({ options: [{}, {}, {}, { title: 'D' }] });
	});

	it.each<[string, string[]]>([
		['={{ "Sim, Não" }}', ['Sim', 'Não']],
		[`={{ "['Sim', 'Não']" }}`, ['Sim', 'Não']],
		['={{ ["Sim, quero", "Não"] }}', ['Sim, quero', 'Não']],
		['={{ [{ type: "text", text: "Sim, quero" }] }}', ['Sim, quero']],
		['Sim, quero', ['Sim, quero']],
	])('may have the only choice %s', async (choice, expected) => {
		const { error } = await ask({ responseType: 'choice', choices: labels(choice) });
		expect(error).toBeUndefined();
		expect(sent()[0]?.buttonList).toMatchObject({
			buttons: expected.map((label) => ({ label })),
		});
	});

	it('takes one choice of several as it is, unless it is a list', async () => {
		const choices = labels('={{ "Sim, quero" }}', '={{ ["Não", "Talvez"] }}');
		await ask({ responseType: 'choice', choices });
		const buttons = ['Sim, quero', 'Não', 'Talvez'].map((label) => ({ label }));
		expect(sent()[0]?.buttonList).toMatchObject({ buttons });
	});

	it.each(['approvalPage', 'freeText'])('is sent with a link for a %s', async (responseType) => {
		await ask({ responseType });
		expect(sent()).toEqual([
			{
				...{ path: '/send-text', phone: ANA },
				message: expect.stringMatching(
					/^Unlink the groups\?\n\nhttp:\/\/127\.0\.0\.1:1\/1\/node\?question=1&signature=[0-9a-f]{64}$/,
				) as string,
			},
		]);
	});

	it('goes on after a time without an answer, with an item that says so, and leaves its input alone', async () => {
		const item = { json: { a: 1 }, binary: { data: { data: 'aGk=', mimeType: 'text/plain' } } };
		const { items } = await ask({}, { fullItems: [item] });
		// n8n hands on the input of a node that waited in vain.
		expect(items).toMatchObject([item]);
		expect(item.json).toEqual({ a: 1 });
	});

	it('waits in a node of its own, as n8n switches off the one that an answer is for', async () => {
		const parameters = parametersOf({});
		const { waiting } = await ask(parameters);
		expect(waiting?.node).toMatchObject({ name: 'Z-API', parameters });
		expect(waiting?.node).not.toBe(waiting?.inWorkflow);
	});

	it.each([
		['2099-12-24T19:00:00', '2099-12-24T22:00:00.000Z'],
		['2099-12-24 19:00', '2099-12-24T22:00:00.000Z'],
		['2099-12-24T19:00:00+01:00', '2099-12-24T18:00:00.000Z'],
		[
			'={{ $now.set({ year: 2099, month: 1, day: 1 }).startOf("day") }}',
			'2099-01-01T03:00:00.000Z',
		],
		['={{ new Date("2099-12-24T19:00:00.123Z") }}', '2099-12-24T19:00:00.123Z'],
	])('waits until %s on the clocks of the workflow', async (maxDateAndTime, till) => {
		const values = { limitType: 'atSpecifiedTime', maxDateAndTime };
		const { waiting } = await ask(
			{ options: { limitWaitTime: { values } } },
			{ timezone: 'America/Sao_Paulo' },
		);
		expect(waiting?.till.toISOString()).toBe(till);
	});
});

const REFUSED: Array<[string, INodeParameters, RegExp, Partial<RunOptions>?]> = [
	['more than one item', {}, /2 items.*Loop Over Items/s, { items: [{}, {}] }],
	['nobody to ask', { phone: { __rl: true, mode: 'phone', value: '={{ "" }}' } }, /To is empty/],
	['no choices', { responseType: 'choice', choices: labels() }, /Choices is empty/],
	[
		'an empty choice',
		{ responseType: 'choice', choices: labels('A', ' ') },
		/Choices has no label in entry 2/,
	],
	[
		'a choice that is no text',
		{ responseType: 'choice', choices: labels('A', '={{ {} }}') },
		/Choices isn't text/,
	],
	[
		'a button that is no text',
		{ approvalOptions: { values: { approveLabel: '={{ {} }}', disapproveLabel: 'Não' } } },
		/Approval Options isn't text/,
	],
	...[
		['choice', 'listTitle', 'List Title'],
		['choice', 'listButtonLabel', 'List Button Label'],
		['freeText', 'pageTitle', 'Page Title'],
		['freeText', 'thanksText', 'Thank-You Text'],
	].map(([responseType = '', name = '', displayName]): (typeof REFUSED)[number] => [
		`an option that is no text: ${name}`,
		{ responseType, choices: labels('A', 'B', 'C', 'D'), options: { [name]: '={{ {} }}' } },
		new RegExp(`${displayName} isn't text`),
	]),
	[
		'people who may answer, but none',
		{ respondents: 'listed', respondentPhones: '={{ "" }}' },
		/People is empty/,
	],
	[
		'a group among the people who may answer',
		{ respondents: 'listed', respondentPhones: GROUP },
		/People.*group/s,
	],
	[
		'a time that has passed',
		{
			options: {
				limitWaitTime: {
					values: { limitType: 'atSpecifiedTime', maxDateAndTime: '2020-01-01T00:00:00Z' },
				},
			},
		},
		/Limit Wait Time isn't a time in the future/,
	],
	...['24/12/2099 19:00', '2099-02-31T10:00:00', 'tomorrow', ''].map(
		(maxDateAndTime): [string, INodeParameters, RegExp] => [
			`${maxDateAndTime} for a time`,
			{
				options: { limitWaitTime: { values: { limitType: 'atSpecifiedTime', maxDateAndTime } } },
			},
			/Limit Wait Time (isn't a date with a time|is empty)/,
		],
	),
	[
		'a page that nobody could open',
		{ responseType: 'freeText' },
		/Nobody could open the page.*WEBHOOK_URL/s,
		{ credential: { instance: 'A', token: 'B', clientToken: '', baseUrl: 'https://api.z-api.io' } },
	],
];

describe('before anything is sent, the node refuses', () => {
	it.each(REFUSED)('%s', async (...[, parameters, words, more]) => {
		const { error } = await ask(parameters, more);
		expect(`${error?.message}\n${error?.description}`).toMatch(words);
		expect(problemsWithWords(error?.message)).toEqual([]);
		expect(problemsWithWords(error?.description)).toEqual([]);
		expect(sent()).toEqual([]);
	});

	it.each([
		['nothing', ''],
		['another service', 'https://crm.example.com/webhook'],
		['another path of this n8n', 'http://127.0.0.1:1/webhook/orders'],
	])('if %s gets the messages', async (_name, address) => {
		emulator.state.webhooks.ReceivedCallback = address;
		const { error } = await ask();
		expect(error?.message).toContain('Nobody could answer');
		expect(error?.description).toContain('Publish a workflow');
		expect(sent()).toEqual([]);
		await ask({ responseType: 'approvalPage' });
		expect(sent()).toHaveLength(1);
	});

	it('each item in its turn, where the node continues', async () => {
		const items = [{ a: 1 }, { a: 2 }];
		const error = expect.stringContaining('Loop Over Items') as string;
		expect((await ask({}, { items, onError: 'continueRegularOutput' })).items).toMatchObject([
			{ json: { error } },
			{ json: { error } },
		]);
		const { failedItems } = await ask({}, { items, onError: 'continueErrorOutput' });
		expect(failedItems.map(({ json }) => json)).toEqual([
			{ a: 1, error },
			{ a: 2, error },
		]);
	});
});

interface Answered {
	status: number;
	headers: Record<string, string>;
	body: unknown;
	/** What the node gives; undefined if the execution waits on. */
	json?: IDataObject;
}

interface Posted {
	method?: 'GET' | 'POST';
	/** What n8n has read of it. */
	body?: unknown;
	headers?: Record<string, string>;
	query?: Record<string, string>;
	rawBody?: Buffer;
	/** What the node has become since it asked. */
	now?: INodeParameters;
	/** Without the credential, which somebody has deleted. */
	isBare?: boolean;
}

/** Braces would end an expression that has the name in it. */
const NODE_NAME = 'Ask "}}" again';

/** In a loop, the node has asked before. */
const OPEN_QUESTION = 2;

/** Asks, and sends something to the node while it waits. n8n has checked the signature then. */
async function answer(parameters: INodeParameters, posted: Posted): Promise<Answered> {
	const { method = 'POST', body = {}, headers = {}, rawBody, now = parameters, isBare } = posted;
	const { memory, error } = await ask(parameters);
	if (error) throw error;
	const query = { question: String(OPEN_QUESTION), ...posted.query };
	const loaded = await loadPackage();
	const node: INode = {
		...{ id: 'node', name: NODE_NAME, type: 'n8n-nodes-z-api.zApi', typeVersion: 1 },
		...{ position: [0, 0], parameters: parametersOf(now) },
		credentials: isBare ? {} : { zApi: { id: '1', name: 'Z-API' } },
	};
	const workflow = new Workflow({
		...{ id: '1', name: 'Test', nodes: [node], connections: {}, active: true },
		nodeTypes: nodeTypesOf(loaded),
	});
	const answered: Answered = { status: 200, headers: {}, body: undefined };
	const response = {
		setHeader: (name: string, value: string) => (answered.headers[name] = value),
		status(status: number) {
			answered.status = status;
			return response;
		},
		json: (given: unknown) => (answered.body = given),
		end: (given: unknown) => (answered.body = given),
	};
	const helper = credentialsHelperFor(loaded.credentialType, credentialOf(account));
	const additionalData = additionalDataFor(helper);
	additionalData.httpRequest = { method, body, headers, query, rawBody } as never;
	additionalData.httpResponse = response as never;
	const context = new WebhookContext(
		workflow,
		workflow.getNode(NODE_NAME) ?? node,
		additionalData,
		'webhook',
		{ webhookDescription: { name: 'default', httpMethod: method, path: '' } } as never,
		[],
		createRunExecutionData({
			executionData: {
				contextData: { [`node:${NODE_NAME}`]: { ...memory, questions: OPEN_QUESTION } },
			},
		}),
	);
	if (!loaded.node.webhook) throw new Error('The node takes no answers');
	const result = await loaded.node.webhook.call(context as unknown as IWebhookFunctions);
	answered.body ??= result.webhookResponse;
	answered.json = result.workflowData?.[0]?.[0]?.json;
	return answered;
}

/** Tells the node of a press, as the trigger does. */
async function tell(
	parameters: INodeParameters,
	choice: string,
	event: IDataObject,
	proof?: string,
	question = String(OPEN_QUESTION),
	more: Posted = {},
) {
	const body = JSON.stringify(event);
	return await answer(parameters, {
		query: { choice, question },
		rawBody: Buffer.from(body),
		headers: { [PROOF_HEADER]: proof ?? proofOf(account.token, body) },
		...more,
	});
}

const ANSWERED_AT = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string;

describe('the press of a button', () => {
	it('gives what was chosen, by whom', async () => {
		const event = { phone: ANA, messageId: '3EB0', message: 'Decline' };
		const { body, json } = await tell({}, '1', event);
		expect(body).toEqual({ resumed: true });
		expect(json).toEqual({
			...{ approved: false, choice: 'Decline', text: null, message: 'Decline' },
			...{ phone: ANA, messageId: '3EB0', respondedAt: ANSWERED_AT },
		});
		expect((await tell({}, '0', event)).json).toMatchObject({ approved: true });
		const choices = { responseType: 'choice', choices: labels('A', 'B') };
		expect((await tell(choices, '1', event)).json).toMatchObject({ approved: null, choice: 'B' });
	});

	it('says where the question went if its number was completed', async () => {
		const number = (value: string) => ({ phone: { __rl: true, mode: 'phone', value } });
		const press = { phone: '5521999998888' };
		const completed = await tell(number('21999998888'), '0', press);
		expect(completed.json).toMatchObject({ sentTo: '5521999998888' });
		const complete = await tell(number('+55 21 99999-8888'), '0', press);
		expect(complete.json).not.toHaveProperty('sentTo');
	});

	it('is for what was asked, whatever has become of its expressions', async () => {
		const asked = { responseType: 'choice', choices: labels('={{ "Tomorrow" }}', 'Later') };
		const now = { responseType: 'approvalPage', choices: labels('Today') };
		expect(
			(await tell(asked, '0', { phone: ANA }, undefined, undefined, { now })).json,
		).toMatchObject({ approved: null, choice: 'Tomorrow' });
	});

	it("changes nothing if n8n can't read the credential any more", async () => {
		const { status, json } = await tell({}, '0', { phone: ANA }, undefined, undefined, {
			isBare: true,
		});
		expect([status, json]).toEqual([503, undefined]);
		expect(takeLog()).toMatch(/^"\\"Ask .* again\\" of workflow \\"Test\\" can't take an answer/);
	});

	it('in a group is that of the person who pressed it', async () => {
		const event = { isGroup: true, phone: GROUP, participantPhone: BRUNO };
		expect((await tell(inChat(GROUP), '0', event)).json).toMatchObject({ phone: BRUNO });
	});

	it.each([
		['told by somebody else', '0', 'f'.repeat(64), 403],
		['without a proof', '0', '', 403],
		["of a choice that there isn't", '2', undefined, 400],
		['of no choice', '', undefined, 400],
		['of half a choice', '0.5', undefined, 400],
		['of the length of the list', 'length', undefined, 400],
	])('changes nothing if it is %s', async (_name, choice, proof, status) => {
		const answered = await tell({}, choice, { phone: ANA }, proof);
		expect(answered).toMatchObject({ status, body: { resumed: false }, json: undefined });
	});

	it.each(['1', '3', ''])(
		'changes nothing if it is for question %s, not the open one',
		async (question) => {
			const { status, body, json } = await tell({}, '0', { phone: ANA }, undefined, question);
			expect([status, json]).toEqual([409, undefined]);
			expect(body).toEqual({ resumed: false, error: 'This question is no longer open.' });
		},
	);

	it.each([
		[BRUNO, { phone: BRUNO }, true],
		[BRUNO, { phone: '551100000002' }, true],
		[ANA, { phone: ANA }, false],
		[ANA, { phone: ANA, senderLid: '1000000000002@lid' }, true],
		[GROUP, { isGroup: true, phone: GROUP, participantPhone: BRUNO }, true],
		[GROUP, { isGroup: true, phone: GROUP, participantPhone: ANA }, false],
		[
			GROUP,
			{ isGroup: true, phone: GROUP, participantPhone: null, participantLid: '1000000000002@lid' },
			true,
		],
		[GROUP, { phone: BRUNO }, false],
		[BRUNO, { isGroup: true, phone: BRUNO, participantPhone: ANA }, false],
	])('in %s counts if it is by one of the people listed: %j', async (chat, event, mayAnswer) => {
		const listed = {
			...inChat(chat),
			respondents: 'listed',
			respondentPhones: '+55 (11) 90000-0002, 1000000000002@lid',
		};
		const { status, json } = await tell(listed, '0', event);
		expect([status, json !== undefined]).toEqual(mayAnswer ? [200, true] : [403, false]);
	});

	const LID = '1000000000002@lid';

	it.each([
		[BRUNO, { phone: BRUNO }, true],
		[BRUNO, { phone: '551100000002' }, true],
		[BRUNO, { phone: LID, chatLid: LID }, true],
		[BRUNO, { phone: ANA, chatLid: LID }, false],
		[BRUNO, { phone: ANA }, false],
		[BRUNO, { phone: GROUP, isGroup: true, participantPhone: BRUNO }, false],
		[BRUNO, {}, false],
		[LID, { phone: BRUNO, chatLid: LID }, true],
		[LID, { phone: BRUNO, chatLid: null }, true],
		[LID, { phone: BRUNO, chatLid: '1000000000003@lid' }, false],
		[LID, { phone: '1000000000003@lid' }, false],
		[GROUP, { phone: GROUP, isGroup: true, participantPhone: ANA }, true],
		[GROUP, { phone: ANA }, false],
		[GROUP, { phone: LID, chatLid: LID }, false],
		[GROUP, { phone: '120363019502650978-group', isGroup: true, participantPhone: ANA }, false],
		['1779474934@broadcast', { phone: ANA }, true],
		['1779474934@broadcast', { phone: GROUP, isGroup: true, participantPhone: ANA }, false],
	])('counts if it comes from the chat that was asked, %s: %j', async (chat, event, counts) => {
		const { status, json } = await tell(inChat(chat), '0', event);
		expect([status, json !== undefined]).toEqual(counts ? [200, true] : [403, false]);
	});
});

describe('the page', () => {
	const page = { responseType: 'approvalPage', message: '<script>alert("1")</script> & \'x\'' };

	it('is shown as often as anybody looks, and shows text as text', async () => {
		const { body, headers, json } = await answer(page, { method: 'GET' });
		expect(json).toBeUndefined();
		expect(body).not.toContain('<script');
		expect(body).toContain('&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62; &#38; &#39;x&#39;');
		expect(headers['Content-Security-Policy']).toMatch(/sandbox allow-forms; default-src 'none'/);
		expect(String(body)).not.toMatch(/\b(src|href|action)=/);
		expect(body).toMatch(/<title>&#60;script/);
		const named = await answer({ ...page, options: { pageTitle: 'A & B' } }, { method: 'GET' });
		expect(named.body).toContain('<title>A &#38; B</title>');
	});

	it('takes an answer', async () => {
		const { body, json } = await answer(page, { body: { choice: '1' } });
		expect(json).toMatchObject({ approved: false, choice: 'Decline', phone: null });
		expect(body).toContain('✓');
		const thanks = { ...page, options: { thanksText: 'Obrigado <b>' } };
		expect((await answer(thanks, { body: { choice: '0' } })).body).toContain(
			'Obrigado &#60;b&#62;',
		);
	});

	it.each([
		{},
		{ choice: '2' },
		{ choice: ['0'] },
		{ choice: '' },
		{ choice: ' 0' },
		{ text: 'yes' },
		null,
		'0',
		['0'],
		[{ choice: '0' }],
	])('is shown again for what is no answer: %j', async (body) => {
		const answered = await answer(page, { body });
		expect(answered.json).toBeUndefined();
		expect(answered.body).toContain('<form method="post">');
	});

	it.each(['GET', 'POST'] as const)('of an earlier question says so: %s', async (method) => {
		const posted = { method, query: { question: '1' }, body: { choice: '0' } };
		const { body, json } = await answer(page, posted);
		expect(json).toBeUndefined();
		expect(body).toContain('no longer open');
		expect(body).not.toContain('<form');
	});

	it('takes a text, with its line breaks', async () => {
		const text = { responseType: 'freeText' };
		const { json } = await answer(text, { body: { text: 'Às 19h\r\n<b>' } });
		expect(json).toMatchObject({ approved: null, choice: null, text: 'Às 19h\n<b>' });
		const long = { text: `${'a'.repeat(9_999)}😀` };
		expect((await answer(text, { body: long })).json?.text).toBe('a'.repeat(9_999));
		for (const body of [{}, { text: ' \n' }, { text: ['a'] }, { choice: '0' }]) {
			expect((await answer(text, { body })).json).toBeUndefined();
		}
	});

	it('only says so where n8n fails, and lets the execution wait', async () => {
		const now = { ...page, options: { thanksText: "={{ $('Nobody').item.json.text }}" } };
		const { status, body, json } = await answer(page, { now, body: { choice: '0' } });
		expect([status, json]).toEqual([503, undefined]);
		expect(body).toContain('Your answer can&#39;t be taken right now');
		expect(takeLog()).toContain("can't take an answer");
	});

	it('of a question with buttons only shows the question', async () => {
		const { body, json } = await answer({}, { method: 'GET' });
		expect(json).toBeUndefined();
		expect(body).not.toContain('<form');
		expect(await answer({}, { body: { choice: '0' } })).toMatchObject({ status: 403 });
	});
});

describe('the trigger', () => {
	let n8n: Server;
	let trigger: Trigger;
	/** What was posted to n8n's address of waiting executions. */
	let handed: Array<{ url: string; event: IDataObject; isProven: boolean }>;
	let status: (event: IDataObject) => number;
	/** The trigger remembers presses. */
	let messageId: string;
	let count = 0;

	beforeEach(async () => {
		handed = [];
		messageId = `3EB0${++count}`;
		status = () => 200;
		n8n = createServer((request, response) => {
			void textOfBody(request).then((text) => {
				const isProven = request.headers[PROOF_HEADER] === proofOf(account.token, text);
				const event = JSON.parse(text) as IDataObject;
				const code = status(event);
				handed.push({ url: request.url ?? '', event, isProven });
				response.writeHead(Math.abs(code), { 'content-type': 'application/json' });
				response.end(JSON.stringify({ resumed: code === 200 }));
			});
		});
		await new Promise<void>((resolve) => n8n.listen(0, '127.0.0.1', resolve));
		const n8nUrl = `http://127.0.0.1:${(n8n.address() as AddressInfo).port}`;
		const parameters = { events: ['messageStatus'], options: { lateAnswer: 'Too late' } };
		trigger = new Trigger(account, { n8nUrl, parameters: parameters as never });
	});

	afterEach(async () => {
		n8n.closeAllConnections();
		await new Promise((resolve) => n8n.close(resolve));
	});

	function press(body: IDataObject = {}, choice = 0) {
		return trigger.post({
			...{ type: 'ReceivedCallback', instanceId: account.instance, messageId },
			...{ phone: ANA, fromMe: false, ...body },
			buttonsResponseMessage: {
				buttonId: `n8n.231.ask.${choice}.1.${'a'.repeat(64)}`,
				message: 'Approve',
			},
		});
	}

	it('hands a press over, whatever it listens for, and starts nothing', async () => {
		const { status: answered, items } = await press();
		expect([answered, items]).toEqual([200, undefined]);
		expect(handed).toEqual([
			{
				url: `/webhook-waiting/231/ask?choice=0&question=1&signature=${'a'.repeat(64)}`,
				event: { phone: ANA, messageId, message: 'Approve' },
				isProven: true,
			},
		]);
		expect(sent()).toEqual([]);
	});

	it('hands the same press over once, and says nothing to who pressed', async () => {
		await Promise.all([press(), press(), press()]);
		expect(handed).toHaveLength(1);
		expect(sent()).toEqual([]);
	});

	it('says nothing to whose press was taken, also if it comes again later', async () => {
		status = () => (handed.length === 0 ? 200 : 409);
		await press();
		await press();
		expect(handed).toHaveLength(1);
		expect(sent()).toEqual([]);
		await press({ messageId: 'OTHER' });
		await press({ phone: BRUNO });
		expect(sent()).toHaveLength(2);
	});

	it('hands over again what was not taken', async () => {
		status = () => (handed.length === 0 ? 403 : 200);
		await press();
		await press();
		expect(handed).toHaveLength(2);
	});

	it('hands over the press of one person after the refusal of another', async () => {
		status = ({ phone }) => (phone === ANA ? 403 : 200);
		await Promise.all([press(), press({ phone: BRUNO, messageId: '3EB1' })]);
		expect(handed.map(({ event }) => event.phone)).toEqual([ANA, BRUNO]);
		expect(sent()).toEqual([]);
	});

	it.each([-200, 307, 404, 409])('tells who is late, after status %d', async (late) => {
		status = () => late;
		await press();
		expect(sent()).toEqual([{ path: '/send-text', phone: ANA, message: 'Too late' }]);
	});

	it.each([401, 403])('tells nothing after status %d', async (other) => {
		status = () => other;
		expect(await press()).toMatchObject({ status: 200 });
		expect(sent()).toEqual([]);
	});

	it.each([-200, 404, 409])(
		'tells nothing to who was a moment later than another, which n8n first answers with status 500, then %d',
		async (then) => {
			status = () => (handed.length === 0 ? 500 : then);
			expect(await press()).toMatchObject({ status: 200, logged: '' });
			expect(handed).toHaveLength(2);
			expect(sent()).toEqual([]);
		},
	);

	it('says so where n8n is at fault, to the log and to Z-API, and tells nothing to who pressed', async () => {
		status = () => 500;
		const { status: answered, logged } = await press();
		expect(answered).toBe(503);
		expect(logged).toContain("n8n didn't take an answer, and said status 500");
		expect(sent()).toEqual([]);
	});
});
