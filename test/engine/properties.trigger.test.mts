import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { documentedEvents } from '../../tools/emulator/webhooks.mts';
import { problemsWithWords } from './problemsWithWords.mts';
import { Trigger } from './trigger.mts';
import {
	SEED,
	account,
	filterFields,
	POLLUTION,
	anything,
	objectOf,
	polluted,
} from './anyValue.mts';

describe('what is posted at the trigger', () => {
	const STATUSES = [200, 400, 403, 413];

	async function post(body: unknown, parameters: INodeParameters = {}): Promise<string[]> {
		const trigger = new Trigger(account, { parameters: { events: ['all'], ...parameters } });
		const { status, items } = await trigger.post(JSON.stringify(body));
		const { type, instanceId, fromMe } = Object(body) as IDataObject;
		const types = documentedEvents(account).map((event) => event.type.toLowerCase());
		const isMeant =
			typeof type === 'string' &&
			types.includes(type.toLowerCase()) &&
			instanceId === account.instance &&
			!Array.isArray(body);
		return [
			!STATUSES.includes(status) && `the status ${status}`,
			items !== undefined && !isMeant && 'an item of something else',
			items === undefined && isMeant && fromMe !== true && 'no item',
			items && !/"instanceId":"[\da-f]{12}"/.test(JSON.stringify(items[0]?.json)) && 'the instance',
			polluted().length > 0 && `pollution: ${polluted().join()}`,
		].filter((problem) => typeof problem === 'string');
	}

	it('is an event of this account, or refused, whatever it is', async () => {
		const property = fc.asyncProperty(anything, async (body) => {
			expect(await post(body)).toEqual([]);
		});
		await fc.assert(property, { seed: SEED, numRuns: 300 });
	}, 30_000);

	it('is an event of this account, or refused, if part of an event is anything else', async () => {
		const bodies = documentedEvents(account).map(({ body }) => body as IDataObject);
		const changed = fc
			.constantFrom(...bodies)
			.chain((body) =>
				fc
					.tuple(fc.constantFrom(...Object.keys(body), ...POLLUTION), anything)
					.map(
						(change) =>
							JSON.parse(JSON.stringify(objectOf([...Object.entries(body), change]))) as unknown,
					),
			);
		const chats = { values: [{ chatId: { __rl: true, mode: 'id', value: '5511999999999' } }] };
		const filters = { textContains: 'a', textMatches: 'b', chatTypes: ['direct', 'group'] };
		const property = fc.asyncProperty(changed, async (body) => {
			expect(await post(body)).toEqual([]);
			expect(await post(body, { alsoSentByMe: true })).toEqual([]);
			// With filters there may be no item for what is taken.
			const problems = await post(body, { filters, chats } as never);
			expect(problems.filter((problem) => problem !== 'no item')).toEqual([]);
		});
		await fc.assert(property, { seed: SEED, numRuns: 150 });
	}, 30_000);

	const message = { type: 'ReceivedCallback', fromMe: false, text: { message: 'Bom dia' } };

	it.each([
		['Chat Presences', 'chatPresences', { type: 'PresenceChatCallback', status: 'COMPOSING' }],
		['Chat Types', 'chatTypes', message],
		['Message Kinds', 'messageKinds', message],
		['Message Statuses', 'messageStatuses', { type: 'MessageStatusCallback', status: 'READ' }],
		['Only These Chats', 'chats', message],
		['Send Results', 'sendResults', { type: 'DeliveryCallback' }],
		['Sent By', 'sentBy', message],
		['Text Contains', 'textContains', message],
		['Text Matches', 'textMatches', message],
	])(
		'is filtered, or %s is named, whatever an expression gives for it',
		async (displayName, name, event) => {
			expect(filterFields.map((field) => [field.displayName, field.name])).toContainEqual([
				displayName,
				name,
			]);
			const body = { instanceId: account.instance, phone: '5511999999999', ...event };
			const inChats = (value: unknown) =>
				[value, { __rl: true, mode: 'id', value }].map((chatId) => ({ values: [{ chatId }] }));
			const property = fc.asyncProperty(anything, async (value) => {
				// n8n has evaluated the expression by the time that the node sees its value.
				if (/"=/.test(JSON.stringify(value))) return;
				for (const given of name === 'chats' ? inChats(value) : [value]) {
					const set = name === 'chats' ? { chats: given } : { filters: { [name]: given } };
					const parameters = { events: ['all'], ...set } as INodeParameters;
					const trigger = new Trigger(account, { parameters });
					const { status, items, logged } = await trigger.post(body);
					if (status === 200) {
						// What isn't text would be looked for as [object Object].
						if (name.startsWith('text')) expect(Object(value)).not.toBe(value);
						continue;
					}
					expect({ status, items }).toEqual({ status: 503, items: undefined });
					const [, words = ''] = (JSON.parse(logged) as string).split(" can't take events: ");
					const from = typeof value === 'string' ? value : JSON.stringify(value);
					expect(words).toMatch(new RegExp(`^${displayName} `));
					expect(problemsWithWords(words.trim(), from)).toEqual([]);
				}
			});
			await fc.assert(property, { seed: SEED, numRuns: 100 });
		},
		30_000,
	);
});
