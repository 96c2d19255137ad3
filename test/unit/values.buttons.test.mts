import {
	checkMix,
	toActionButton,
	toListOption,
	toReplyButton,
	type ActionButton,
} from '../../nodes/shared/values/buttons.ts';
import { toCard } from '../../nodes/shared/values/carousel.ts';
import { problemOf } from './problemOf.mts';

describe('buttons, options and cards', () => {
	const image = 'https://example.com/bolo.png';

	// Compared as text, since the order counts, too.
	it.each<[string, (value: unknown) => unknown, object, object]>([
		['reply button', toReplyButton, { label: ' Sim ', id: 1 }, { id: '1', label: 'Sim' }],
		['reply button', toReplyButton, { label: 7, id: '', row: 2 }, { label: '7' }],
		[
			'action button',
			toActionButton,
			{ type: 'call', phone: '+55 (11) 3333-4444', label: 'Ligar', id: '1' },
			{ id: '1', type: 'CALL', phone: '551133334444', label: 'Ligar' },
		],
		[
			'action button',
			toActionButton,
			{ type: 'URL', url: 'https://example.com', label: 'Abrir' },
			{ type: 'URL', url: 'https://example.com', label: 'Abrir' },
		],
		[
			'action button',
			toActionButton,
			{ type: 'REPLY', url: 'https://example.com', phone: 'x', label: 'Sim' },
			{ type: 'REPLY', label: 'Sim' },
		],
		[
			'list option',
			toListOption,
			{ title: 'Bolo', description: 'Cenoura', id: 'b' },
			{ id: 'b', description: 'Cenoura', title: 'Bolo' },
		],
		['list option', toListOption, { title: 'Bolo', description: '' }, { title: 'Bolo' }],
		['card', toCard, { image, text: 'Bolo' }, { text: 'Bolo', image }],
		['card', toCard, { image, text: 'Bolo', buttons: {} }, { text: 'Bolo', image }],
		[
			'card',
			toCard,
			{ text: 'Bolo', image, buttons: { values: [{ type: 'REPLY', label: 'Quero', id: '1' }] } },
			{ text: 'Bolo', image, buttons: [{ id: '1', label: 'Quero', type: 'REPLY' }] },
		],
		[
			'card',
			toCard,
			{
				text: 'Bolo',
				image,
				buttons: '[{"type": "URL", "label": "Ver", "url": "http://a.example"}]',
			},
			{ text: 'Bolo', image, buttons: [{ label: 'Ver', url: 'http://a.example', type: 'URL' }] },
		],
	])('a %s is read as Z-API writes it (%#)', (_what, read, value, result) => {
		expect(JSON.stringify(read(value))).toBe(JSON.stringify(result));
	});

	it.each<[string, (value: unknown) => unknown, unknown, string]>([
		['reply button', toReplyButton, {}, 'lacks a label'],
		['reply button', toReplyButton, 'Sim', 'has no fields: Sim'],
		['reply button', toReplyButton, { label: { a: 1 } }, 'has a label that isn\'t text: {"a":1}'],
		['action button', toActionButton, { label: 'Ligar' }, 'lacks a type'],
		[
			'action button',
			toActionButton,
			{ type: 'COPY', label: 'Copiar' },
			"has a type that isn't one of the possible values: COPY",
		],
		['action button', toActionButton, { type: 'URL', label: 'Abrir' }, 'lacks a URL'],
		['action button', toActionButton, { type: 'CALL', label: 'Ligar' }, 'lacks a phone'],
		[
			'action button',
			toActionButton,
			{ type: 'URL', label: 'Abrir', url: 'example.com' },
			"has a URL that isn't a web address: example.com",
		],
		[
			'action button',
			toActionButton,
			{ type: 'CALL', label: 'Ligar', phone: '120363019502650977-group' },
			"has a phone that looks like a group's ID, not a phone number: 120363019502650977-group",
		],
		['action button', toActionButton, { type: 'REPLY' }, 'lacks a label'],
		['list option', toListOption, { description: 'Cenoura' }, 'lacks a title'],
		['card', toCard, { image }, 'lacks text'],
		['card', toCard, { text: 'Bolo' }, 'lacks an image'],
		[
			'card',
			toCard,
			{ text: 'Bolo', image: 'data:image/png;base64,AAAA' },
			"has an image that isn't a web address: data:image/png;base64,AAAA",
		],
		[
			'card',
			toCard,
			{
				text: 'Bolo',
				image,
				buttons: [
					{ type: 'REPLY', label: 'Sim' },
					{ type: 'URL', label: 'Ver' },
				],
			},
			'button 2, lacks a URL',
		],
		[
			'card',
			toCard,
			{ text: 'Bolo', image, buttons: 'Sim' },
			"has a list of buttons that isn't a list in JSON: Sim",
		],
	])('a %s that breaks a rule is refused (%#)', (_what, read, value, problem) => {
		const refused = problemOf(() => read(value));
		expect(refused.problem).toBe(problem);
		expect(refused.advice).toMatch(/^[A-Z].+(\.|https:\/\/)$/);
	});

	it('cards may mix types of buttons, as the documented sample does', () => {
		const buttons = [
			{ type: 'URL', label: 'Ver', url: 'https://example.com' },
			{ type: 'REPLY', label: 'Quero' },
		];
		expect(toCard({ text: 'Bolo', image, buttons }).buttons).toHaveLength(2);
	});
});

describe('action buttons beside each other', () => {
	const [call, url, reply] = (['CALL', 'URL', 'REPLY'] as const).map(
		(type): ActionButton => ({ type, label: 'x' }),
	) as [ActionButton, ActionButton, ActionButton];

	it.each([
		[call, []],
		[reply, []],
		[url, [call, url]],
		[reply, [reply, reply]],
	])('are fine if WhatsApp Web shows them (%#)', (button, before) => {
		expect(() => checkMix(button, before)).not.toThrow();
	});

	it.each<[ActionButton, ActionButton[], string]>([
		[reply, [call], "is a reply button beside call or URL buttons, which WhatsApp Web can't show"],
		[url, [reply], "is a call or URL button beside reply buttons, which WhatsApp Web can't show"],
	])('are refused if it does not (%#)', (button, before, problem) => {
		expect(problemOf(() => checkMix(button, before)).problem).toBe(problem);
	});
});
