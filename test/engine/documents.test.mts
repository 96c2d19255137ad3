import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { emulator, send, bodies, errors, item, fromFile } from './sending.mts';

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
			`${field} is a file of 10.1 MB. Z-API accepts up to 10 MB here. Send a smaller file.`,
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
			"Document doesn't show what kind of file it is. End File Name with its extension, as in invoice.pdf, or add the option Extension.",
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
