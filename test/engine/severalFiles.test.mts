import type { IBinaryData, IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
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
const file = (content: string, mimeType = 'image/png', more: Partial<IBinaryData> = {}) => ({
	data: Buffer.from(content).toString('base64'),
	mimeType,
	...more,
});
const uri = (content: string, type = 'image/png') =>
	`data:${type};base64,${Buffer.from(content).toString('base64')}`;
const withFiles = (binary: INodeExecutionData['binary']): INodeExecutionData => ({
	json: {},
	binary,
});
const bodies = () => emulator.requests.map(({ body }) => body as IDataObject);

describe.each<Carrier>(['customOperations', 'routingNode'])('several files (%s)', (carrier) => {
	const send = async (parameters: INodeParameters, ...fullItems: INodeExecutionData[]) =>
		await runNode({
			...{ account, carrier, fullItems, onError: 'continueErrorOutput' },
			parameters: {
				...{ resource: 'message', operation: 'sendImage', mediaSource: 'file' },
				phone: { __rl: true, mode: 'phone', value: PHONE },
				...parameters,
			},
		});
	const images = { a: file('one'), b: file('two'), c: file('three') };

	it('go out in order, with caption and reply at the first, and give one item', async () => {
		const { items, failedItems } = await send(
			{
				...{ binaryPropertyName: 'a, b,c', caption: 'Fotos' },
				options: { messageId: '3EB0', delayMessage: 2, viewOnce: true },
			},
			withFiles(images),
		);
		expect(failedItems).toEqual([]);
		const rest = { phone: PHONE, delayMessage: 2, viewOnce: true };
		expect(bodies()).toEqual([
			{ ...rest, image: uri('one'), caption: 'Fotos', messageId: '3EB0' },
			{ ...rest, image: uri('two') },
			{ ...rest, image: uri('three') },
		]);
		expect(items).toHaveLength(1);
		const { messageId, messageIds } = items[0]?.json ?? {};
		expect(messageIds).toHaveLength(3);
		expect(new Set(messageIds as string[]).size).toBe(3);
		expect((messageIds as string[])[0]).toBe(messageId);
	});

	it('may be a list', async () => {
		await send({ binaryPropertyName: '={{ ["a", "c"] }}' }, withFiles(images));
		expect(bodies().map(({ image }) => image)).toEqual([uri('one'), uri('three')]);
	});

	it('are one where the name of a field has a comma', async () => {
		const binary = { 'a,b': file('both'), a: file('one'), b: file('two') };
		const { items } = await send({ binaryPropertyName: 'a,b' }, withFiles(binary));
		expect(bodies().map(({ image }) => image)).toEqual([uri('both')]);
		expect(items[0]?.json).not.toHaveProperty('messageIds');
	});

	it.each<[string, INodeExecutionData['binary'], string]>([
		['is missing', { a: file('one') }, "isn't a field that holds a file: b"],
		['is of another kind', { ...images, b: file('x', 'application/pdf') }, "isn't an image file"],
		[
			'turns out to be of another kind',
			{ ...images, b: file('%PDF-1.7', 'application/octet-stream') },
			'file "b", isn\'t an image file: it is application/pdf',
		],
		['is empty', { ...images, c: file('') }, 'file "c", points to an empty file'],
	])('are not sent if one %s', async (_what, binary, words) => {
		const { failedItems } = await send({ binaryPropertyName: 'a,b,c' }, withFiles(binary));
		expect(failedItems[0]?.json.error).toContain(words);
		expect(emulator.requests).toEqual([]);
	});

	it('of which one is refused say how many were sent, and their IDs', async () => {
		let count = 0;
		emulator.misbehave({
			answer: { status: 400, body: { error: 'Invalid file' } },
			when: () => ++count === 3,
		});
		const { failedItems, items } = await send({ binaryPropertyName: 'a,b,c' }, withFiles(images));
		expect(items).toEqual([]);
		expect(failedItems[0]?.json.error).toMatch(
			/^2 of 3 files were sent\. Z-API didn't send the image message: Invalid file.* The message IDs of those that were sent: [\dA-F]+, [\dA-F]+\. Send only the others again\./,
		);
		expect(emulator.requests).toHaveLength(3);
	});

	it('can not change a message', async () => {
		const options = { editImageMessageId: '3EB0' };
		const { failedItems } = await send({ binaryPropertyName: 'a,b', options }, withFiles(images));
		expect(failedItems[0]?.json.error).toContain(
			"Edit Message ID can't be used with several files",
		);
		expect(emulator.requests).toEqual([]);
	});

	it('are documents with their own names and extensions', async () => {
		const binary = {
			a: file('%PDF-1.7', 'application/octet-stream', { fileName: 'um' }),
			b: file('x', 'text/plain', { fileName: 'tabela.csv' }),
		};
		const parameters = { operation: 'sendDocument', fileName: 'Contrato', caption: 'Assine.' };
		await send({ ...parameters, binaryPropertyName: 'a,b' }, withFiles(binary));
		expect(emulator.requests.map(({ path }) => path)).toEqual([
			'/send-document/pdf',
			'/send-document/csv',
		]);
		expect(bodies().map(({ fileName, caption }) => [fileName, caption])).toEqual([
			['Contrato', 'Assine.'],
			['tabela.csv', undefined],
		]);
	});

	it('are too many for a picture of a group', async () => {
		const { failedItems } = await send(
			{
				...{ resource: 'group', operation: 'updatePhoto', binaryPropertyName: 'a,b' },
				groupId: { __rl: true, mode: 'id', value: '120363500000000051-group' },
			},
			withFiles(images),
		);
		expect(failedItems[0]?.json.error).toContain('Input Data Field Name names 2 files: a, b');
		expect(emulator.requests).toEqual([]);
	});
});

it('nothing else to the same chat comes between several files', async () => {
	const item = (...contents: string[]) =>
		withFiles(Object.fromEntries(contents.map((content, index) => [`f${index}`, file(content)])));
	await runNode({
		account,
		fullItems: [item('1', '2', '3'), item('4', '5', '6')],
		parameters: {
			...{ resource: 'message', operation: 'sendImage', mediaSource: 'file' },
			binaryPropertyName: 'f0,f1,f2',
			phone: { __rl: true, mode: 'phone', value: PHONE },
		},
	});
	expect(bodies().map(({ image }) => image)).toEqual(
		['1', '2', '3', '4', '5', '6'].map((c) => uri(c)),
	);
});
