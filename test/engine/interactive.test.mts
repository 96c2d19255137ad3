import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import { useEmulator } from '../useEmulator.mts';
import { runNode, type RunOptions } from './harness.mts';

let emulator: Emulator;
let account: RunOptions['account'];

useEmulator((started, itsAccount) => {
	emulator = started;
	account = itsAccount;
});

const to = { __rl: true, mode: 'phone', value: '5511999999999' };
const group = { __rl: true, mode: 'id', value: '120363019502650977-group' };

function send(
	operation: string,
	parameters: INodeParameters,
	options: Partial<RunOptions> = {},
	resource = 'interactive',
) {
	return runNode({
		account,
		parameters: { resource, operation, phone: to, message: 'Escolha:', ...parameters },
		...options,
	});
}

/** What was sent under a name, in each request. */
const sent = (name: string) =>
	emulator.requests.map(({ body }) => (body as Record<string, IDataObject>)[name]);

describe('a list', () => {
	const buttonsOf = (count: number) =>
		Array.from({ length: count }, (_, index) => ({ id: `b${index}`, label: `Opção ${index} 👍` }));

	describe.each([1, 2, 3, 10, 100])('of %d entries', (count) => {
		const buttons = buttonsOf(count);

		it.each<[string, INodeParameters]>([
			['fields', { buttons: { values: buttons } }],
			[
				'fields with expressions',
				{
					buttons: {
						values: buttons.map((_, index) => ({
							id: `={{ $json.buttons[${index}].id }}`,
							label: `={{ $json.buttons[${index}].label }}`,
						})),
					},
				},
			],
			['JSON', { define: 'json', entriesJson: JSON.stringify(buttons, undefined, 2) }],
			['an expression', { define: 'json', entriesJson: '={{ $json.buttons }}' }],
			['an expression for JSON', { define: 'json', entriesJson: '={{ $json.text }}' }],
			[
				'an expression in JSON',
				{ define: 'json', entriesJson: '={{ JSON.stringify($json.buttons) }}' },
			],
		])('is sent as it is, from %s', async (_from, parameters) => {
			const { error } = await send('sendButtons', parameters, {
				items: [{ buttons, text: JSON.stringify(buttons) }],
			});
			expect(error).toBeUndefined();
			expect(sent('buttonList')).toEqual([{ buttons }]);
		});
	});

	it('may have another number of entries for each item', async () => {
		const counts = [1, 100, 2, 37];
		await send(
			'sendOptionList',
			{
				...{ listTitle: 'Opções', buttonLabel: 'Abrir', define: 'json' },
				entriesJson: '={{ $json.options }}',
			},
			{
				items: counts.map((count) => ({
					options: Array.from({ length: count }, (_, index) => ({ title: `Opção ${index}` })),
				})),
			},
		);
		expect(sent('optionList').map((list) => (list?.options as unknown[]).length)).toEqual(counts);
	});

	it('within a list is sent, too', async () => {
		const buttons = [
			{ type: 'CALL', phone: '={{ $json.phone }}', label: 'Ligar' },
			{ type: 'REPLY', id: '2', label: 'Quero este' },
		];
		const image = 'https://example.com/bolo.png';
		await send(
			'sendCarousel',
			{ carousel: { values: [{ text: 'Bolo', image, buttons: { values: buttons } }] } },
			{ items: [{ phone: '+55 (11) 3333-4444' }] },
		);
		expect(sent('carousel')).toEqual([
			[
				{
					...{ text: 'Bolo', image },
					buttons: [
						{ label: 'Ligar', phone: '551133334444', type: 'CALL' },
						{ id: '2', label: 'Quero este', type: 'REPLY' },
					],
				},
			],
		]);
	});

	const good = { type: 'URL', label: 'Abrir', url: 'https://example.com' };

	it.each<[string, string, INodeParameters, string]>([
		['no entries', 'sendButtons', { buttons: {} }, 'Buttons is empty'],
		[
			'an empty JSON list',
			'sendButtons',
			{ define: 'json', entriesJson: '[]' },
			'Buttons is empty',
		],
		[
			'no JSON',
			'sendButtons',
			{ define: 'json', entriesJson: 'Sim, Não' },
			"Buttons isn't a list in JSON: Sim, Não",
		],
		[
			'an entry without a label',
			'sendButtons',
			{ buttons: { values: [{ label: 'Sim' }, { label: '={{ $json.no }}' }] } },
			'Buttons, entry 2, lacks a label',
		],
		[
			'an URL button without a URL',
			'sendActionButtons',
			{ buttonActions: { values: [good, { ...good, url: '={{ $json.no }}' }] } },
			'Buttons, entry 2, lacks a URL',
		],
		[
			'the 100th entry without a URL',
			'sendActionButtons',
			{
				define: 'json',
				entriesJson: JSON.stringify([
					...Array.from({ length: 99 }, () => good),
					{ ...good, url: 'example.com' },
				]),
			},
			"Buttons, entry 100, has a URL that isn't a web address: example.com",
		],
		[
			'a reply button beside a URL button',
			'sendActionButtons',
			{ buttonActions: { values: [good, good, { type: 'REPLY', label: 'Sim' }] } },
			"Buttons, entry 3, is a reply button beside call or URL buttons, which WhatsApp Web can't show",
		],
		[
			'an option without a title',
			'sendOptionList',
			{
				...{ listTitle: 'Opções', buttonLabel: 'Abrir', define: 'json' },
				entriesJson: '[{"title": "A"}, {"label": "B"}]',
			},
			'List Options, entry 2, lacks a title',
		],
		[
			'a wrong button of a card',
			'sendCarousel',
			{
				define: 'json',
				entriesJson: JSON.stringify([
					{ text: 'A', image: 'https://example.com/a.png' },
					{
						text: 'B',
						image: 'https://example.com/b.png',
						buttons: [good, { ...good, type: 'CALL' }],
					},
				]),
			},
			'Cards, entry 2, button 2, lacks a phone',
		],
	])('with %s is refused, and nothing is sent', async (_what, operation, parameters, message) => {
		const { failedItems } = await send(operation, parameters, {
			items: [{ note: 'mine' }],
			onError: 'continueErrorOutput',
		});
		expect(failedItems[0]?.json).toMatchObject({ note: 'mine' });
		const text = failedItems[0]?.json.error as string;
		expect(text.startsWith(`${message}. `)).toBe(true);
		expect(emulator.requests).toEqual([]);
	});
});

