import { setTimeout as wait } from 'node:timers/promises';
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

const PHONE = '5544999999999';
const OTHER_PHONE = '5511988888888';
const phone = (value: string) => ({ __rl: true, mode: 'phone', value });
const id = (value: string) => ({ __rl: true, mode: 'id', value });

function send(
	operation: string,
	parameters: INodeParameters,
	options: Partial<RunOptions> = {},
): ReturnType<typeof runNode> {
	return runNode({
		account,
		parameters: { resource: 'message', operation, phone: phone(PHONE), ...parameters },
		onError: 'continueErrorOutput',
		...options,
	});
}

const bodies = () => emulator.requests.map(({ body }) => body as IDataObject);
const errors = (items: INodeExecutionData[]) => items.map(({ json }) => json.error);

function item(mimeType: string, data = 'AAAA', more: IDataObject = {}): INodeExecutionData {
	return { json: {}, binary: { data: { data, mimeType, ...more } } };
}

const fromFile = { mediaSource: 'file', binaryPropertyName: 'data' };

describe('a text', () => {
	const LONG = `${'Olá 👩‍👩‍👧‍👦 😀\r\n\tlinha "2" \\ '.repeat(3_000).slice(0, 64_990).trim()}\n\n🇧🇷 fim`;

	it.each<[string, INodeParameters, string]>([
		['sendText', { message: '={{ $json.text }}' }, 'message'],
		['editText', { message: '={{ $json.text }}', editMessageId: '1' }, 'message'],
		['sendImage', { image: 'https://example.com/a.png', caption: '={{ $json.text }}' }, 'caption'],
		['sendPoll', { message: '={{ $json.text }}', poll: { values: [{ name: 'Sim' }] } }, 'message'],
	])('of 65,000 characters goes out unchanged by %s', async (operation, parameters, field) => {
		const { failedItems } = await send(operation, parameters, { items: [{ text: LONG }] });
		expect(errors(failedItems)).toEqual([]);
		expect(bodies()[0]?.[field]).toBe(LONG);
	});

	it.each<[string, INodeParameters, string]>([
		['sendText', { message: '**a** [b](https://example.com)' }, 'message'],
		[
			'sendVideo',
			{ video: 'https://example.com/a.mp4', caption: '**a** [b](https://example.com)' },
			'caption',
		],
	])(
		'is converted from Markdown by %s only if that is wanted',
		async (operation, parameters, field) => {
			await send(operation, { ...parameters, options: { convertMarkdown: true } });
			await send(operation, { ...parameters, options: { convertMarkdown: false } });
			await send(operation, parameters);
			expect(bodies().map((body) => body[field])).toEqual([
				'*a* b (https://example.com)',
				'**a** [b](https://example.com)',
				'**a** [b](https://example.com)',
			]);
		},
	);
});

describe('what is left empty', () => {
	it('is not sent, but a switch that is off', async () => {
		const options = {
			...{ viewOnce: false, async: false, messageId: '={{ $json.none }}', editVideoMessageId: '' },
		};
		await send('sendVideo', { video: 'https://example.com/a.mp4', caption: ' ', options });
		await send('sendSticker', {
			sticker: 'https://example.com/a.webp',
			options: { stickerAuthor: '' },
		});
		await send('sendText', { message: 'Oi', options: { groupMentioned: {}, mentioned: '' } });
		expect(bodies()).toEqual([
			{ phone: PHONE, video: 'https://example.com/a.mp4', viewOnce: false, async: false },
			{ phone: PHONE, sticker: 'https://example.com/a.webp' },
			{ phone: PHONE, message: 'Oi' },
		]);
	});
});

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
		expect(error).toContain(`Input Data Field Name ${what}: it is ${mimeType} [item 0]. `);
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
			expect.stringContaining(`Video has no whole file after "base64,": ${video} [item 0]. `),
		]);
		expect(emulator.requests).toEqual([]);
	});

	it.each(['https://example.com/onda.gif', 'https://example.com/onda.GIF?v=1'])(
		'that is a GIF is no GIF to WhatsApp, also at the address %s',
		async (gif) => {
			const { failedItems } = await send('sendGif', { gif });
			expect(errors(failedItems)).toEqual([
				expect.stringContaining(`GIF isn't an MP4 video: ${gif} [item 0]. It must be an MP4`),
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
			'Input Data Field Name points to a file of 2 MB, more than the 1 MB that are allowed [item 0]. Raise the option Largest File (MB) to send it.',
		]);
		expect(emulator.requests).toEqual([]);
		expect((await run(2)).items).toHaveLength(1);
	});
});

