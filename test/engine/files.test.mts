import { emulator, PHONE, send, bodies, errors, item, fromFile } from './sending.mts';

const PNG =
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('a file', () => {
	it.each([
		['its address', 'https://example.com/a.png?b=c', 'https://example.com/a.png?b=c'],
		['a data URI', `data:image/png;base64,${PNG}`, `data:image/png;base64,${PNG}`],
		['Base64 alone', PNG, `data:image/png;base64,${PNG}`],
		['Base64 in lines', PNG.replace(/.{20}/g, '$&\n'), `data:image/png;base64,${PNG}`],
		['Base64 for addresses', '_9j_4P-_AAA', 'data:image/jpeg;base64,/9j/4P+/AAA'],
		[
			'a data URI with Base64 for addresses',
			'data:image/jpeg;base64,_9j_4P-_AAA',
			'data:image/jpeg;base64,/9j/4P+/AAA',
		],
		[
			'a data URI that knows no type',
			`data:application/octet-stream;base64,${PNG}`,
			`data:image/png;base64,${PNG}`,
		],
	])('may be given as %s', async (_what, image, sent) => {
		const { failedItems } = await send('sendImage', { image });
		expect(errors(failedItems)).toEqual([]);
		expect(bodies()).toEqual([{ phone: PHONE, image: sent }]);
	});

	it.each([
		['sendImage', 'image', 'image/png'],
		['sendAudio', 'audio', 'audio/ogg; codecs=opus'],
		['sendAudio', 'audio', 'video/ogg'],
		['sendVideo', 'video', 'video/mp4'],
		['sendVideoNote', 'ptv', 'video/mp4'],
		['sendGif', 'gif', 'video/mp4'],
		['sendSticker', 'sticker', 'image/webp'],
		['sendDocument', 'document', 'application/pdf'],
	])('of a previous step is sent by %s as %s', async (operation, field, mimeType) => {
		const { failedItems, items } = await send(operation, fromFile, { fullItems: [item(mimeType)] });
		expect(errors(failedItems)).toEqual([]);
		expect(items[0]?.json).toMatchObject({ messageId: expect.any(String) as string });
		const [type] = mimeType.split(';');
		expect(bodies()[0]).toMatchObject({ phone: PHONE, [field]: `data:${type};base64,AAAA` });
	});

	it.each([
		['sendGif', 'gif', 'Video/MP4; codecs="avc1.42E01E, mp4a.40.2"', 'AAAA', 'video/mp4'],
		['sendImage', 'image', 'IMAGE/PNG; name="a,b.png"', PNG, 'image/png'],
		['sendImage', 'image', 'application/octet-stream', PNG, 'image/png'],
		['sendImage', 'image', 'binary/octet-stream', '/9j/4AAA', 'image/jpeg'],
		['sendAudio', 'audio', '', 'T2dnUwAC', 'audio/ogg'],
	])(
		'of a previous step goes out by %s as %s with its bare type, if that is said to be %j',
		async (operation, field, given, data, mimeType) => {
			const { failedItems } = await send(operation, fromFile, { fullItems: [item(given, data)] });
			expect(errors(failedItems)).toEqual([]);
			expect(bodies()[0]?.[field]).toBe(`data:${mimeType};base64,${data}`);
		},
	);

	/** The beginning of a file of the family of MP4, which also has sound and pictures. */
	const ofBrand = (brand: string) =>
		Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0${brand}`, 'latin1').toString('base64');

	it.each([
		['sendAudio', 'audio', ofBrand('M4A '), 'audio/mp4'],
		['sendImage', 'image', ofBrand('heic'), 'image/heic'],
		['sendVideo', 'video', ofBrand('isom'), 'video/mp4'],
		['sendVideo', 'video', ofBrand('qt  '), 'video/quicktime'],
		['sendVideo', 'video', 'GkXfo6NChoEBQveBAULy', 'video/webm'],
	])(
		'as Base64 alone is told by its first bytes in %s, as %s: %s',
		async (operation, field, data, type) => {
			const { failedItems } = await send(operation, { [field]: data });
			expect(errors(failedItems)).toEqual([]);
			expect(bodies()[0]?.[field]).toBe(`data:${type};base64,${data}`);
		},
	);

	it.each([
		['sendGif', 'gif', ofBrand('qt  '), "GIF isn't an MP4 video: it is video/quicktime"],
		['sendVideo', 'video', ofBrand('heic'), "Video isn't a video file: it is image/heic"],
		['sendImage', 'image', PNG.slice(0, 41), 'Image is neither an address nor an image file'],
		['sendImage', 'image', 'data:image/png;base64,', 'Image has no whole file after "base64,"'],
	])('as Base64 that is no such file is refused by %s', async (operation, field, data, words) => {
		const { failedItems } = await send(operation, { [field]: data });
		expect(errors(failedItems)).toEqual([expect.stringContaining(words)]);
		expect(emulator.requests).toEqual([]);
	});

	it.each([
		[
			'sendImage',
			'application/octet-stream',
			'JVBERi0xLjcK',
			"isn't an image file: it is application/pdf",
		],
		[
			'sendImage',
			'application/octet-stream',
			'AAAA',
			"isn't an image file: it is application/octet",
		],
		['sendImage', 'image/png', '', 'points to an empty file'],
		['sendDocument', 'application/pdf', '', 'points to an empty file'],
	])(
		'of a previous step that %s can not send as %s is refused when it is read',
		async (operation, mimeType, data, words) => {
			const { failedItems } = await send(operation, fromFile, {
				fullItems: [item(mimeType, data)],
			});
			expect(errors(failedItems)).toEqual([
				expect.stringContaining(`Input Data Field Name ${words}`),
			]);
			expect(emulator.requests).toEqual([]);
		},
	);

	it.each([
		['sendImage', 'application/pdf', "isn't an image file", 'JPEG or PNG'],
		['sendImage', 'image/svg+xml', "isn't an image file", 'JPEG or PNG'],
		['sendAudio', 'image/png', "isn't an audio file", 'OGG or MP3'],
		['sendVideo', 'audio/ogg', "isn't a video file", 'MP4'],
		['sendVideoNote', 'image/gif', "isn't a video file", 'MP4'],
		['sendGif', 'image/gif', "isn't an MP4 video", 'It must be an MP4'],
		['sendSticker', 'text/plain', "isn't an image file", 'WebP or PNG'],
	])('for %s that is %s is refused in words', async (operation, mimeType, what, advice) => {
		const { failedItems } = await send(operation, fromFile, { fullItems: [item(mimeType)] });
		const [error] = errors(failedItems);
		expect(error).toContain(`Input Data Field Name ${what}: it is ${mimeType}. `);
		expect(error).toContain(advice);
		expect(emulator.requests).toEqual([]);
	});

	it.each([
		['sendImage', 'image'],
		['sendAudio', 'audio'],
		['sendVideo', 'video'],
		['sendVideoNote', 'ptv'],
		['sendGif', 'gif'],
		['sendSticker', 'sticker'],
		['sendDocument', 'document'],
	])(
		'that %s can make nothing of is answered with an example that it takes',
		async (operation, field) => {
			const [error] = errors((await send(operation, { [field]: 'arquivo' })).failedItems);
			const [, example = ''] = /such as (data:[^,]+,)/.exec(error as string) ?? [];
			await send(operation, { [field]: `${example}AAAA` });
			expect(bodies()).toEqual([expect.objectContaining({ [field]: `${example}AAAA` })]);
		},
	);

	it.each([
		['is cut off', 'data:video/mp4;base64,AAYXJ0...'],
		['is another value', 'data:video/mp4;base64,[object Object]'],
		['is missing', 'data:video/mp4;base64,'],
	])('whose Base64 %s is called broken, not a file of another kind', async (_what, video) => {
		const { failedItems } = await send('sendVideo', { video });
		expect(errors(failedItems)).toEqual([
			expect.stringContaining(`Video has no whole file after "base64,": ${video}`),
		]);
		expect(emulator.requests).toEqual([]);
	});

	it.each(['https://example.com/onda.gif', 'https://example.com/onda.GIF?v=1'])(
		'that is a GIF is no GIF to WhatsApp, also at the address %s',
		async (gif) => {
			const { failedItems } = await send('sendGif', { gif });
			expect(errors(failedItems)).toEqual([
				expect.stringContaining(`GIF isn't an MP4 video: ${gif}. It must be an MP4`),
			]);
			await send('sendGif', { gif: 'https://example.com/gif/onda.mp4' });
			expect(emulator.requests).toHaveLength(1);
		},
	);

	it.each([
		['sendVideo', 'video/mp4'],
		['sendDocument', 'application/pdf'],
	])('larger than the option allows is not sent by %s', async (operation, mimeType) => {
		const twoMegabytes = Buffer.alloc(2 * 1024 * 1024).toString('base64');
		const run = (largestFileMegabytes: number) =>
			send(
				operation,
				{ ...fromFile, options: { largestFileMegabytes } },
				{ fullItems: [item(mimeType, twoMegabytes)] },
			);
		const { failedItems } = await run(1);
		expect(errors(failedItems)).toEqual([
			'Input Data Field Name points to a file of 2 MB, more than the 1 MB that are allowed. Raise the option Largest File (MB) to send it.',
		]);
		expect(emulator.requests).toEqual([]);
		expect((await run(2)).items).toHaveLength(1);
	});
});
