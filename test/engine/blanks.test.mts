import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import { useEmulator } from '../useEmulator.mts';
import { runNode, type Carrier, type RunOptions } from './harness.mts';

let emulator: Emulator;
let account: RunOptions['account'];

useEmulator((started, itsAccount) => {
	emulator = started;
	account = itsAccount;
});

const PHONE = '5544999999999';
const bodies = () => emulator.requests.map(({ body }) => body as IDataObject);

describe.each<Carrier>(['customOperations', 'routingNode'])('a value (%s)', (carrier) => {
	const send = async (operation: string, parameters: INodeParameters, item: IDataObject = {}) =>
		await runNode({
			...{ account, carrier, items: [item], onError: 'continueErrorOutput' },
			parameters: {
				...{ resource: 'message', operation },
				phone: { __rl: true, mode: 'phone', value: PHONE },
				...parameters,
			},
		});

	it.each<[string, IDataObject['string']]>([
		['a text', ''],
		['blanks', ' \u200B'],
		['null', null],
		['an empty list', []],
		['a list of nothing', ['', null]],
		['the text null', 'null'],
		['the text undefined', 'undefined'],
		['the text NaN', 'NaN'],
	])('that is blank leaves every option out: %s', async (_what, v) => {
		const value = '={{ $json.v }}';
		const { failedItems } = await send(
			'sendText',
			{
				message: 'oi',
				options: {
					...{ delayMessage: value, delayTyping: value, messageId: value, mentioned: value },
					...{ mentionAll: value, privateAnswer: value, convertMarkdown: value },
					...{ requestsAtOnce: value, checkConnection: value, dryRun: value, whenUnclear: value },
					numbersWithoutCountryCode: value,
				},
			},
			{ v },
		);
		expect(failedItems).toEqual([]);
		expect(bodies()).toEqual([{ phone: PHONE, message: 'oi' }]);
		emulator.requests.length = 0;
		await send(
			'sendDocument',
			{
				document: 'https://example.com/a.pdf',
				options: { extension: value, largestFileMegabytes: value, editDocumentMessageId: value },
			},
			{ v },
		);
		expect(emulator.requests).toMatchObject([
			{
				path: '/send-document/pdf',
				body: { phone: PHONE, document: 'https://example.com/a.pdf' },
			},
		]);
	});

	it.each(['', 'null', 'undefined', 'NaN'])(
		'that an expression makes %j is refused where it is required',
		async (v) => {
			const { failedItems } = await send('sendText', { message: '={{ $json.v }}' }, { v });
			expect(failedItems[0]?.json.error).toMatch(/^Text (is empty|isn't text)/);
			expect(emulator.requests).toEqual([]);
		},
	);

	it.each(['null', 'undefined', 'NaN'])('that is typed as %s is text', async (typed) => {
		await send('sendText', { message: typed });
		await send('sendImage', { image: 'https://example.com/a.png', caption: typed });
		await send('sendSticker', {
			sticker: 'https://example.com/a.webp',
			options: { stickerAuthor: typed },
		});
		await send('sendPoll', {
			message: 'Qual?',
			poll: { values: [{ name: typed }, { name: 'Sim' }] },
		});
		expect(bodies()).toEqual([
			expect.objectContaining({ message: typed }),
			expect.objectContaining({ caption: typed }),
			expect.objectContaining({ stickerAuthor: typed }),
			expect.objectContaining({ poll: [{ name: typed }, { name: 'Sim' }] }),
		]);
	});

	it('that an expression makes null is no caption', async () => {
		await send('sendImage', { image: 'https://example.com/a.png', caption: '={{ "null" }}' });
		expect(bodies()).toEqual([{ phone: PHONE, image: 'https://example.com/a.png' }]);
	});

	it('of 0 is a value where it is not the default of Z-API', async () => {
		const options = { delayTyping: '={{ 0 }}', delayMessage: '={{ 0 }}' };
		const { failedItems } = await send('sendText', { message: 'oi', options });
		expect(failedItems[0]?.json.error).toContain(
			"Delay Before Next (Seconds) isn't a whole number from 1 to 15: 0",
		);
	});

	it.each<[string, INodeParameters, IDataObject]>([
		[
			'sendAudio',
			{ audio: 'https://example.com/a.ogg' },
			{ viewOnce: false, async: false, waveform: false },
		],
		['sendVideo', { video: 'https://example.com/a.mp4' }, { viewOnce: false, async: false }],
		['sendImage', { image: 'https://example.com/a.png' }, { viewOnce: false }],
	])('of a switch that is off is sent by %s', async (operation, parameters, options) => {
		await send(operation, { ...parameters, options: { ...options } as INodeParameters });
		expect(bodies()[0]).toMatchObject(options);
		emulator.requests.length = 0;
		await send(operation, parameters);
		for (const name of Object.keys(options)) expect(bodies()[0]).not.toHaveProperty(name);
	});

	it('of a switch whose off has been seen to be taken for on is not sent', async () => {
		const options = { mentionAll: false, privateAnswer: false };
		await send('sendText', { message: 'oi', options });
		expect(bodies()).toEqual([{ phone: PHONE, message: 'oi' }]);
	});

	it.each<[string, string]>([
		['of a list of texts', 'Sexta, Sábado'],
		['of a list with bullets', '- Sexta\n- Sábado'],
		['of a list of Python', "['Sexta', 'Sábado']"],
		['of a list in a code fence', '```json\n["Sexta", "Sábado"]\n```'],
	])('%s is the options of a poll', async (_what, entriesJson) => {
		await send('sendPoll', { message: 'Qual?', define: 'json', entriesJson });
		expect(bodies()[0]?.poll).toEqual([{ name: 'Sexta' }, { name: 'Sábado' }]);
	});
});
