import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { ANA, ask, emulator as asked, GROUP, labels } from './asking.mts';
import type { Carrier, RunOptions } from './harness.mts';
import { account, emulator, jsons, run } from './operating.mts';

const PHONE = '5544999999999';
const to = (value: string) => ({ __rl: true, mode: 'phone', value });
const methods = () => emulator.requests.map(({ method, path }) => `${method} ${path}`);

describe.each<Carrier>(['customOperations', 'routingNode'])('a dry run (%s)', (carrier) => {
	const send = async (
		{ operation = 'sendText', options, ...own }: INodeParameters & { operation?: string },
		more: Partial<RunOptions> = {},
	) => {
		const given = { phone: to(PHONE), message: 'Oi', ...own };
		return await run(
			'message',
			operation,
			{ ...given, options: { dryRun: true, ...(options as INodeParameters) } },
			{ carrier, onError: 'continueErrorOutput', ...more },
		);
	};

	it('says where it would go to, and whether it would wait', async () => {
		emulator.state.connected = false;
		const options = { checkConnection: true, splitLongText: 600 };
		const { items } = await send({ phone: to('(44) 99999-9999'), options });
		expect(jsons(items)).toEqual([
			{
				...{ dryRun: true, method: 'POST', path: '/send-text' },
				body: { phone: PHONE, message: 'Oi' },
				...{ waitsForConnection: true, sentTo: PHONE },
			},
		]);
		expect(items[0]?.pairedItem).toEqual({ item: 0 });
		expect(methods()).toEqual(['GET /status']);
	});

	it('has each request of an item that would be several', async () => {
		const { items } = await send({ message: 'Olá!\n\nAté já!', options: { splitLongText: 8 } });
		const request = { method: 'POST', path: '/send-text' };
		expect(jsons(items)).toEqual([
			{
				dryRun: true,
				requests: [
					{ ...request, body: { phone: PHONE, message: 'Olá!', delayTyping: 1 } },
					{ ...request, body: { phone: PHONE, message: 'Até já!', delayTyping: 1 } },
				],
			},
		]);
		expect(methods()).toEqual([]);
	});

	it('has the name, type and size of a file, not its content', async () => {
		const binary: INodeExecutionData['binary'] = {
			a: { data: btoa('x'.repeat(3_000)), mimeType: 'image/png', fileName: 'a.png' },
			b: { data: btoa('y'), mimeType: 'image/png', fileName: 'b.png' },
		};
		const parameters = { operation: 'sendImage', mediaSource: 'file', binaryPropertyName: 'a,b' };
		const { items } = await send(parameters, { fullItems: [{ json: {}, binary }] });
		const request = { method: 'POST', path: '/send-image' };
		const file = { mimeType: 'image/png' };
		expect(jsons(items)).toEqual([
			{
				dryRun: true,
				requests: [
					{
						...request,
						body: { phone: PHONE, image: { ...file, fileName: 'a.png', bytes: 3_000 } },
					},
					{ ...request, body: { phone: PHONE, image: { ...file, fileName: 'b.png', bytes: 1 } } },
				],
			},
		]);
		expect(methods()).toEqual([]);
	});

	it.each<[string, INodeParameters, RunOptions['credential'] | undefined]>([
		['a number', { phone: to('12345') }, undefined],
		['a text', { message: '={{ "" }}' }, undefined],
		['a file', { operation: 'sendImage', image: 'http://localhost/a.png' }, undefined],
		['a name', { phone: { __rl: true, mode: 'id', value: 'Nobody at all' } }, undefined],
		['an account', {}, { instance: 'x', token: '', clientToken: '', baseUrl: 'https://a.b' }],
	])('is refused as what is sent is: %s', async (_what, parameters, credential) => {
		const [dry, real] = [
			await send(parameters, { credential }),
			await send({ ...parameters, options: { dryRun: false } }, { credential }),
		];
		expect(dry.failedItems).toHaveLength(1);
		expect(jsons(dry.failedItems)).toEqual(jsons(real.failedItems));
		expect(methods().filter((method) => !method.startsWith('GET'))).toEqual([]);
	});

	it('is refused, and nothing is sent, if nobody can tell whether it is meant', async () => {
		const { failedItems } = await send({ options: { dryRun: '={{ "sim" }}' } });
		expect(failedItems[0]?.json.error).toMatch(/^Dry Run isn't true or false: sim/);
		expect(methods()).toEqual([]);
	});

	it('is none where it is off, or has no value', async () => {
		for (const dryRun of [false, '={{ "" }}', '={{ null }}', "={{ 'False' }}"]) {
			const { items } = await send({ options: { dryRun } });
			expect(items[0]?.json.messageId).toEqual(expect.any(String));
		}
		expect(methods()).toEqual(Array.from({ length: 4 }, () => 'POST /send-text'));
	});

	it('of a tool tells the model what would be sent', async () => {
		const { items } = await send({}, { nodeType: 'n8n-nodes-z-api.zApiTool' });
		expect(items[0]?.json).toMatchObject({ dryRun: true, body: { message: 'Oi' } });
		expect(methods()).toEqual([]);
	});
});

describe('after a dry run, a hint', () => {
	const send = async (dryRun: boolean | string, count: number) => {
		const options = { dryRun, splitLongText: 8 };
		const parameters = { phone: to(PHONE), message: '={{ $json.text }}', options };
		const items = Array.from({ length: count }, (_, n) => ({
			n,
			text: n === 1 ? 'A b\n\nC d e' : 'Oi',
		}));
		return (await run('message', 'sendText', parameters, { account, items })).hints;
	};

	it('has the sum of all requests', async () => {
		expect(await send(true, 1)).toEqual(['Dry run: nothing was sent. 1 request would have been.']);
		expect(await send(true, 3)).toEqual(['Dry run: nothing was sent. 4 requests would have been.']);
	});

	it('says for how many of the items it was, or is not there', async () => {
		expect(await send('={{ $json.n < 2 }}', 4)).toEqual([
			'Dry run for 2 of 4 items: 3 requests would have been sent for them.',
		]);
		expect(await send(false, 2)).toEqual([]);
	});
});

describe('a dry run of a question', () => {
	const dry = async (parameters: INodeParameters = {}) =>
		await ask({ ...parameters, options: { dryRun: true } });

	it.each<[string, INodeParameters, string]>([
		['buttons', {}, '/send-button-list'],
		[
			'a list',
			{ responseType: 'choice', choices: labels('A', 'B', 'C', 'D') },
			'/send-option-list',
		],
		['words', { responseType: 'chatText' }, '/send-text'],
		['a page', { responseType: 'freeText' }, '/send-text'],
	])('with %s comes out at once, and sends and tells nothing', async (_what, parameters, path) => {
		const { items, waiting, memory, hints, error } = await dry(parameters);
		expect(error).toBeUndefined();
		expect(waiting).toBeUndefined();
		expect(memory).toEqual({});
		expect(jsons(items)).toMatchObject([
			{ dryRun: true, method: 'POST', path, body: { phone: ANA } },
		]);
		expect(asked.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
		expect(hints).toEqual(['Dry run: nothing was sent. 1 request would have been.']);
	});

	it('is refused where nobody could answer', async () => {
		const channel = { __rl: true, mode: 'id', value: '120363166555745933@newsletter' };
		const oneWay = await dry({ responseType: 'chatText', phone: channel });
		expect(oneWay.error?.message).toContain('Nobody could answer in the chat');
		asked.state.webhooks.ReceivedCallback = '';
		const deaf = await dry({ phone: { __rl: true, mode: 'id', value: GROUP } });
		expect(deaf.error?.message).toContain('Nobody could answer: no Z-API Trigger');
	});
});
