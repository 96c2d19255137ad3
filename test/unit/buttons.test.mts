import type { IDataObject } from 'n8n-workflow';
import type { Operation } from '../../nodes/ZApi/language/operation.ts';
import { interactive } from '../../nodes/ZApi/resources/interactive/index.ts';
import { filled } from './fill.mts';

/** Enters a list as JSON into the operation of that name, and returns the body, or the error. */
function enter(operation: string, list: unknown): IDataObject | string {
	const { fields } = interactive.operations.find(
		({ value }) => value === operation,
	) as unknown as Operation;
	const field = fields.find(({ properties }) =>
		properties.some(({ name }) => name === 'entriesJson'),
	);
	if (!field) throw new Error(`${operation} has no list`);
	return filled(field, { define: 'json', entriesJson: JSON.stringify(list) });
}

const image = 'https://example.com/bolo.png';
const buttons = (...entries: object[]) => ({ buttonList: { buttons: entries } });
const options = (...entries: object[]) => ({ optionList: { options: entries } });

// Compared as text, since the order counts, too.
it.each<[string, object, object]>([
	['sendButtons', { label: ' Sim ', id: 1 }, buttons({ id: '1', label: 'Sim' })],
	['sendButtons', { label: 7, id: '', row: 2 }, buttons({ label: '7' })],
	[
		'sendActionButtons',
		{ type: 'call', phone: '+55 (11) 3333-4444', label: 'Ligar', id: '1' },
		{ buttonActions: [{ id: '1', type: 'CALL', phone: '551133334444', label: 'Ligar' }] },
	],
	[
		'sendActionButtons',
		{ type: 'URL', url: 'https://example.com', label: 'Abrir' },
		{ buttonActions: [{ type: 'URL', url: 'https://example.com', label: 'Abrir' }] },
	],
	[
		'sendActionButtons',
		{ type: 'REPLY', url: 'https://example.com', phone: 'x', label: 'Sim' },
		{ buttonActions: [{ type: 'REPLY', label: 'Sim' }] },
	],
	[
		'sendOptionList',
		{ title: 'Bolo', description: 'Cenoura', id: 'b' },
		options({ id: 'b', description: 'Cenoura', title: 'Bolo' }),
	],
	['sendOptionList', { title: 'Bolo', description: '' }, options({ title: 'Bolo' })],
	['sendCarousel', { image, text: 'Bolo' }, { carousel: [{ text: 'Bolo', image }] }],
	['sendCarousel', { image, text: 'Bolo', buttons: {} }, { carousel: [{ text: 'Bolo', image }] }],
	[
		'sendCarousel',
		{ text: 'Bolo', image, buttons: { values: [{ type: 'REPLY', label: 'Quero', id: '1' }] } },
		{
			carousel: [{ text: 'Bolo', image, buttons: [{ id: '1', label: 'Quero', type: 'REPLY' }] }],
		},
	],
	[
		'sendCarousel',
		{
			text: 'Bolo',
			image,
			buttons: '[{"type": "URL", "label": "Ver", "url": "http://a.example"}]',
		},
		{
			carousel: [
				{
					text: 'Bolo',
					image,
					buttons: [{ label: 'Ver', url: 'http://a.example', type: 'URL' }],
				},
			],
		},
	],
])('%s sends an entry as Z-API writes it (%#)', (operation, entry, body) => {
	expect(JSON.stringify(enter(operation, [entry]))).toBe(JSON.stringify(body));
});

it.each<[string, unknown, string]>([
	['sendButtons', {}, 'Buttons, entry 1, lacks a label'],
	['sendButtons', 'Sim', 'Buttons, entry 1, has no fields: Sim'],
	['sendButtons', { label: { a: 1 } }, 'Buttons, entry 1, has a label that isn\'t text: {"a":1}'],
	['sendActionButtons', { label: 'Ligar' }, 'Buttons, entry 1, lacks a type'],
	[
		'sendActionButtons',
		{ type: 'COPY', label: 'Copiar' },
		"Buttons, entry 1, has a type that isn't one of the possible values: COPY",
	],
	['sendActionButtons', { type: 'URL', label: 'Abrir' }, 'Buttons, entry 1, lacks a URL'],
	['sendActionButtons', { type: 'CALL', label: 'Ligar' }, 'Buttons, entry 1, lacks a phone'],
	[
		'sendActionButtons',
		{ type: 'URL', label: 'Abrir', url: 'example.com' },
		"Buttons, entry 1, has a URL that isn't a web address: example.com",
	],
	[
		'sendActionButtons',
		{ type: 'CALL', label: 'Ligar', phone: '120363019502650977-group' },
		"Buttons, entry 1, has a phone that looks like a group's ID, not a phone number: 120363019502650977-group",
	],
	['sendActionButtons', { type: 'REPLY' }, 'Buttons, entry 1, lacks a label'],
	['sendOptionList', { description: 'Cenoura' }, 'List Options, entry 1, lacks a title'],
	['sendCarousel', { image }, 'Cards, entry 1, lacks text'],
	['sendCarousel', { text: 'Bolo' }, 'Cards, entry 1, lacks an image'],
	[
		'sendCarousel',
		{ text: 'Bolo', image: 'data:image/png;base64,AAAA' },
		"Cards, entry 1, has an image that isn't a web address: data:image/png;base64,AAAA",
	],
	[
		'sendCarousel',
		{
			...{ text: 'Bolo', image },
			buttons: [
				{ type: 'REPLY', label: 'Sim' },
				{ type: 'URL', label: 'Ver' },
			],
		},
		'Cards, entry 1, button 2, lacks a URL',
	],
	[
		'sendCarousel',
		{ text: 'Bolo', image, buttons: 'Sim' },
		"Cards, entry 1, has a list of buttons that isn't a list in JSON: Sim",
	],
])('%s says what is wrong, and where (%#)', (operation, entry, words) => {
	expect(enter(operation, [entry])).toBe(`${words}`);
});

const [call, url, reply] = [
	{ type: 'CALL', phone: '551133334444', label: 'Ligar' },
	{ type: 'URL', url: 'https://example.com', label: 'Ver' },
	{ type: 'REPLY', label: 'Quero' },
];

it('cards may mix types of buttons, as the documented sample does', () => {
	const body = enter('sendCarousel', [{ text: 'Bolo', image, buttons: [url, reply] }]);
	expect(body).toMatchObject({ carousel: [{ buttons: [{ type: 'URL' }, { type: 'REPLY' }] }] });
});

it.each([[[call]], [[call, url, url]], [[reply, reply, reply]]])(
	'action buttons are sent together if WhatsApp Web shows them (%#)',
	(entries) => {
		expect(enter('sendActionButtons', entries)).toHaveProperty(
			'buttonActions.length',
			entries.length,
		);
	},
);

it.each([
	[[call, reply], 'is a reply button beside call or URL buttons'],
	[[reply, url], 'is a call or URL button beside reply buttons'],
])('action buttons are refused if it does not (%#)', (entries, words) => {
	expect(enter('sendActionButtons', entries)).toBe(
		`Buttons, entry 2, ${words}, which WhatsApp Web can't show`,
	);
});