describe('a file larger than Z-API takes', () => {
	const MOST = 10 * 1024 * 1024;

	it.each<[string, INodeParameters, string]>([
		['as Base64', { video: '={{ $json.video }}' }, 'Video'],
		['of a previous step', fromFile, 'Input Data Field Name'],
	])('is refused %s, by one byte', async (_what, parameters, field) => {
		const run = async (bytes: number) => {
			const data = Buffer.alloc(bytes).toString('base64');
			const file = item('video/mp4', data);
			return await send(
				'postVideo',
				{ resource: 'status', ...parameters },
				{ fullItems: [{ ...file, json: { video: `data:video/mp4;base64,${data}` } }] },
			);
		};
		expect(errors((await run(MOST + 1)).failedItems)).toEqual([
			`${field} is a file of 10.1 MB [item 0]. Z-API accepts up to 10 MB here. Send a smaller file.`,
		]);
		expect(emulator.requests).toEqual([]);
		expect(errors((await run(MOST)).failedItems)).toEqual([]);
		expect(emulator.requests).toHaveLength(1);
	});

	it('is refused in words as Base64 that is far larger', async () => {
		const json = { video: `data:video/mp4;base64,${Buffer.alloc(4 * MOST).toString('base64')}` };
		const { failedItems } = await send(
			'postVideo',
			{ resource: 'status', video: '={{ $json.video }}' },
			{ items: [json] },
		);
		expect(errors(failedItems)).toEqual([expect.stringContaining('Video is a file of 40 MB')]);
	});
});

describe('the extension of a document', () => {
	it.each<[string, INodeParameters, string]>([
		['the address', { document: 'https://example.com/a/Fatura.PDF?x=1' }, 'pdf'],
		['the file name', { document: 'https://example.com/1', fileName: 'Fatura.xlsx' }, 'xlsx'],
		['the type in a data URI', { document: 'data:text/csv;base64,AAAA' }, 'csv'],
		[
			'the option, whatever else there is',
			{
				document: 'https://example.com/a.pdf',
				fileName: 'a.xlsx',
				options: { extension: '.DOCX' },
			},
			'docx',
		],
		[
			'the address, if the option is empty',
			{ document: 'https://example.com/a.pdf', options: { extension: '' } },
			'pdf',
		],
	])('is taken from %s', async (_what, parameters, extension) => {
		const { failedItems } = await send('sendDocument', parameters);
		expect(errors(failedItems)).toEqual([]);
		expect(emulator.requests.map(({ path }) => path)).toEqual([`/send-document/${extension}`]);
	});

	it.each<[string, INodeExecutionData, INodeParameters, string, string | undefined]>([
		[
			'its own name, which it keeps',
			item('application/octet-stream', 'AAAA', { fileName: 'Fatura de março.pdf' }),
			{},
			'pdf',
			'Fatura de março.pdf',
		],
		[
			'the entered name',
			item('application/octet-stream', 'AAAA', { fileName: 'data.bin' }),
			{ fileName: 'Fatura.pdf' },
			'pdf',
			'Fatura.pdf',
		],
		[
			'its type, if no name tells',
			item('application/vnd.ms-excel', 'AAAA', { fileName: 'fatura' }),
			{ fileName: 'Fatura v1.2' },
			'xls',
			'Fatura v1.2',
		],
		['its type', item('image/jpeg'), {}, 'jpg', undefined],
		['its type with more to it', item('text/plain; charset=utf-8'), {}, 'txt', undefined],
		[
			'what n8n knows of it',
			item('application/octet-stream', 'AAAA', { fileName: 'a', fileExtension: 'bin' }),
			{},
			'bin',
			'a',
		],
	])('of a previous step is taken from %s', async (_what, file, parameters, extension, name) => {
		const { failedItems } = await send(
			'sendDocument',
			{ ...fromFile, ...parameters },
			{ fullItems: [file] },
		);
		expect(errors(failedItems)).toEqual([]);
		const [{ path } = {}] = emulator.requests;
		expect([path, bodies()[0]?.fileName]).toEqual([`/send-document/${extension}`, name]);
	});

	it('is asked for where nothing tells', async () => {
		const { failedItems } = await send('sendDocument', {
			document: 'https://example.com/fatura.php?id=1',
		});
		expect(errors(failedItems)).toEqual([
			"Document doesn't show what kind of file it is [item 0]. End File Name with its extension, as in fatura.pdf, or add the option Extension.",
		]);
		expect(emulator.requests).toEqual([]);
	});

	it('is asked for where n8n knows an empty one', async () => {
		const file = item('application/octet-stream', 'AAAA', { fileName: '', fileExtension: '' });
		const { failedItems } = await send('sendDocument', fromFile, { fullItems: [file] });
		expect(errors(failedItems)).toEqual([
			expect.stringContaining("Document doesn't show what kind of file it is"),
		]);
		expect(emulator.requests).toEqual([]);
	});

	it('tells what an archive is that is given as Base64', async () => {
		const parameters = { document: 'UEsDBBQAAAAA', fileName: 'Contas.xlsx' };
		const { failedItems } = await send('sendDocument', parameters);
		expect(errors(failedItems)).toEqual([]);
		expect(emulator.requests[0]?.path).toBe('/send-document/xlsx');
		expect(bodies()[0]?.document).toBe('data:application/zip;base64,UEsDBBQAAAAA');
	});
});

