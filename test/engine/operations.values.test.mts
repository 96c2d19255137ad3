import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { emulator, byId, run, jsons } from './operating.mts';

describe('phone numbers', () => {
	it('go out as Z-API wants them', async () => {
		emulator.misbehave({ answer: { body: { value: true } } });
		await run('group', 'addParticipants', {
			groupId: byId('120363019502650977-group'),
			phones: '+55 (44) 99999-9999, 5511988888888',
			autoInvite: true,
		});
		expect(emulator.requests[0]?.text).toBe(
			JSON.stringify({
				autoInvite: true,
				groupId: '120363019502650977-group',
				phones: ['5544999999999', '5511988888888'],
			}),
		);
	});

	it('that can not be any are refused, naming the item, and nobody is added', async () => {
		const { items } = await run(
			'group',
			'addParticipants',
			{ groupId: byId('1-group'), phones: '={{ $json.phones }}', autoInvite: false },
			{ items: [{ phones: '5544999999999, fulano' }], onError: 'continueRegularOutput' },
		);
		expect(items[0]?.json.error).toMatch(
			/^Phones has an entry that isn't a phone number: fulano\. /,
		);
		expect(emulator.requests).toEqual([]);
	});
});

describe('an @lid', () => {
	const LID = '999999999999999@lid';

	it.each<[string, string, INodeParameters]>([
		['group', 'create', { groupName: 'Bloco A' }],
		['group', 'addParticipants', { groupId: byId('1-group') }],
		['community', 'addParticipants', { communityId: byId('1') }],
	])('is refused by %s.%s, as Z-API takes none there', async (resource, operation, parameters) => {
		const { error } = await run(resource, operation, { ...parameters, phones: LID });
		expect(error?.message).toBe(
			`Phones has an entry that looks like an @lid, not a phone number: ${LID}`,
		);
		expect(error?.description).toMatch(/^Z-API adds people by phone number/);
		expect(emulator.requests).toEqual([]);
	});

	it('names a participant', async () => {
		emulator.misbehave({ answer: { body: { value: true } } });
		await run('group', 'removeParticipants', { groupId: byId('1-group'), phones: [LID] });
		expect(emulator.requests[0]?.body).toEqual({ groupId: '1-group', phones: [LID] });
	});
});

describe('a photo', () => {
	const PIXEL =
		'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
	const file = (changes: IDataObject = {}): INodeExecutionData => ({
		json: { note: 'mine' },
		binary: { data: { data: PIXEL, mimeType: 'image/png', ...changes } },
	});

	function update(parameters: INodeParameters, item: INodeExecutionData) {
		emulator.misbehave({ answer: { body: { value: true } } });
		return run(
			'group',
			'updatePhoto',
			{ groupId: byId('120363019502650977-group'), ...parameters },
			{ fullItems: [item], onError: 'continueErrorOutput' },
		);
	}

	it.each([['https://example.com/photo.png'], ['data:image/jpeg;base64,AAAA']])(
		'may be given as %s',
		async (groupPhoto) => {
			await update({ mediaSource: 'text', groupPhoto }, { json: {} });
			expect(emulator.requests[0]?.body).toEqual({
				groupId: '120363019502650977-group',
				groupPhoto,
			});
		},
	);

	it('may be a file of the item', async () => {
		const { items } = await update({ mediaSource: 'file', binaryPropertyName: 'data' }, file());
		expect(jsons(items)).toEqual([{ value: true }]);
		expect(emulator.requests[0]?.body).toEqual({
			groupId: '120363019502650977-group',
			groupPhoto: `data:image/png;base64,${PIXEL}`,
		});
	});

	it.each<[string, INodeParameters, INodeExecutionData, string, string]>([
		[
			'a missing file',
			{ binaryPropertyName: 'other' },
			file(),
			"isn't a field that holds a file: other",
			'The files of this item are in: data.',
		],
		[
			'an item without files',
			{ binaryPropertyName: 'data' },
			{ json: {} },
			"isn't a field that holds a file: data",
			'This item has no file.',
		],
		[
			'a file where its name is due',
			{ binaryPropertyName: '={{ $binary.data }}' },
			file(),
			"isn't a field that holds a file: {",
			'The files of this item are in: data.',
		],
		[
			'a file of another kind',
			{ binaryPropertyName: 'data' },
			file({ mimeType: 'application/pdf' }),
			"isn't an image file",
			'JPEG',
		],
	])('is refused in words: %s', async (_what, parameters, item, words, advice) => {
		const { failedItems } = await update({ mediaSource: 'file', ...parameters }, item);
		expect(failedItems[0]?.json.error).toContain(words);
		expect(JSON.stringify(failedItems[0]?.json)).toContain(advice);
		expect(failedItems[0]?.json).toMatchObject(item.json);
		expect(emulator.requests).toEqual([]);
	});

	it.each([
		['={{ $binary.data }}', 'Photo is a file, not the address of one'],
		['={{ $binary.data.mimeType }}', 'Photo is neither an address nor an image file: image/png'],
	])('is refused as %s, with a word on where files go', async (groupPhoto, words) => {
		const { failedItems } = await update({ mediaSource: 'text', groupPhoto }, file());
		expect(failedItems[0]?.json.error).toContain(words);
		expect(JSON.stringify(failedItems[0]?.json)).toContain('File From a Previous Step');
		expect(emulator.requests).toEqual([]);
	});

	it('is refused when it is neither an address nor a picture', async () => {
		const { failedItems } = await update(
			{ mediaSource: 'text', groupPhoto: 'photo.png' },
			{ json: {} },
		);
		expect(failedItems[0]?.json.error).toContain(
			'is neither an address nor an image file: photo.png',
		);
	});
});

describe('other values', () => {
	it('a switch takes true and false only', async () => {
		const { items } = await run(
			'group',
			'updateSettings',
			{ phone: byId('1-group'), adminOnlyMessage: '={{ $json.x }}' },
			{ items: [{ x: 'sim' }], onError: 'continueRegularOutput' },
		);
		expect(items[0]?.json.error).toMatch(/^Only Admins Send Messages isn't true or false: sim\. /);
	});

	it('a choice takes documented values only', async () => {
		const { items } = await run(
			'community',
			'updateSettings',
			{ communityId: byId('1'), whoCanAddNewGroups: '={{ $json.x }}' },
			{ items: [{ x: 'nobody' }], onError: 'continueRegularOutput' },
		);
		expect(items[0]?.json.error).toContain("isn't one of the possible values: nobody");
	});

	it('a description that was not asked for is not sent', async () => {
		await run('community', 'create', { name: 'Vizinhos' });
		expect(emulator.requests[0]?.body).toEqual({ name: 'Vizinhos' });
	});
});
