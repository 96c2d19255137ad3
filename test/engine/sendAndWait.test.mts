import type { INodeParameters } from 'n8n-workflow';
import type { RunOptions } from './harness.mts';
import { problemsWithWords } from './problemsWithWords.mts';
import { ANA, GROUP, emulator, parametersOf, ask, sent, labels } from './asking.mts';

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

	it.each([
		['approvalPage', {}, 'Answer here:'],
		['freeText', { pageLanguage: 'pt-BR' }, 'Responda aqui:'],
	])('is sent with a link for a %s', async (responseType, options, answerHere) => {
		await ask({ responseType, options });
		expect(sent()).toEqual([
			{
				...{ path: '/send-text', phone: ANA },
				message: expect.stringMatching(
					new RegExp(
						`^Unlink the groups\\?\n\n${answerHere}\nhttp://127\\.0\\.0\\.1:1/1/node\\?question=1&signature=[0-9a-f]{64}$`,
					),
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
	[
		'more than one item',
		{},
		/2 items.*Loop Over Items.*Execute Sub-workflow.*Run once with all items.*Wait For Sub-Workflow Completion off.*reminders\.json/s,
		{ items: [{}, {}] },
	],
	['nobody to ask', { phone: { __rl: true, mode: 'phone', value: '={{ "" }}' } }, /To is empty/],
	['no choices', { responseType: 'choice', choices: labels() }, /Choices is empty/],
	[
		'an empty choice',
		{ responseType: 'choice', choices: labels('A', ' ') },
		/Choices has no label in entry 2/,
	],
	[
		'more choices than WhatsApp shows',
		{
			responseType: 'choice',
			choices: labels(...Array.from({ length: 101 }, (_, index) => `${index}`)),
		},
		/Choices has 101 entries\nWhatsApp can't show more than 100\./,
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