describe('messages to the same chat', () => {
	const TEN_MEGABYTES = Buffer.alloc(10 * 1024 * 1024, 7).toString('base64');
	const toItems = { phone: phone('={{ $json.to }}') };
	const sent = () => bodies().map(({ phone: to, fileName }) => [to, fileName]);

	function file(to: string, fileName: string, data = 'AAAA'): INodeExecutionData {
		return { ...item('application/pdf', data, { fileName }), json: { to } };
	}

	it("keep the items' order, also behind a large file; other chats don't wait", async () => {
		// The first is answered late, so what doesn't wait for it comes before what does.
		emulator.misbehave({
			delayMilliseconds: 400,
			when: ({ text }) => text.length > TEN_MEGABYTES.length,
		});
		const { items, failedItems } = await send(
			'sendDocument',
			{ ...toItems, ...fromFile },
			{
				fullItems: [
					file(PHONE, '1.pdf', TEN_MEGABYTES),
					file('+55 (44) 99999-9999', '2.pdf'),
					file(OTHER_PHONE, '3.pdf'),
					file(PHONE, '4.pdf'),
				],
			},
		);
		expect(errors(failedItems)).toEqual([]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2, 3].map((index) => ({ item: index })),
		);
		expect(sent().filter(([to]) => to === PHONE)).toEqual(
			['1.pdf', '2.pdf', '4.pdf'].map((name) => [PHONE, name]),
		);
		expect(
			sent()
				.map(([, name]) => name)
				.indexOf('3.pdf'),
		).toBeLessThan(2);
		expect((bodies().find(({ fileName }) => fileName === '1.pdf')?.document as string).length).toBe(
			TEN_MEGABYTES.length + 'data:application/pdf;base64,'.length,
		);
	});

	it.each([
		['+55 44 9 9999-9999', '5544999999999', '554499999999', '(+55) 44 99999.9999'],
		['+55 44 9999-9999', '5544999999999@c.us', 'tel:+554499999999', '0055 44 9 9999 9999'],
	])("keep the items' order however the number is written: %s, %s, %s, %s", async (...numbers) => {
		emulator.misbehave({ times: 1, delayMilliseconds: 300 });
		const { failedItems } = await send(
			'sendText',
			{ ...toItems, message: '={{ $json.text }}' },
			{ items: numbers.map((to, index) => ({ to, text: String(index) })) },
		);
		expect(errors(failedItems)).toEqual([]);
		expect(bodies().map(({ message }) => message)).toEqual(['0', '1', '2', '3']);
	});

	it('keep their order when Z-API asks to come back later', async () => {
		const answer = { status: 429, headers: { 'retry-after': '1' }, body: '' };
		emulator.misbehave({ times: 3, answer });
		const { failedItems } = await send(
			'sendText',
			{ message: '={{ $json.text }}' },
			{ items: ['0', '1', '2', '3'].map((text) => ({ text })) },
		);
		expect(errors(failedItems)).toEqual([]);
		expect(bodies().map(({ message }) => message)).toEqual(['0', '0', '0', '0', '1', '2', '3']);
	});

	it.each([
		['sendText', { message: '={{ $json.text }}' }],
		['sendDocument', { ...fromFile, fileName: '={{ $json.text }}' }],
	])(
		'are not sent by %s any more once one failed and the workflow stops',
		async (operation, more) => {
			emulator.misbehave({
				delayMilliseconds: 200,
				when: ({ text }) => text.includes('"1'),
				answer: { status: 400, body: { error: 'Invalid phone' } },
			});
			const { error } = await send(operation, more, {
				onError: 'stopWorkflow',
				fullItems: ['1.pdf', '2.pdf', '3.pdf'].map((text) => ({
					...item('application/pdf'),
					json: { text },
				})),
			});
			expect(error?.context.itemIndex).toBe(0);
			expect(emulator.requests).toHaveLength(1);
		},
	);

	it('go on after one that failed', async () => {
		emulator.misbehave({
			delayMilliseconds: 200,
			when: ({ text }) => text.includes('"1"'),
			answer: { status: 400, body: { error: 'Invalid phone' } },
		});
		const { items, failedItems } = await send(
			'sendText',
			{ message: '={{ $json.text }}' },
			{ items: [{ text: '1' }, { text: '2' }, { text: '3' }] },
		);
		expect(bodies().map(({ message }) => message)).toEqual(['1', '2', '3']);
		expect([items.length, errors(failedItems)]).toEqual([
			2,
			[expect.stringContaining("Z-API didn't send the text message: Invalid phone (status 400). ")],
		]);
	});

	it('are under way at the same time if the chats are different', async () => {
		// None is answered before the end, so those that arrive are under way at the same time.
		emulator.misbehave({ delayMilliseconds: 60_000 });
		const people = Array.from({ length: 20 }, (_, index) => ({ to: `55449999900${10 + index}` }));
		const allArrived = async () => {
			while (emulator.requests.length < people.length) await wait(5);
		};
		await send(
			'react',
			{ ...toItems, messageId: '1', reaction: '👍' },
			{ items: people, stop: allArrived() },
		);
		expect(emulator.requests).toHaveLength(people.length);
	});
});

