import { emulator, run, jsons } from './readings.mts';

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
			expect(error?.message).toBe('I Understand is off, so nothing was done');
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
		expect(error?.message).toBe("Simplify isn't true or false: sim");
		expect(emulator.requests).toEqual([]);
	});
});
