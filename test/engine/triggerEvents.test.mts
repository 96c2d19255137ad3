import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { eventOf, type TriggerEvent } from '../../nodes/ZApiTrigger/events.ts';
import { redactEvent } from '../../nodes/ZApiTrigger/receiving/redactEvent.ts';
import { simplifyEvent } from '../../nodes/ZApiTrigger/receiving/simplifyEvent.ts';
import { documentedEvents } from '../../tools/emulator/webhooks.mts';
import { Trigger } from './trigger.mts';
import { emulator, account, trigger, message } from './receiving.mts';

/** What stands where the instance was. */
function instancePseudonym(): string {
	return createHash('sha256').update(account.instance).digest('hex').slice(0, 12);
}

describe('what arrives', () => {
	it('gives an item with the body as documented, less the instance, without Simplify', async () => {
		const node = trigger({ alsoSentByMe: true, simplify: false });
		for (const { body, type } of documentedEvents(account)) {
			const { status, items } = await node.post(body);
			expect(status).toBe(200);
			const expected: IDataObject = { ...(body as IDataObject), instanceId: instancePseudonym() };
			if (type === 'ProxyCallback') {
				expected.error =
					'The instance was connected without proxy, the configured proxy (***) failed 3 times to connect.';
			}
			expect(items).toEqual([{ json: expected }]);
		}
		expect(documentedEvents(account).length).toBeGreaterThan(90);
	});

	it('gives an item with what people look for, unless it is told otherwise', async () => {
		const node = trigger({ alsoSentByMe: true });
		for (const documented of documentedEvents(account)) {
			const body = documented.body as IDataObject;
			const event = eventOf(body) as TriggerEvent;
			const { items } = await node.post(body);
			expect(items).toEqual([{ json: simplifyEvent(event, redactEvent(event, body)) }]);
		}
		const { items } = await node.post(message());
		expect(items?.[0]?.json).toMatchObject({ kind: 'text', text: 'Bom dia' });
	});

	it.each(['simplify', 'alsoSentByMe', 'downloadMedia'])(
		'is judged by what an expression for a switch gives: %s',
		async (name) => {
			const of = async (value: unknown) =>
				await trigger({ [name]: value } as never).post(message());
			expect(await of('true')).toEqual(await of(true));
			expect(await of('false')).toEqual(await of(false));
			expect(await of('maybe')).toMatchObject({ status: 503, items: undefined });
		},
	);

	it.each([
		['no JSON', 'hello', 400],
		['cut off JSON', '{"type":"ReceivedCallback"', 400],
		['nothing', '', 400],
		['a list', [], 400],
		['null', 'null', 400],
		['a text', '"ReceivedCallback"', 400],
		['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0x7b]), 400],
		['no type', {}, 400],
		['an unknown type', { type: 'OtherCallback' }, 400],
		['a type that is no text', { type: ['ReceivedCallback'] }, 400],
		['the type of every object', { type: '__proto__' }, 400],
		['a form', new FormData(), 400],
		['no instance', { type: 'ReceivedCallback' }, 403],
		['another instance', { type: 'ReceivedCallback', instanceId: 'OTHER' }, 403],
		['an instance that is no text', { type: 'ReceivedCallback', instanceId: [] }, 403],
	])('is refused if it is %s', async (_what, body, expected) => {
		const { status, items, body: answer } = await trigger().post(body);
		expect({ status, items }).toEqual({ status: expected, items: undefined });
		expect(answer).toEqual({ error: expect.any(String) as string });
	});

	it('is refused if it is larger than any event, before it is looked at', async () => {
		const large = message({ text: { message: 'x'.repeat(1024 * 1024) } });
		expect(await trigger().post(large)).toMatchObject({ status: 413, items: undefined });
		const fits = message({ text: { message: 'x'.repeat(1000 * 1024) } });
		expect(await trigger().post(fits)).toMatchObject({ status: 200, items: [{}] });
	});

	it('is taken from the instance that the credential has now', async () => {
		const node = trigger();
		const of = async (instanceId: string) => (await node.post(message({ instanceId }))).status;
		expect(await of(account.instance)).toBe(200);
		const moved = new Trigger(account, {
			parameters: { events: ['all'] },
			credential: { ...account, instance: 'ANOTHERINSTANCE' },
		});
		expect((await moved.post(message({ instanceId: 'ANOTHERINSTANCE' }))).status).toBe(200);
		expect((await moved.post(message())).status).toBe(403);
		expect(await of(account.instance)).toBe(200);
	});

	it('is taken with a mark of the byte order before it', async () => {
		expect((await trigger().post(`\uFEFF${JSON.stringify(message())}`)).items).toHaveLength(1);
	});

	it('is taken whatever its content type says', async () => {
		expect((await trigger().post(JSON.stringify(message()))).items).toHaveLength(1);
	});

	it('cannot change what all objects have', async () => {
		const text = JSON.stringify(message()).replace(
			'{',
			'{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},',
		);
		const { items } = await trigger().post(text);
		expect(Object.keys(items?.[0]?.json ?? {})).not.toContain('__proto__');
		expect(({} as { polluted?: number }).polluted).toBeUndefined();
	});

	it('is never taken for an expression', async () => {
		const { items } = await trigger({ filters: { textContains: '{{' } }).post(
			message({ text: { message: '={{ $env }} {{ 1 + 1 }}' } }),
		);
		expect(items?.[0]?.json.text).toBe('={{ $env }} {{ 1 + 1 }}');
	});

	it('is taken, but starts nothing, if its event was not chosen', async () => {
		const node = trigger({ events: ['messageReceived'] });
		for (const { body, type } of documentedEvents(account)) {
			if (type === 'ReceivedCallback') continue;
			expect(await node.post(body)).toMatchObject({ status: 200, items: undefined });
		}
	});

	it('starts nothing for notifications and messages of mine with what is set at first', async () => {
		const node = trigger({ events: ['messageReceived'] });
		for (const { body } of documentedEvents(account)) {
			const { type, fromMe, notification } = body as IDataObject;
			const isMeant = type === 'ReceivedCallback' && fromMe !== true && !notification;
			expect((await node.post(body)).items?.length).toBe(isMeant ? 1 : undefined);
		}
	});

	it('starts nothing if it is filtered, and says so', async () => {
		const node = trigger({ filters: { textContains: '!sair' } });
		expect(await node.post(message())).toMatchObject({
			status: 200,
			body: { message: 'Event filtered' },
			items: undefined,
		});
		expect((await node.post(message({ text: { message: 'Quero !SAIR' } }))).items).toHaveLength(1);
	});

	it('stays with the chats chosen from the list or written as people do', async () => {
		const chats = [
			{ chatId: { __rl: true, mode: 'list', value: '120363100000000012-group' } },
			{ chatId: { __rl: true, mode: 'id', value: '+55 (11) 90000-0001' } },
		];
		const node = trigger({ chats: { values: chats } });
		const from = async (phone: string) => (await node.post(message({ phone }))).items?.length;
		expect(await from('120363100000000012-group')).toBe(1);
		expect(await from('5511900000001')).toBe(1);
		expect(await from('551100000001')).toBe(1);
		expect(await from('5511900000002')).toBeUndefined();
	});
});

describe('what cannot be read', () => {
	const levels = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
	const unreadable = { toString: 1, valueOf: 1 };

	it('is refused if it is nested too deep to be saved', async () => {
		const nested = (depth: number) =>
			JSON.stringify(message()).replace('{', `{"deep":${levels(depth)},`);
		const lists = JSON.stringify(message()).replace(
			'{',
			`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)},`,
		);
		expect(await trigger().post(nested(200))).toMatchObject({ status: 400, items: undefined });
		expect(await trigger().post(nested(100_000))).toMatchObject({ status: 400, items: undefined });
		expect(await trigger().post(lists)).toMatchObject({ status: 400, items: undefined });
		expect((await trigger().post(nested(20))).items).toHaveLength(1);
	});

	it.each([
		['ReceivedCallback', { messageKinds: ['text'], sentBy: ['others'], chatTypes: ['direct'] }],
		['ReceivedCallback', { textContains: 'x', textMatches: 'x' }],
		['DeliveryCallback', { sendResults: ['sent'] }],
		['MessageStatusCallback', { messageStatuses: ['READ'] }],
		['PresenceChatCallback', { chatPresences: ['COMPOSING'] }],
	])('in a %s starts nothing, and fails nowhere, with %j', async (type, filters) => {
		const names = Object.keys(message()).concat('status', 'error', 'chatLid', 'isGroup', 'image');
		for (const name of names.filter((each) => !['type', 'instanceId'].includes(each))) {
			for (const chats of [{}, { values: [{ chatId: '5511900000001' }] }]) {
				const node = trigger({ filters, chats });
				expect((await node.post(message({ type, [name]: unreadable }))).status).toBe(200);
			}
		}
	});

	it('in the name of a file leaves the file', async () => {
		const url = `${account.baseUrl}/files/file`;
		emulator.files.set('file', { contentType: 'image/png', content: Buffer.from('x') });
		const image = { imageUrl: url, mimeType: unreadable, fileName: unreadable };
		const body = message({ messageId: unreadable, image });
		const { status, items } = await trigger({ downloadMedia: true }).post(body);
		expect(status).toBe(200);
		expect(items?.[0]?.binary?.data).toMatchObject({ fileName: 'image.png' });
	});

	it.each([
		['events', { events: [] }],
		['a filter', { filters: { textMatches: { a: 1 } } }],
		['an expression', { filters: { textContains: "={{ $('Nowhere').first() }}" } }],
		['the chats', { chats: { values: [{ chatId: '' }] } }],
		[
			'an option',
			{ downloadMedia: true, options: { binaryPropertyName: "={{ $('Nowhere').first() }}" } },
		],
	])('of the node, as %s, starts nothing and is logged', async (_what, parameters) => {
		const { status, body, items, logged } = await trigger(parameters).post(message());
		expect({ status, items }).toEqual({ status: 503, items: undefined });
		expect(body).toEqual({ error: "This workflow can't take events: see the log of n8n" });
		expect(logged).toContain('Z-API Trigger');
		expect(logged).toContain(" can't take events: ");
	});

	it('of the credential starts nothing and is logged', async () => {
		const node = new Trigger(account, {
			parameters: { events: ['all'] },
			credential: { ...account, instance: 'ANEWINSTANCE', token: '' },
		});
		const { status, items, logged } = await node.post(message({ instanceId: 'ANEWINSTANCE' }));
		expect({ status, items }).toEqual({ status: 503, items: undefined });
		expect(logged).toContain('Instance Token is missing in the Z-API credential');
	});

	it('of a credential that was deleted starts nothing after a few seconds', async () => {
		expect((await trigger().post(message())).status).toBe(200);
		const deleted = new Trigger(account, { parameters: { events: ['all'] }, credential: {} });
		const now = Date.now();
		const clock = jest.spyOn(Date, 'now').mockReturnValue(now + 5_001);
		try {
			expect((await deleted.post(message())).status).toBe(503);
		} finally {
			clock.mockRestore();
		}
	});
});
