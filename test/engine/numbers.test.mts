import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import { useEmulator } from '../useEmulator.mts';
import { credentialOf, runNode, type Carrier, type RunOptions } from './harness.mts';
import { Trigger } from './trigger.mts';

let emulator: Emulator;
let account: RunOptions['account'];
useEmulator((started, itsAccount) => {
	emulator = started;
	account = itsAccount;
});

const UNCLEAR = '51912345678';
const PERU = '51912345678';
const BRAZIL = '5551912345678';

const given = { __rl: true, mode: 'phone', value: '={{ $json.phone }}' };
const sendText: INodeParameters = {
	resource: 'message',
	operation: 'sendText',
	phone: given,
	message: 'Oi',
};

const bodies = () => emulator.requests.map(({ body }) => body as IDataObject);

async function send(
	phones: unknown[],
	options: Partial<RunOptions> = {},
	own: INodeParameters = {},
) {
	const result = await runNode({
		account,
		parameters: { ...sendText, ...own },
		items: phones.map((phone) => ({ phone }) as IDataObject),
		onError: 'continueErrorOutput',
		...options,
	});
	return {
		...result,
		sent: bodies().map(({ phone }) => phone),
		sentTo: result.items.map(({ json }) => json.sentTo),
		errors: result.failedItems.map(({ json }) => json.error),
	};
}

describe.each<Carrier>(['customOperations', 'routingNode'])('numbers, with %s', (carrier) => {
	it('without a country code get it, and the item says so', async () => {
		const { sent, sentTo } = await send(['21999998888', '+51 912 345 678', 11987654321], {
			carrier,
		});
		expect([...sent].sort()).toEqual([PERU, '5511987654321', '5521999998888']);
		expect(sentTo).toEqual(['5521999998888', undefined, '5511987654321']);
	});

	it.each<[string, unknown]>([
		['whenCertain', PERU],
		['asEntered', PERU],
		['always', BRAZIL],
		['', PERU],
	])('that could be of two countries are read as %j says', async (option, expected) => {
		const options = { numbersWithoutCountryCode: option };
		const { sent } = await send([UNCLEAR], { carrier }, { options });
		expect(sent).toEqual([expected]);
	});

	it('are refused, with both readings, if they could be of two countries and this is the option', async () => {
		const options = { numbersWithoutCountryCode: '={{ "refuse" }}' };
		const { sent, errors } = await send([UNCLEAR], { carrier }, { options });
		expect(sent).toEqual([]);
		expect(errors).toEqual([expect.stringContaining('To could be two numbers: 51912345678')]);
		expect(errors[0]).toContain('+55 51912345678');
		expect(errors[0]).toContain('+51 912345678');
	});

	it.each([
		['1', '4155552671', '14155552671'],
		['', '5521999998888', '5521999998888'],
		['+351', '912 345 678', '351912345678'],
	])(
		'are completed with the code of the credential: %j',
		async (defaultCountryCode, phone, expected) => {
			const credential = { ...credentialOf(account), defaultCountryCode };
			const { sent } = await send([phone], { carrier, credential });
			expect(sent).toEqual([expected]);
		},
	);

	it('are as entered if the credential has no code', async () => {
		const credential = { ...credentialOf(account), defaultCountryCode: '' };
		const { sent, errors } = await send(['21999998888', PERU], { carrier, credential });
		expect(sent).toEqual([PERU]);
		expect(errors).toEqual([expect.stringContaining("To isn't a phone number: 21999998888")]);
	});

	it('fail for a code that no country has', async () => {
		const credential = { ...credentialOf(account), defaultCountryCode: '999' };
		const { sent, errors } = await send(['21999998888'], { carrier, credential });
		expect(sent).toEqual([]);
		expect(errors).toEqual([
			expect.stringContaining("Default Country Code in the Z-API credential isn't a country code"),
		]);
	});

	it('that were chosen from a list stay as they are', async () => {
		const phone = { __rl: true, mode: 'list', value: UNCLEAR };
		const options = { numbersWithoutCountryCode: 'always' };
		const { sent, sentTo } = await send([''], { carrier }, { phone, options });
		expect([sent, sentTo]).toEqual([[PERU], [undefined]]);
	});

	it('of participants stay as they are if they were chosen, and not if an expression has them', async () => {
		const remove = (phones: unknown) =>
			runNode({
				account,
				parameters: {
					resource: 'group',
					operation: 'removeParticipants',
					groupId: { __rl: true, mode: 'id', value: '120363019502650977-group' },
					phones: phones as string,
					options: { numbersWithoutCountryCode: 'always' },
				},
				carrier,
				onError: 'continueErrorOutput',
			});
		await remove([UNCLEAR]);
		await remove(`={{ ["${UNCLEAR}"] }}`);
		expect(bodies().map(({ phones }) => phones)).toEqual([[PERU], [BRAZIL]]);
	});

	it('of lists, contacts and mentions are read the same way', async () => {
		await runNode({
			account,
			parameters: {
				resource: 'message',
				operation: 'sendContacts',
				phone: { __rl: true, mode: 'phone', value: '(21) 99999-8888' },
				contacts: { values: [{ name: 'Maria', phones: '21999998888, +51 912 345 678' }] },
			},
			carrier,
		});
		expect(bodies()[0]).toMatchObject({
			phone: '5521999998888',
			contacts: [{ name: 'Maria', phones: ['5521999998888', PERU] }],
		});
	});
});

describe('after a run, a hint', () => {
	it('says how many numbers were completed, and names three', async () => {
		const { hints } = await send([
			'21999998888',
			'11987654321',
			'(51) 91234-5678',
			'1133334444',
			'+5511987654321',
		]);
		expect(hints).toEqual([
			'4 phone numbers had no country code, and got 55 in front: +55 21999998888, +55 11987654321, +55 51912345678 …. The Default Country Code is in the Z-API credential.',
		]);
	});

	it('names numbers that could be of two countries', async () => {
		const { hints } = await send([UNCLEAR]);
		expect(hints).toEqual([
			expect.stringContaining(
				'1 phone number without a plus could be of two countries, and stayed as entered: 51912345678 (+51 912345678 or +55 51912345678).',
			),
		]);
	});

	it('is not there if there is nothing to say', async () => {
		expect((await send(['+5521999998888'])).hints).toEqual([]);
	});
});

it.each([
	[{}, true],
	[{ numbersWithoutCountryCode: 'asEntered' }, false],
])('a trigger reads its chats with the code of the credential: %j', async (filters, starts) => {
	const parameters = {
		events: ['messageReceived'],
		chats: { values: [{ chatId: { __rl: true, mode: 'id', value: '21999998888' } }] },
		filters,
	};
	const trigger = new Trigger(account, { parameters });
	const { items } = await trigger.post({
		type: 'ReceivedCallback',
		instanceId: account.instance,
		phone: '5521999998888',
		text: { message: 'Oi' },
	});
	expect(Boolean(items)).toBe(starts);
});

it('of many that are checked at once, each result says which one it was completed to', async () => {
	const { items } = await runNode({
		account,
		parameters: {
			...{ resource: 'contact', operation: 'checkMany' },
			phones: '={{ ["21999998888", "+51 912 345 678", "11987654321"] }}',
		},
	});
	expect(items.map(({ json }) => json.sentTo)).toEqual([
		'5521999998888',
		undefined,
		'5511987654321',
	]);
});