describe('nothing is sent twice', () => {
	it.each([
		['the connection breaks', { hangUp: 'before' as const }],
		['the answer breaks off', { hangUp: 'during' as const }],
		['there is a fault', { answer: { status: 500, body: '' } }],
		['Z-API is busy', { answer: { status: 503, headers: { 'retry-after': '1' }, body: '' } }],
	])('when %s, and the error says that it may have been sent', async (_what, misbehaviour) => {
		emulator.misbehave(misbehaviour);
		const image = 'https://example.com/a.png';
		const { failedItems } = await send('sendImage', { image });
		expect(emulator.requests).toHaveLength(1);
		expect(errors(failedItems)).toEqual([
			expect.stringContaining('The request may still have been carried out'),
		]);
	});

	it('but for what Z-API was too busy to take', async () => {
		const answer = { status: 429, headers: { 'retry-after': '1' }, body: '' };
		emulator.misbehave({ times: 1, answer });
		const { items } = await send('sendImage', { image: 'https://example.com/a.png' });
		expect(items).toHaveLength(1);
		expect(emulator.requests).toHaveLength(2);
	});
});

describe('a list', () => {
	const maria = { name: 'Maria', phones: '+55 (44) 99999-9999, 5511988888888' };

	it('of contacts is sent from fields, and from JSON', async () => {
		const contacts = [
			{ name: 'Maria', phones: [PHONE, OTHER_PHONE] },
			{ name: 'Padaria', phones: [PHONE], businessDescription: 'Até as 18h' },
		];
		const padaria = { name: 'Padaria', phones: PHONE, businessDescription: 'Até as 18h' };
		await send('sendContacts', { contacts: { values: [maria, padaria] } });
		await send(
			'sendContacts',
			{ define: 'json', entriesJson: '={{ $json.list }}' },
			{
				items: [{ list: contacts }],
			},
		);
		expect(bodies()).toEqual([
			{ phone: PHONE, contacts },
			{ phone: PHONE, contacts },
		]);
	});

	it('of options is sent from fields, from JSON, and from texts', async () => {
		const poll = [{ name: 'Sexta' }, { name: 'Sábado' }];
		await send('sendPoll', { message: 'Quando?', poll: { values: poll } });
		for (const list of [JSON.stringify(poll), '["Sexta", "Sábado"]']) {
			await send('sendPoll', { message: 'Quando?', define: 'json', entriesJson: list });
		}
		expect(bodies()).toEqual([1, 2, 3].map(() => ({ phone: PHONE, message: 'Quando?', poll })));
	});

	it.each<[string, INodeParameters, string]>([
		['sendContacts', { contacts: {} }, 'Contacts is empty [item 0]. '],
		[
			'sendContacts',
			{ contacts: { values: [maria, { name: '={{ $json.none }}', phones: PHONE }] } },
			'Contacts, entry 2, lacks a name [item 0]. ',
		],
		[
			'sendContacts',
			{ contacts: { values: [{ name: 'Maria', phones: `${PHONE}, 1-group` }] } },
			'Contacts, entry 1, has a list of phones that has an entry that looks like',
		],
		['sendPoll', { message: 'Quando?', poll: {} }, 'Poll Options is empty [item 0]. '],
		[
			'sendText',
			{
				message: 'Oi',
				options: { groupMentioned: { values: [{ phone: '1-group', subject: '' }] } },
			},
			'Mention Groups, entry 1, lacks a name [item 0]. ',
		],
		[
			'sendPoll',
			{ message: 'Quando?', define: 'json', entriesJson: '["Sexta", ""]' },
			'Poll Options, entry 2, lacks text [item 0]. ',
		],
		[
			'votePoll',
			{ pollMessageId: '1', define: 'json', entriesJson: '[{"text": "Sexta"}]' },
			'Votes, entry 1, lacks text [item 0]. ',
		],
	])('that is wrong in %s is refused by its place: %j', async (operation, parameters, words) => {
		const { failedItems } = await send(operation, parameters);
		expect(errors(failedItems)).toEqual([expect.stringContaining(words)]);
		expect(emulator.requests).toEqual([]);
	});
});

