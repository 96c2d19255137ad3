import type { INodeParameters } from 'n8n-workflow';
import { searchList } from './editorHarness.mts';
import { emulator, account, run, jsons } from './readings.mts';

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
		expect(error?.message).toBe('Phones has 50001 numbers, but Z-API accepts up to 50000 at once');
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