it('a button whose type an expression gives needs only the fields of that type', async () => {
	const items = [
		{ type: 'REPLY', label: 'Sim' },
		{ type: 'URL', label: 'Abrir', url: 'https://example.com' },
	];
	const expressions = { type: '={{ $json.type }}', label: '={{ $json.label }}' };
	const values = [{ ...expressions, url: '={{ $json.url }}', phone: '' }];
	await send('sendActionButtons', { buttonActions: { values } }, { items });
	expect(sent('buttonActions')).toEqual(items.map((button) => [button]));
});

describe('a header', () => {
	const buttons = { values: [{ label: 'Sim' }] };
	const PIXEL = 'iVBORw0KGgo=';
	const file = (mimeType: string): INodeExecutionData => ({
		json: {},
		binary: { data: { data: PIXEL, mimeType } },
	});

	it.each<[string, string, INodeParameters, string, object]>([
		['none', 'sendButtons', { buttons }, 'buttonList', { buttons: [{ label: 'Sim' }] }],
		[
			'a picture by its address',
			'sendButtons',
			{ buttons, header: 'image', headerImage: 'https://example.com/a.png' },
			'buttonList',
			{ image: 'https://example.com/a.png', buttons: [{ label: 'Sim' }] },
		],
		[
			'a picture of the item',
			'sendButtons',
			{ buttons, header: 'image', mediaSource: 'file', binaryPropertyName: 'data' },
			'buttonList',
			{ image: `data:image/png;base64,${PIXEL}`, buttons: [{ label: 'Sim' }] },
		],
		[
			'a picture above a code',
			'sendCopyCode',
			{ code: '123', header: 'image', mediaSource: 'file', binaryPropertyName: 'data' },
			'image',
			`data:image/png;base64,${PIXEL}` as unknown as object,
		],
	])('may be %s', async (_what, operation, parameters, name, value) => {
		const { error } = await send(operation, parameters, { fullItems: [file('image/png')] });
		expect(error).toBeUndefined();
		expect(sent(name)).toEqual([value]);
	});

	it.each<[string, string]>([
		['image', 'video/mp4'],
		['video', 'image/png'],
	])('of the kind %s is not a file of the type %s', async (header, mimeType) => {
		const parameters = { buttons, header, mediaSource: 'file', binaryPropertyName: 'data' };
		const { error } = await send('sendButtons', parameters, { fullItems: [file(mimeType)] });
		expect(error?.message).toContain(`it is ${mimeType}`);
		expect(emulator.requests).toEqual([]);
	});
});

it('says where to accept the terms for buttons, if that is what is missing', async () => {
	const words = 'You must accept buttons message terms in panel to send this message.';
	emulator.misbehave({ answer: { status: 400, body: { error: words } } });
	const { error } = await send('sendPix', { pixKey: 'pix@example.com', pixKeyType: 'EMAIL' });
	expect(error?.message).toBe(`Z-API didn't send the Pix button: ${words} (status 400)`);
	expect(error?.description).toMatch(/^Open your instance in the Z-API panel, accept the terms/);
});

describe('an event', () => {
	const create = (parameters: INodeParameters, options: Partial<RunOptions> = {}) =>
		send('create', { phone: group, eventName: 'Reunião', ...parameters }, options, 'event');

	it.each([
		// The workflow's time zone, unless it is set, is n8n's own: that of New York.
		['2026-12-24T19:00:00', '2026-12-25T00:00:00.000Z'],
		['2026-12-24T19:00:00-03:00', '2026-12-24T22:00:00.000Z'],
		['={{ $json.start }}', '2026-12-24T22:00:00.000Z'],
		[
			'={{ DateTime.fromISO("2026-12-24T19:00:00", { zone: "America/Sao_Paulo" }) }}',
			'2026-12-24T22:00:00.000Z',
		],
		['={{ new Date("2026-12-24T22:00:00Z") }}', '2026-12-24T22:00:00.000Z'],
	])('that starts at %s is sent as the moment that is meant', async (dateTime, moment) => {
		const { error } = await create({ dateTime }, { items: [{ start: '2026-12-24 19:00-03:00' }] });
		expect(error).toBeUndefined();
		expect(sent('event')).toEqual([{ name: 'Reunião', dateTime: moment, canceled: false }]);
	});

	it('without a start is refused by name', async () => {
		const { error } = await create({ dateTime: '={{ $json.no }}' });
		expect(error?.message).toBe('Start is empty');
		expect(emulator.requests).toEqual([]);
	});
});
