import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import { useEmulator } from '../useEmulator.mts';
import { runNode, searchList, type RunOptions } from './harness.mts';

/** What of contacts, chats, the instance and the queue doesn't follow from the operations' data. */

let emulator: Emulator;
let account: RunOptions['account'];

useEmulator((started, itsAccount) => {
	emulator = started;
	account = itsAccount;
});

function run(
	resource: string,
	operation: string,
	parameters: INodeParameters = {},
	options: Partial<RunOptions> = {},
) {
	return runNode({ account, parameters: { resource, operation, ...parameters }, ...options });
}

const jsons = (items: INodeExecutionData[]) => items.map(({ json }) => json);
const byPhone = (value: string) => ({ __rl: true, mode: 'phone', value });

describe('numbers that are checked', () => {
	const answer = (inputPhone: string, exists: boolean) => ({
		...{ exists, inputPhone, outputPhone: inputPhone, lid: null },
	});

	it('come out in the order in which they were given, whatever the order of the answer', async () => {
		emulator.misbehave({
			answer: {
				body: [
					answer('5511988888888', false),
					answer('5511900000000', true),
					answer('5544999999999', true),
				],
			},
		});
		const { items } = await run('contact', 'checkMany', {
			phones: '+55 (44) 99999-9999; 5511988888888, 5544999999999\n5511900000000',
		});
		expect(emulator.requests.map(({ body }) => body)).toEqual([
			{ phones: ['5544999999999', '5511988888888', '5511900000000'] },
		]);
		expect(items.map(({ json }) => json.inputPhone)).toEqual([
			'5544999999999',
			'5511988888888',
			'5511900000000',
		]);
	});

	it('are 50,000 at most', async () => {
		const phones = Array.from({ length: 50_001 }, (_, index) => String(5511900000000 + index));
		emulator.misbehave({ answer: { body: phones.map((phone) => answer(phone, true)).reverse() } });
		const check = (count: number) =>
			run(
				'contact',
				'checkMany',
				{ phones: '={{ $json.phones }}' },
				{ items: [{ phones: phones.slice(0, count) }] },
			);
		const { error } = await check(50_001);
		expect(error?.message).toBe(
			'Phones has 50001 numbers, but Z-API accepts up to 50000 at once [item 0]',
		);
		expect(error?.description).toContain('Loop Over Items');
		expect(emulator.requests).toEqual([]);
		const { items } = await check(50_000);
		// One more was answered than was asked for; it comes last.
		expect(items.map(({ json }) => json.inputPhone)).toEqual(phones);
	}, 30_000);

	it.each([[[{ exists: true, phone: '5544999999999', lid: '1@lid' }]], [{ exists: false }]])(
		'one by one come out as one item, from %j',
		async (body) => {
			emulator.misbehave({ answer: { body } });
			const { items } = await run('contact', 'check', { phone: byPhone('+55 44 99999-9999') });
			expect(emulator.requests[0]?.path).toBe('/phone-exists/5544999999999');
			expect(jsons(items)).toEqual([body].flat());
		},
	);

	it.each(['120363019502650977-group', '1@lid', 'Maria', ' '])(
		'are numbers, unlike %j',
		async (phone) => {
			const { error } = await run('contact', 'check', { phone: byPhone(phone) });
			expect(error?.message).toMatch(/^Phone (is empty|isn't|looks like)/);
			expect(emulator.requests).toEqual([]);
		},
	);
});

describe('contacts', () => {
	it('are added from JSON as well as from fields', async () => {
		emulator.misbehave({ answer: { body: { success: true, errors: [] } } });
		const { error } = await run('contact', 'add', {
			define: 'json',
			entriesJson: '[{"firstName": "Maria", "phone": "+55 44 99999-9999", "note": "x"}]',
		});
		expect(error).toBeUndefined();
		expect(emulator.requests[0]?.text).toBe('[{"firstName":"Maria","phone":"5544999999999"}]');
	});

	it.each([
		[{ firstName: 'Rita' }, 'lacks a phone'],
		[{ phone: '5544999999999' }, 'lacks a first name'],
		[{ firstName: 'Rita', phone: '1@lid' }, 'has a phone that looks like an @lid'],
		['Rita', 'has no fields: Rita'],
	])('that can not be added are named by their place: %j', async (second, problem) => {
		const first = { firstName: 'Maria', phone: '5544999999999' };
		const { error } = await run(
			'contact',
			'add',
			{ define: 'json', entriesJson: '={{ $json.people }}' },
			{ items: [{ people: [first, second] }] },
		);
		expect(error?.message).toContain(`Contacts, entry 2, ${problem}`);
		expect(error?.message).toMatch(/\[item 0\]$/);
		expect(emulator.requests).toEqual([]);
	});

	it('that Z-API refuses are an error with its words', async () => {
		emulator.misbehave({ answer: { body: { success: true, errors: ['5544999999999'] } } });
		const { error } = await run('contact', 'remove', { phones: '5544999999999' });
		expect(error?.message).toBe("Z-API didn't remove contacts: 5544999999999");
		expect(error?.description).toMatch(/^Some may have been removed\. /);
	});

	it('are found by name, also by the one that they have on WhatsApp', async () => {
		emulator.misbehave({
			answer: {
				body: [
					{ name: 'José da Silva', phone: '5511911111111' },
					{ notify: 'Padaria', phone: '5511922222222' },
				],
			},
		});
		expect(await searchList(account, 'searchContacts', 'jose')).toEqual({
			results: [{ name: 'José da Silva', value: '5511911111111' }],
		});
		expect(await searchList(account, 'searchContacts', 'padaria')).toEqual({
			results: [{ name: 'Padaria', value: '5511922222222' }],
		});
	});

	it('have tags that are found by name, with one request', async () => {
		emulator.misbehave({ answer: { body: [{ id: '3', name: 'Novo cliente', color: 1 }] } });
		expect(await searchList(account, 'searchTags', 'novo')).toEqual({
			results: [{ name: 'Novo cliente', value: '3' }],
		});
		expect(emulator.requests.map(({ target }) => target.split('/').at(-1))).toEqual(['tags']);
	});
});

describe('the picture of a contact', () => {
	const getPicture = (link: unknown, options: INodeParameters, body: object = { link }) => {
		emulator.misbehave({ answer: { body }, times: 1 });
		return run('contact', 'getPicture', { phone: byPhone('5544999999999'), options });
	};

	it.each([[true], [false]])('comes from a list of one, too (%j)', async (isList) => {
		const answer = { link: 'https://pps.whatsapp.net/a.jpg' };
		const { items } = await getPicture('', {}, isList ? [answer] : answer);
		expect(jsons(items)).toEqual([answer]);
		expect(items[0]?.binary).toBeUndefined();
	});

	it.each(['', 'null'])('is not downloaded if an expression gives %j for that', async (v) => {
		const link = 'https://pps.whatsapp.net/a.jpg';
		const { items, error } = await getPicture(link, { download: `={{ "${v}" }}` });
		expect(error).toBeUndefined();
		expect(jsons(items)).toEqual([{ link }]);
	});

	it.each([[null], ['']])('may be missing: %j', async (link) => {
		const { items, error } = await getPicture(link, { download: true });
		expect(error).toBeUndefined();
		expect(jsons(items)).toEqual([{ link }]);
	});

	it.each(['http://127.0.0.1:1/a.jpg', 'http://10.0.0.1/a.jpg', 'file:///etc/passwd', 'x'])(
		'is not downloaded from %s',
		async (link) => {
			const { items, error } = await getPicture(link, { download: true });
			expect(error).toBeUndefined();
			expect(items[0]?.binary).toBeUndefined();
			expect(items[0]?.json).toEqual({
				link,
				mediaError: expect.stringMatching(
					/^The file wasn't downloaded, because its address isn't/,
				) as string,
			});
		},
	);

	it('is downloaded as a file with a name and a type', async () => {
		const content = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);
		emulator.files.set('ana', { contentType: 'image/jpeg', content });
		const link = `${account.baseUrl}/files/ana`;
		const { items, error } = await getPicture(link, { download: true });
		expect(error).toBeUndefined();
		expect(jsons(items)).toEqual([{ link }]);
		expect(items[0]?.binary?.data).toMatchObject({
			data: content.toString('base64'),
			...{ fileName: 'profile-picture.jpg', mimeType: 'image/jpeg' },
		});
	});

	it('that is gone leaves its address, and says what to do', async () => {
		const link = `${account.baseUrl}/files/gone`;
		const { items } = await getPicture(link, { download: true });
		expect(jsons(items)).toEqual([
			{
				link,
				mediaError:
					"The file's server answered with status 404. The address of a picture is valid for 48 hours. Run this again to get a new one.",
			},
		]);
	});
});

describe('the QR code', () => {
	const PNG =
		'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
	const URI = `data:image/png;base64,${PNG}`;

	it.each([[{ value: URI }], [{ value: PNG }], [PNG], [JSON.stringify(URI)]])(
		'comes as a file and as text, from %j',
		async (body) => {
			emulator.misbehave({ answer: { body } });
			const { items, error } = await run('instance', 'getQrCode');
			expect(error).toBeUndefined();
			expect(jsons(items)).toEqual([typeof body === 'string' ? { value: URI } : body]);
			expect(items[0]?.binary?.data).toMatchObject({
				...{ data: PNG, fileName: 'qr-code.png', mimeType: 'image/png' },
			});
		},
	);

	it.each([[{ value: '2@abc' }], [{ connected: true }]])('may be no picture: %j', async (body) => {
		emulator.misbehave({ answer: { body } });
		const { items, error } = await run('instance', 'getQrCode');
		expect(error).toBeUndefined();
		expect(items).toEqual([{ json: body, pairedItem: { item: 0 } }]);
	});

	it('is missing while WhatsApp is connected, and the error says why', async () => {
		emulator.misbehave({ answer: { status: 400, body: { error: 'You are already connected' } } });
		const { error } = await run('instance', 'getQrCode');
		expect(error?.message).toContain(
			"Z-API didn't get the QR code of the instance: You are already connected",
		);
		expect(error?.description).toMatch(/^There is no QR code, because WhatsApp is connected/);
	});
});

describe('the instance', () => {
	it.each([true, false])('tells whether it is connected (%j)', async (connected) => {
		emulator.state.connected = connected;
		const { items } = await run('instance', 'getStatus');
		expect(jsons(items)).toEqual([
			{
				connected,
				error: connected ? 'You are already connected' : 'You are not connected',
				smartphoneConnected: connected,
			},
		]);
	});

	it('has no status in an error alone', async () => {
		emulator.misbehave({ answer: { body: { error: 'Instance not found' } } });
		const { error } = await run('instance', 'getStatus');
		expect(error?.message).toBe(
			"Z-API didn't get the status of the instance, because the Instance ID or the Instance Token is wrong: Instance not found",
		);
	});

	it.each([true, false])(
		'shows neither its token nor its proxy (Simplify %j)',
		async (simplify) => {
			const { items } = await run('instance', 'get', { simplify });
			const [json = {}] = jsons(items);
			expect(json).toMatchObject({ name: 'My instance', connected: true });
			expect(Object.keys(json)).not.toEqual(expect.arrayContaining(['token']));
			expect(Object.keys(json)).not.toEqual(expect.arrayContaining(['proxyUrl']));
			expect('receivedCallbackUrl' in json).toBe(!simplify);
		},
	);

	it.each([
		['instance', 'disconnect'],
		['queue', 'clear'],
		['community', 'deactivate'],
	])('and %s %s: nothing happens before it is confirmed', async (resource, operation) => {
		const communityId = { __rl: true, mode: 'id', value: '120363019502650977' };
		for (const confirm of [undefined, false, 'false']) {
			const given = confirm === undefined ? {} : { confirm };
			const { error } = await run(resource, operation, { communityId, ...given });
			expect(error?.message).toBe('I Understand is off, so nothing was done [item 0]');
			expect(error?.description).toMatch(/^Turn it on only if this is what you want: \w.*\.$/);
		}
		expect(emulator.requests).toEqual([]);
		emulator.misbehave({ answer: { body: { value: true } } });
		const { error } = await run(resource, operation, { communityId, confirm: true });
		expect(error).toBeUndefined();
		expect(emulator.requests).toHaveLength(1);
	});

	it('is not restarted twice by itself when it is busy', async () => {
		emulator.misbehave({ answer: { status: 503, body: {}, headers: { 'Retry-After': '1' } } });
		const { error } = await run('instance', 'restart');
		expect(error?.message).toMatch(/status 503/);
		expect(emulator.requests).toHaveLength(1);
	});
});

describe('the queue', () => {
	it.each([
		['7', 7],
		['0', 0],
		['"12"', 12],
		[{ count: 7 }, 7],
		[{ size: '7' }, 7],
	])('is counted from %j', async (body, count) => {
		emulator.misbehave({ answer: { body } });
		const { items, error } = await run('queue', 'count');
		expect(error).toBeUndefined();
		expect(jsons(items)).toEqual([{ count }]);
	});

	it.each([['<html>'], ['true'], ['[1]']])('is not counted from %j', async (body) => {
		emulator.misbehave({ answer: { body } });
		const { error } = await run('queue', 'count');
		expect(error?.message).toMatch(/^Z-API's response isn't in the documented format/);
	});

	const message = (index: number) => ({
		ZaapId: `Z${index}`,
		Message: `Olá ${index}`,
		Beta: false,
	});
	const page = (from: number, pagingState: string | null, hasMore: boolean) => ({
		messages: Array.from({ length: 30 }, (_, index) => message(from + index)),
		...{ pagingState, hasMore },
	});

	it('is read page by page, 30 at once, as far as it goes', async () => {
		emulator.misbehave({ answer: { body: page(0, 'a', true) }, times: 1 });
		emulator.misbehave({ answer: { body: page(30, 'b', false) }, times: 1 });
		const { items } = await run('queue', 'getAll', { returnAll: true });
		expect(items).toHaveLength(60);
		expect(jsons(items)[59]).toEqual({ ZaapId: 'Z59', Message: 'Olá 59' });
		expect(emulator.requests.map(({ body }) => body)).toEqual([
			{ pageSize: 30 },
			{ pageSize: 30, pagingState: 'a' },
		]);
	});

	it('is read beyond an empty page, as long as there is more', async () => {
		const empty = { messages: [], pagingState: 'a', hasMore: true };
		emulator.misbehave({ answer: { body: empty }, times: 1 });
		emulator.misbehave({ answer: { body: page(0, null, false) }, times: 1 });
		const { items } = await run('queue', 'getAll', { returnAll: true });
		expect(items).toHaveLength(30);
	});

	it('is no whole list if there is more, but no way to it', async () => {
		emulator.misbehave({ answer: { body: page(0, null, true) } });
		const { items, error } = await run('queue', 'getAll', { returnAll: true });
		expect(items).toEqual([]);
		expect(error?.message).toMatch(/can't be read to its end: Z-API said that there is more/);
	});

	it('is read up to a limit, with all fields if these are wanted', async () => {
		emulator.misbehave({ answer: { body: page(0, 'a', true) } });
		const { items } = await run('queue', 'getAll', { returnAll: false, limit: 2, simplify: false });
		expect(jsons(items)).toEqual([message(0), message(1)]);
		expect(emulator.requests.map(({ body }) => body)).toEqual([{ pageSize: 2 }]);
	});

	it('may be empty', async () => {
		emulator.misbehave({ answer: { body: { messages: [], pagingState: null, hasMore: false } } });
		const { items, error } = await run('queue', 'getAll', { returnAll: true });
		expect(error).toBeUndefined();
		expect(items).toEqual([]);
	});
});

describe('Simplify', () => {
	const raw = {
		...{ phone: '5511999999999', name: 'Ana', archived: 'false', pinned: 'true', unread: '3' },
		...{ lastMessageTime: '1622991687', isMuted: '1', isMarkedSpam: 'false', isGroup: false },
	};

	it('gives true and false, numbers and dates; off, it leaves all as it is', async () => {
		emulator.misbehave({ answer: { body: [raw] } });
		const get = async (simplify: boolean) =>
			jsons((await run('chat', 'getAll', { limit: 1, simplify })).items);
		expect(await get(true)).toEqual([
			{
				...{ phone: '5511999999999', name: 'Ana', isGroup: false, unread: 3 },
				lastMessageTime: '2021-06-06T15:01:27.000Z',
				...{ archived: false, pinned: true, isMuted: true },
			},
		]);
		expect(await get(false)).toEqual([raw]);
	});

	it('is read once for an item, however long its list is', async () => {
		emulator.misbehave({ answer: { body: [raw, { ...raw, phone: '5511988888888' }] } });
		const { items } = await run(
			'chat',
			'getAll',
			{ limit: 2, simplify: '={{ $json.simplify }}' },
			{ items: [{ simplify: 'false' }, { simplify: true }] },
		);
		expect(items.map(({ json }) => 'isMarkedSpam' in json)).toEqual([true, true, false, false]);
	});

	it('is a yes or no', async () => {
		const { error } = await run('chat', 'getAll', { simplify: '={{ "sim" }}' });
		expect(error?.message).toBe("Simplify isn't true or false: sim [item 0]");
		expect(emulator.requests).toEqual([]);
	});
});