describe('a link', () => {
	const link = {
		linkUrl: 'https://example.com/a_b_c',
		title: 'Cardápio',
		linkDescription: 'De segunda a sexta',
		image: 'https://example.com/a.png',
	};

	it.each([
		['Veja o cardápio', false, 'Veja o cardápio\nhttps://example.com/a_b_c'],
		['Veja https://example.com/a_b_c', false, 'Veja https://example.com/a_b_c'],
		['**Veja** o *cardápio*', true, '*Veja* o _cardápio_\nhttps://example.com/a_b_c'],
	])('ends the text %j, as Z-API wants it', async (message, convertMarkdown, sent) => {
		await send('sendLink', { ...link, message, options: { convertMarkdown } });
		expect(bodies()[0]?.message).toBe(sent);
	});

	it('and its picture are addresses', async () => {
		for (const [name, shown] of [
			['linkUrl', 'Link'],
			['image', 'Image URL'],
		] as const) {
			const { failedItems } = await send('sendLink', { ...link, message: 'a', [name]: 'cardapio' });
			expect(errors(failedItems)).toEqual([
				`${shown} isn't a web address: cardapio [item 0]. Enter the whole address. It starts with https://`,
			]);
		}
		expect(emulator.requests).toEqual([]);
	});
});

describe('an existing message', () => {
	it('is deleted by what stands in the query', async () => {
		const parameters = {
			phone: id('1-group'),
			messageId: '3EB0 & =?'.replace(/ /g, ''),
			owner: false,
		};
		const { items } = await send('delete', parameters);
		expect(items[0]?.json).toMatchObject({ value: true });
		expect(emulator.requests).toMatchObject([{ method: 'DELETE', path: '/messages', text: '' }]);
		expect(emulator.requests[0]?.query).toEqual({
			...{ messageId: '3EB0&=?', phone: '1-group', owner: 'false' },
		});
	});

	it('is forwarded from one chat to another, as they are written', async () => {
		const { failedItems } = await send('forward', {
			messageId: '3EB0',
			messagePhone: phone('+55 (11) 98888-8888'),
		});
		expect(errors(failedItems)).toEqual([]);
		expect(bodies()).toEqual([{ phone: PHONE, messageId: '3EB0', messagePhone: OTHER_PHONE }]);
	});

	it('gets one emoji', async () => {
		const { failedItems } = await send('react', { messageId: '1', reaction: 'ok' });
		expect(errors(failedItems)).toEqual([
			"Reaction isn't one emoji: ok [item 0]. Use one emoji, such as 👍.",
		]);
	});
});
