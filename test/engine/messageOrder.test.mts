import { setTimeout as wait } from 'node:timers/promises';
import type { INodeExecutionData } from 'n8n-workflow';
import {
	emulator,
	PHONE,
	OTHER_PHONE,
	phone,
	send,
	bodies,
	errors,
	item,
	fromFile,
} from './sending.mts';

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

it('statuses are posted in the order of the items, each when the one before is answered', async () => {
	const items = Array.from({ length: 6 }, (_, index) => ({ text: `Foto ${index}` }));
	const post = async (stop?: Promise<unknown>) =>
		await send('postText', { resource: 'status', message: '={{ $json.text }}' }, { items, stop });
	await post();
	expect(bodies().map(({ message }) => message)).toEqual(items.map(({ text }) => text));

	emulator.reset();
	emulator.misbehave({ delayMilliseconds: 60_000 });
	const firstIsUnderWay = async () => {
		while (emulator.requests.length === 0) await wait(5);
		await wait(300);
	};
	await post(firstIsUnderWay());
	expect(bodies().map(({ message }) => message)).toEqual(['Foto 0']);
});
