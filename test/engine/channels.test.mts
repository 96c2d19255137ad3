import type { INodeParameters } from 'n8n-workflow';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import { useEmulator } from '../useEmulator.mts';
import { runNode, type RunOptions } from './harness.mts';

let emulator: Emulator;
let account: RunOptions['account'];

useEmulator((started, itsAccount) => {
	emulator = started;
	account = itsAccount;
});

function run(resource: string, operation: string, parameters: INodeParameters) {
	return runNode({ account, parameters: { resource, operation, ...parameters } });
}

const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const newsletterId = byId('120363166555745933@newsletter');
const phone = { __rl: true, mode: 'phone', value: '+55 (44) 99999-9999' };

function body(): unknown {
	return JSON.parse(emulator.requests[0]?.text ?? 'null');
}

describe('a channel', () => {
	it.each([
		['delete', {}],
		['transferOwnership', { phone }],
	])('is not touched by %s before that is confirmed', async (operation, more) => {
		const { error } = await run('channel', operation, { newsletterId, ...more });
		expect(error?.message).toBe('I Understand is off, so nothing was done');
		expect(error?.description).toMatch(/^Turn it on only if this is what you want: the channel /);
		expect(emulator.requests).toEqual([]);
	});

	it.each([
		['120363166555745933', "looks like a community's ID, not a channel's ID"],
		['120363019502650977-group', "looks like a group's ID, not a channel's ID"],
	])('is refused by %s, before anything is sent', async (id, problem) => {
		const { error } = await run('channel', 'follow', { newsletterId: byId(id) });
		expect(error?.message).toBe(`Channel ${problem}: ${id}`);
		expect(emulator.requests).toEqual([]);
	});

	it('is refused by the name of none, with those that there are', async () => {
		const { error } = await run('channel', 'follow', { newsletterId: byId('Nenhum') });
		expect(error?.message).toBe("Channel isn't the name or the ID of a channel: Nenhum");
		expect(error?.description).toMatch(/^The nearest names are: .* \(\d+@newsletter\)\.$/);
		expect(emulator.requests.map(({ path }) => path)).toEqual(['/newsletter']);
	});

	it('has no groups among its admins', async () => {
		const { error } = await run('channel', 'removeAdmin', {
			newsletterId,
			phone: byId('120363019502650977-group'),
		});
		expect(error?.message).toMatch(/^Admin looks like a group's ID, not a phone number/);
		expect(emulator.requests).toEqual([]);
	});
});

describe('a search for channels', () => {
	it('always sends the filters, and no text that is empty', async () => {
		await run('channel', 'search', { searchText: ' ', searchLimit: 5 });
		expect(body()).toEqual({ limit: 5, filters: {} });
	});

	it('takes country codes as people write them, and names the one that is none', async () => {
		const options = { countryCodes: 'br, PT' };
		await run('channel', 'search', { searchText: 'futebol', searchLimit: 5, options });
		expect(body()).toMatchObject({ filters: { countryCodes: ['BR', 'PT'] } });
		const { error } = await run('channel', 'search', {
			searchLimit: 5,
			options: { countryCodes: 'BR, Brasil' },
		});
		expect(error?.message).toBe("Country Codes has an entry that isn't a country code: Brasil");
	});

	it.each([
		['the list itself', [{ id: '1@newsletter' }, { id: '2@newsletter' }], 2],
		['a list in an object', { cursor: null, data: [{ id: '1@newsletter' }] }, 1],
		['nothing found', { cursor: null, data: [] }, 0],
		['an object without a list, which comes out as it is', { value: true }, 1],
	])('gives one item for each channel of %s', async (_, answer, count) => {
		emulator.misbehave({ answer: { body: answer } });
		const { items, error } = await run('channel', 'search', { searchLimit: 5 });
		expect(error).toBeUndefined();
		expect(items).toHaveLength(count);
	});
});

it('the ID of a broadcast list may be written as the events write it', async () => {
	emulator.misbehave({ answer: { body: { success: true } } });
	await run('broadcast', 'delete', { broadcastId: byId('1779474934-broadcast') });
	expect(emulator.requests[0]?.path).toBe('/broadcast/1779474934@broadcast');
});

it('a broadcast list keeps its name where none is given', async () => {
	emulator.misbehave({ answer: { body: { broadcastId: '1@broadcast' } } });
	const broadcastId = byId('1779474934@broadcast');
	const options = { listName: '' };
	await run('broadcast', 'update', { broadcastId, phones: '+55 (44) 99999-9999', options });
	expect(body()).toEqual({ phones: ['5544999999999'] });
});

describe('the exceptions of a privacy setting', () => {
	const visibility = 'CONTACT_BLACKLIST';
	const update = (...values: object[]) =>
		run('privacy', 'updateLastSeen', {
			visibility,
			contactsBlacklist: { values },
		} as INodeParameters);

	it('become one entry for each phone', async () => {
		await update(
			{ action: 'add', phone: '+55 (44) 99999-9999, +55 (11) 98888-8888' },
			{ action: 'remove', phone: '5511977777777' },
		);
		expect(body()).toEqual({
			visualizationType: visibility,
			contactsBlacklist: [
				{ action: 'add', phone: '5544999999999' },
				{ action: 'add', phone: '5511988888888' },
				{ action: 'remove', phone: '5511977777777' },
			],
		});
	});

	it('stay as they are where none are given', async () => {
		await update();
		expect(body()).toEqual({ visualizationType: visibility });
	});

	it('are not sent for another choice', async () => {
		await run('privacy', 'updateLastSeen', {
			visibility: 'NONE',
			contactsBlacklist: { values: [{ action: 'add', phone: 'x' }] },
		});
		expect(body()).toEqual({ visualizationType: 'NONE' });
	});

	it.each([
		[
			{ action: 'add', phone: 'x' },
			"has a list of phones that has an entry that isn't a phone number: x",
		],
		[{ action: 'add', phone: '={{ "" }}' }, 'lacks a list of phones'],
		[{ action: 'keep', phone: '5511977777777' }, "has an action that isn't one of"],
	])('are refused with the place of the one that is wrong: %j', async (wrong, problem) => {
		const { error } = await update({ action: 'add', phone: '5544999999999' }, wrong);
		expect(error?.message).toContain(`Exceptions, entry 2, ${problem}`);
		expect(emulator.requests).toEqual([]);
	});
});

it('each contact that a privacy setting excludes is an item, and none are no items', async () => {
	const get = () => run('privacy', 'getDisallowed', { disallowedType: 'photo' });
	expect((await get()).items.map(({ json }) => json)).toEqual([
		{ phone: '554411111111' },
		{ phone: '554422222222' },
	]);
	emulator.misbehave({ answer: { body: { disallowedContacts: [] } } });
	expect((await get()).items).toEqual([]);
});

it.each([
	[true, 'enable'],
	[false, 'disable'],
])('read receipts that are %j are sent as "%s"', async (enabled, value) => {
	await run('privacy', 'updateReadReceipts', { enabled });
	expect(emulator.requests[0]).toMatchObject({ query: { value }, text: '' });
});

it('a call lasts up to 15 seconds', async () => {
	const { error } = await run('call', 'make', { phone, options: { callDuration: 16 } });
	expect(error?.message).toBe("Duration (Seconds) isn't a whole number from 1 to 15: 16");
	expect(emulator.requests).toEqual([]);
});
