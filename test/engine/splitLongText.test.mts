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
const TEXT = 'Olá, Ana!\n\nSeu pedido saiu. Ele chega hoje.\n\nAté já!';

describe.each<Carrier>(['customOperations', 'routingNode'])('a long text (%s)', (carrier) => {
	const send = async (options: INodeParameters, message = TEXT, items: IDataObject[] = [{}]) =>
		await runNode({
			...{ account, carrier, items, onError: 'continueErrorOutput' },
			parameters: {
				...{ resource: 'message', operation: 'sendText', message, options },
				phone: { __rl: true, mode: 'phone', value: PHONE },
			},
		});

	it('goes out in parts, in order, each with its own typing time, and gives one item', async () => {
		const { items, failedItems } = await send({ splitLongText: 40, messageId: '3EB0' });
		expect(failedItems).toEqual([]);
		expect(bodies()).toEqual([
			{ phone: PHONE, message: 'Olá, Ana!', delayTyping: 1, messageId: '3EB0' },
			{ phone: PHONE, message: 'Seu pedido saiu. Ele chega hoje.', delayTyping: 2 },
			{ phone: PHONE, message: 'Até já!', delayTyping: 1 },
		]);
		expect(items).toHaveLength(1);
		const { messageId, messageIds } = items[0]?.json ?? {};
		expect(new Set(messageIds as string[]).size).toBe(3);
		expect((messageIds as string[])[0]).toBe(messageId);
	});

	it.each([0, 600, '=', '={{ undefined }}'])('goes out as one with %j', async (splitLongText) => {
		const { items } = await send({ splitLongText });
		expect(bodies()).toEqual([{ phone: PHONE, message: TEXT }]);
		expect(items[0]?.json).not.toHaveProperty('messageIds');
	});

	it('is refused with an invalid number, and nothing is sent', async () => {
		const { failedItems } = await send({ splitLongText: '={{ "many" }}' });
		expect(failedItems[0]?.json.error).toContain('Split Long Text');
		expect(emulator.requests).toEqual([]);
	});

	it('shows typing as long as the option says, in each part', async () => {
		await send({ splitLongText: 20, delayTyping: 7, delayMessage: 2 });
		expect(bodies().length).toBeGreaterThan(2);
		for (const body of bodies()) expect(body).toMatchObject({ delayTyping: 7, delayMessage: 2 });
	});

	it('is converted before it is divided', async () => {
		const text = 'Este é o **ponto mais importante** do dia';
		await send({ splitLongText: 10, convertMarkdown: true }, text);
		expect(bodies().map(({ message }) => message)).toContain('*ponto mais importante*');
	});

	it('mentions people where they are named', async () => {
		const mentioned = '5511900000001, 5511900000002, 5511900000003';
		const text = 'Oi @5511900000002.\n\nE você, @5511900000001?';
		await send({ splitLongText: 25, mentioned }, text);
		expect(bodies().map((body) => body.mentioned)).toEqual([
			['5511900000002', '5511900000003'],
			['5511900000001'],
		]);
	});

	it('of which a part is refused says how many were sent, and their IDs', async () => {
		let count = 0;
		emulator.misbehave({
			answer: { status: 400, body: { error: 'Too many messages' } },
			when: () => ++count === 3,
		});
		const { failedItems, items } = await send({ splitLongText: 20 });
		expect(items).toEqual([]);
		expect(failedItems[0]?.json.error).toMatch(
			/^2 of 4 parts were sent\. Z-API didn't send the text message: Too many messages.* The message IDs of those that were sent: [\dA-F]+, [\dA-F]+\. Send only the others again\./,
		);
		expect(emulator.requests).toHaveLength(3);
	});
});

it('nothing else to the same chat comes between the parts', async () => {
	await runNode({
		account,
		items: [{ text: 'um dois três' }, { text: 'four five six' }],
		parameters: {
			...{ resource: 'message', operation: 'sendText', message: '={{ $json.text }}' },
			phone: { __rl: true, mode: 'phone', value: PHONE },
			options: { splitLongText: 5 },
		},
	});
	const parts = ['um', 'dois', 'três', 'four', 'five', 'six'];
	expect(bodies().map(({ message }) => message)).toEqual(parts);
});
