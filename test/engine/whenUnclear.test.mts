import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { credentialOf, type Carrier, type RunOptions } from './harness.mts';
import { account, emulator, jsons, run } from './operating.mts';

const PHONE = '5544999999999';
const LOOK =
	'The request may still have been carried out. Look in WhatsApp before you run this again.';
const MAYBE = { maybeSent: true, zaapId: null, messageId: null };
const CONTINUE = { whenUnclear: 'continue' };

describe.each<Carrier>(['customOperations', 'routingNode'])(
	'a message of which nobody can tell whether it was sent (%s)',
	(carrier) => {
		const send = async (
			options: INodeParameters,
			parameters: INodeParameters = {},
			more: Partial<RunOptions> = {},
		) => {
			const phone = { __rl: true, mode: 'phone', value: PHONE };
			const own = { phone, message: 'Oi', ...parameters, options };
			return await run('message', 'sendText', own, {
				...{ carrier, onError: 'continueErrorOutput', ...more },
			});
		};

		it.each<[string, Parameters<typeof emulator.misbehave>[0], string]>([
			['a 504', { answer: { status: 504, body: '' } }, 'Z-API failed with status 504'],
			['a lost connection', { hangUp: 'before' }, 'The connection to Z-API broke'],
			['half an answer', { hangUp: 'during' }, 'The connection to Z-API broke'],
			['no answer in time', { delayMilliseconds: 5_000 }, "Z-API didn't answer in time"],
		])('continues after %s, with why', async (_what, misbehaviour, words) => {
			const requestOptions = { timeout: 300 };
			emulator.misbehave({ times: 1, ...misbehaviour });
			const phone = { __rl: true, mode: 'phone', value: '(44) 99999-9999' };
			const { items, failedItems } = await send(CONTINUE, { requestOptions, phone });
			expect(failedItems).toEqual([]);
			expect(items).toMatchObject([{ json: { ...MAYBE, sentTo: PHONE }, pairedItem: { item: 0 } }]);
			expect(items[0]?.json).not.toHaveProperty('error');
			expect(items[0]?.json.reason).toMatch(new RegExp(`^${words}.*${LOOK}$`));
			emulator.misbehave({ times: 1, ...misbehaviour });
			const failed = await send({}, { requestOptions });
			expect(jsons(failed.failedItems)).toEqual([{ error: items[0]?.json.reason }]);
		});

		it('fails if it surely was not sent', async () => {
			for (const status of [400, 401, 429]) {
				emulator.misbehave({ answer: { status, body: { error: 'No' } }, times: 1 });
				const { items, failedItems } = await send(CONTINUE);
				expect([status, items.length, failedItems.length]).toEqual([status, 0, 1]);
			}
		});

		it('fails if what is asked before it is sent is not answered', async () => {
			emulator.misbehave({ when: ({ path }) => path === '/status', hangUp: 'before' });
			const { failedItems } = await send({ ...CONTINUE, checkConnection: true });
			expect(failedItems).toHaveLength(1);
		});

		it('keeps the IDs of the others, if it is one of several', async () => {
			let count = 0;
			emulator.misbehave({ when: () => ++count === 2, hangUp: 'during' });
			const options = { ...CONTINUE, splitLongText: 4 };
			const { items } = await send(options, { message: 'Oi.\n\nTudo.\n\nBem?' });
			const [json = {}] = jsons(items);
			const { messageId, messageIds, maybeSent, reason } = json;
			expect(maybeSent).toBe(true);
			expect(reason).toContain('The connection to Z-API broke');
			expect(messageIds).toEqual([messageId, null, expect.any(String)]);
			expect(messageId).toEqual(expect.any(String));
			expect(emulator.requests).toHaveLength(3);
		});

		it('is told of if another one of several fails', async () => {
			let count = 0;
			emulator.misbehave({ when: () => ++count === 2, hangUp: 'during' });
			emulator.misbehave({
				when: () => count === 3,
				answer: { status: 400, body: { error: 'No' } },
			});
			const options = { ...CONTINUE, splitLongText: 4 };
			const { failedItems } = await send(options, { message: 'Oi.\n\nTudo.\n\nBem?' });
			expect(failedItems[0]?.json.error).toMatch(
				/^1 of 3 parts were sent, and 1 may have been\. Z-API didn't send .*: \w{10,}\. Send only/,
			);
		});

		it('is refused, and nothing is sent, if nobody can tell what to do then', async () => {
			const { failedItems } = await send({ whenUnclear: '={{ "continuar" }}' });
			expect(failedItems[0]?.json.error).toMatch(
				/^When It's Unclear Whether It Was Sent isn't one of the possible values: continuar/,
			);
			expect(emulator.requests).toEqual([]);
		});
	},
);

it('after the run, a hint says how many messages may have been sent', async () => {
	emulator.misbehave({ answer: { status: 502, body: '' }, times: 2 });
	const phone = { __rl: true, mode: 'phone', value: PHONE };
	const items: IDataObject[] = [{}, {}, {}];
	const { hints } = await run(
		'message',
		'sendText',
		{ phone, message: 'Oi', options: CONTINUE },
		{ items },
	);
	expect(hints).toEqual([
		'The messages of 2 items may have been sent, or not: see maybeSent and reason. Look in WhatsApp before you send them again.',
	]);
});

it('a message fails if it was not even signed, whatever went wrong', async () => {
	let reads = 0;
	const credential = {
		...credentialOf(account),
		get token() {
			if (++reads > 1) throw Object.assign(new Error('busy'), { code: 'SQLITE_BUSY' });
			return account.token;
		},
	};
	const phone = { __rl: true, mode: 'phone', value: PHONE };
	const parameters = { phone, message: 'Oi', options: CONTINUE };
	const { error, items } = await run('message', 'sendText', parameters, {
		credential,
		carrier: 'customOperations',
	});
	expect(error?.message).toContain('SQLITE_BUSY');
	expect([items.length, emulator.requests.length]).toEqual([0, 0]);
});
