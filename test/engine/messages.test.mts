import type { INodeParameters } from 'n8n-workflow';
import { emulator, PHONE, OTHER_PHONE, phone, send, bodies, errors } from './sending.mts';

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
		['sendContacts', { contacts: {} }, 'Contacts is empty. '],
		[
			'sendContacts',
			{ contacts: { values: [maria, { name: '={{ $json.none }}', phones: PHONE }] } },
			'Contacts, entry 2, lacks a name. ',
		],
		[
			'sendContacts',
			{ contacts: { values: [{ name: 'Maria', phones: `${PHONE}, 1-group` }] } },
			'Contacts, entry 1, has a list of phones that has an entry that looks like',
		],
		['sendPoll', { message: 'Quando?', poll: {} }, 'Poll Options is empty. '],
		[
			'sendText',
			{
				message: 'Oi',
				options: { groupMentioned: { values: [{ phone: '1-group', subject: '' }] } },
			},
			'Mention Groups, entry 1, lacks a name. ',
		],
		[
			'sendPoll',
			{ message: 'Quando?', define: 'json', entriesJson: '["Sexta", ""]' },
			'Poll Options, entry 2, lacks text. ',
		],
		[
			'votePoll',
			{ pollMessageId: '1', define: 'json', entriesJson: '[{"text": "Sexta"}]' },
			'Votes, entry 1, lacks text. ',
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
				`${shown} isn't a web address: cardapio. Enter the whole address. It starts with https://`,
			]);
		}
		expect(emulator.requests).toEqual([]);
	});
});

const id = (value: string) => ({ __rl: true, mode: 'id', value });

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
			"Reaction isn't one emoji: ok. Use one emoji, such as 👍.",
		]);
	});
});
