import type { IDataObject } from 'n8n-workflow';
import { emulator, account, trigger, message } from './receiving.mts';

describe('files', () => {
	const wantsFiles = { downloadMedia: true };

	function put(name: string, content: Buffer | string, contentType = 'image/png') {
		emulator.files.set(name, { contentType, content: Buffer.from(content) });
		return `${account.baseUrl}/files/${name}`;
	}

	it.each([
		['image', 'imageUrl', 'image/jpeg'],
		['audio', 'audioUrl', 'audio/ogg'],
		['video', 'videoUrl', 'video/mp4'],
		['document', 'documentUrl', 'application/pdf'],
		['sticker', 'stickerUrl', 'image/webp'],
	])('of kind %s come with the item, after the answer', async (kind, addressName, mimeType) => {
		const url = put('file', `content of ${kind}`);
		const { items, answeredFirst, status } = await trigger(wantsFiles).post(
			message({ [kind]: { [addressName]: url, mimeType } }),
		);
		expect({ answeredFirst, status }).toEqual({ answeredFirst: true, status: 200 });
		const { data } = items?.[0]?.binary ?? {};
		expect(Buffer.from(data?.data ?? '', 'base64').toString()).toBe(`content of ${kind}`);
		expect(data).toMatchObject({ mimeType });
		expect(items?.[0]?.json.mediaError).toBeUndefined();
	});

	it.each([
		['image', 'imageUrl', 'image/jpeg', /^image-A20DA9C0183A2D35A260F53F5D2B9244\.jpe?g$/],
		['audio', 'audioUrl', 'audio/ogg; codecs=opus', /^audio-[\dA-F]+\.ogg$/],
		['video', 'videoUrl', 'video/mp4', /^video-[\dA-F]+\.mp4$/],
		['sticker', 'stickerUrl', undefined, /^sticker-[\dA-F]+\.png$/],
	])('whose address has no name get one with an extension: %s', async (kind, key, type, name) => {
		const content = { [key]: put('file', 'x'), mimeType: type };
		const { items } = await trigger(wantsFiles).post(message({ [kind]: content }));
		expect(items?.[0]?.binary?.data?.fileName).toMatch(name);
	});

	it.each([
		['boleto', 'boleto.pdf'],
		['boleto.pdf', 'boleto.pdf'],
		['報告.pdf', '報告.pdf'],
		['contrato.v2', 'contrato.v2.pdf'],
		['Boleto Energia S.A', 'Boleto Energia S.A.pdf'],
		['voz.oga', 'voz.ogg'],
	])('named %j by who sent them are called %j', async (fileName, expected) => {
		const document = { documentUrl: put('file', 'x'), mimeType: 'application/pdf', fileName };
		const { items } = await trigger(wantsFiles).post(message({ document }));
		expect(items?.[0]?.binary?.data?.fileName).toBe(expected);
	});

	it.each([
		['desenho.skp', 'application/octet-stream', 'desenho.skp', 'skp'],
		['Energia S.A', 'application/pdf', 'Energia S.A.pdf', 'pdf'],
		['voz', 'audio/ogg', 'voz.ogg', 'ogg'],
	])('named %j, of the type %s, are called %j', async (fileName, mimeType, expected, extension) => {
		const document = { documentUrl: put('file', 'x'), mimeType, fileName };
		const { items } = await trigger(wantsFiles).post(message({ document }));
		expect(items?.[0]?.binary?.data).toMatchObject({
			fileName: expected,
			fileExtension: extension,
		});
	});

	it('are not downloaded unless asked for', async () => {
		const { items } = await trigger().post(message({ image: { imageUrl: put('file', 'x') } }));
		expect(items?.[0]?.binary).toBeUndefined();
		expect(emulator.requests).toEqual([]);
	});

	it('go where the option says, under the name of the document', async () => {
		const document = {
			documentUrl: put('file', 'x'),
			mimeType: 'application/pdf',
			fileName: '../../etc/boleto.pdf',
		};
		const { items } = await trigger({
			...wantsFiles,
			options: { binaryPropertyName: 'boleto' },
		}).post(message({ document }));
		expect(items?.[0]?.binary?.boleto).toMatchObject({ fileName: '_.._etc_boleto.pdf' });
	});

	it.each([
		[{ binaryPropertyName: ' ', largestFileMegabytes: 'x', downloadTimeoutSeconds: null }],
		[{ largestFileMegabytes: -1, downloadTimeoutSeconds: 1e12 }],
	])('come also with options that cannot be meant: %j', async (options) => {
		const image = { imageUrl: put('file', 'content') };
		const { items } = await trigger({ ...wantsFiles, options }).post(message({ image }));
		expect(items?.[0]?.binary?.data).toBeDefined();
	});

	async function reasonFor(image: IDataObject, options: IDataObject = {}) {
		const { items } = await trigger({ ...wantsFiles, options }).post(message({ image }));
		expect(items).toHaveLength(1);
		expect(items?.[0]?.binary).toBeUndefined();
		expect(items?.[0]?.json).toMatchObject({ text: 'Bom dia', phone: '5511900000001' });
		return items?.[0]?.json.mediaError;
	}

	it.each([
		'http://files.example.com/a.jpg',
		'https://127.0.0.1/a.jpg',
		'https://[::1]/a.jpg',
		'https://169.254.169.254/latest/meta-data',
		'https://localhost/a.jpg',
		'https://intranet/a.jpg',
		'http://0x7f000001:1/a.jpg',
		'file:///etc/passwd',
		'ftp://files.example.com/a.jpg',
		'data:image/png;base64,AAAA',
		'/etc/passwd',
		'https://',
	])('are not fetched from %j', async (imageUrl) => {
		expect(await reasonFor({ imageUrl })).toMatch(
			/^The file wasn't downloaded, because its address isn't a public https:\/\/ address/,
		);
	});

	it('are not fetched from another port of this machine', async () => {
		const { port } = new URL(account.baseUrl);
		const imageUrl = `http://127.0.0.1:${Number(port) + 1}/a.jpg`;
		expect(await reasonFor({ imageUrl })).toContain(`: 127.0.0.1:${Number(port) + 1}`);
	});

	it('are not fetched from where a redirect leads, if that is not allowed by itself', async () => {
		const imageUrl = put('file', 'x');
		const headers = { location: 'http://127.0.0.1:9/secret' };
		emulator.misbehave({ answer: { status: 302, headers, body: '' } });
		expect(await reasonFor({ imageUrl })).toContain(': 127.0.0.1:9');
	});

	it('are fetched from where a redirect leads, if that is allowed', async () => {
		const headers = { location: put('other', 'moved') };
		const image = { imageUrl: put('file', 'x') };
		emulator.misbehave({ times: 1, answer: { status: 302, headers, body: '' } });
		const { items } = await trigger(wantsFiles).post(message({ image }));
		expect(Buffer.from(items?.[0]?.binary?.data?.data ?? '', 'base64').toString()).toBe('moved');
	});

	it('are given up when the redirects have no end', async () => {
		const imageUrl = put('file', 'x');
		emulator.misbehave({ answer: { status: 302, headers: { location: imageUrl }, body: '' } });
		expect(await reasonFor({ imageUrl })).toContain('redirects too many times');
	});

	it('are given up when larger than allowed, told or not', async () => {
		const imageUrl = put('file', Buffer.alloc(1024 * 1024 + 1));
		expect(await reasonFor({ imageUrl }, { largestFileMegabytes: 1 })).toBe(
			'The file is larger than 1 MB. Raise Largest File Size to get it.',
		);
		emulator.misbehave({
			answer: {
				headers: { 'transfer-encoding': 'chunked', 'content-type': 'image/png' },
				body: 'x'.repeat(1024 * 1024 + 1),
			},
		});
		expect(await reasonFor({ imageUrl }, { largestFileMegabytes: 1 })).toContain(
			'larger than 1 MB',
		);
	});

	it('are given up when they take too long', async () => {
		const imageUrl = put('file', 'x');
		emulator.misbehave({ delayMilliseconds: 5_000 });
		expect(await reasonFor({ imageUrl }, { downloadTimeoutSeconds: 1 })).toBe(
			'The download took longer than 1 s. Raise Download Timeout to wait longer.',
		);
	});

	it.each([
		[
			'is gone',
			{ answer: { status: 404, body: 'gone' } },
			"The file's server answered with status 404",
		],
		['hangs up', { hangUp: 'before' as const }, 'The download was interrupted (ECONNRESET). '],
		['hangs up in the middle', { hangUp: 'during' as const }, 'The download was interrupted'],
	])('whose server %s leave the reason', async (_what, misbehaviour, reason) => {
		const imageUrl = put('file', 'x'.repeat(1000));
		emulator.misbehave(misbehaviour);
		expect(await reasonFor({ imageUrl })).toContain(reason);
	});

	it('are downloaded ten at a time, and none is lost', async () => {
		const image = { imageUrl: put('file', 'content') };
		emulator.misbehave({ delayMilliseconds: 100 });
		const from = Date.now();
		const node = trigger(wantsFiles);
		const received = await Promise.all(
			Array.from({ length: 25 }, async () => await node.post(message({ image }))),
		);
		expect(received.filter(({ items }) => items?.[0]?.binary?.data)).toHaveLength(25);
		expect(Date.now() - from).toBeGreaterThan(290);
	});

	it("which Z-API itself couldn't get leave its words", async () => {
		expect(await reasonFor({ imageUrl: null, downloadError: 'Media expired' })).toBe(
			"Z-API couldn't get the file from WhatsApp: Media expired. Ask the sender to send it again.",
		);
	});
});
