import { textOfAnswer } from '../../nodes/shared/values/answerText.ts';
import { toOptionalText, toText } from '../../nodes/shared/values/values.ts';
import { problemOf } from './problemOf.mts';

const part = (text: string) => ({ type: 'text', text });

describe('the answer of an AI agent', () => {
	it.each<[string, unknown, string]>([
		[
			'in parts',
			[part('Posso ajudar com'), part(' muita coisa.')],
			'Posso ajudar com muita coisa.',
		],
		['of one part', part('Olá!'), 'Olá!'],
		[
			'after a thought without words',
			[{ thought: true, thoughtSignature: 'x' }, part('Olá!')],
			'Olá!',
		],
		['after a thought in words', [{ text: 'Hm.', thought: true }, { text: 'Olá!' }], 'Olá!'],
		['after its reasoning', [{ type: 'reasoning', text: 'Hm.' }, part('Olá!')], 'Olá!'],
		['beside a call of a tool', [part('Olá!'), { type: 'tool_use', name: 'x' }], 'Olá!'],
		['of a Responses API', [{ type: 'output_text', text: 'Olá!', annotations: [] }], 'Olá!'],
		['as a message', { role: 'assistant', content: 'Olá!' }, 'Olá!'],
		['as a message in parts', { role: 'assistant', content: [part('O'), part('lá!')] }, 'Olá!'],
		['as content with parts', { parts: [{ text: 'Olá!' }], role: 'model' }, 'Olá!'],
		['as content with parts of nobody', { parts: [{ text: 'Olá!' }] }, 'Olá!'],
		['as several texts', { messages: ['Olá!', 'Tudo bem?'] }, 'Olá!\n\nTudo bem?'],
		['as several messages', { messages: [part('Olá!'), { content: 'Oi' }] }, 'Olá!\n\nOi'],
		[
			'at the end of a conversation',
			{
				messages: [
					{ role: 'user', content: 'Oi' },
					{ role: 'assistant', content: 'Um momento.' },
					{ type: 'tool', content: '42' },
					{ type: 'ai', content: [part('Olá!')] },
					{ role: 'user', content: 'Tchau' },
				],
			},
			'Olá!',
		],
	])('%s is its text', (_what, value, text) => {
		expect(textOfAnswer(value)).toBe(text);
		expect(toText(value)).toBe(text);
		expect(toOptionalText(value)).toBe(text);
	});

	it.each<[string, unknown]>([
		['no parts', []],
		['only a thought', [{ thought: true, text: 'Hm.' }]],
		['texts alone', ['Olá!']],
		['other objects', [{ name: 'Ana' }]],
		['a part among others', [part('Olá!'), { name: 'Ana' }]],
		['a part without text', [{ type: 'text', text: 7 }]],
		['no messages', { messages: [] }],
		['messages of others', { messages: [{ role: 'user', content: 'Oi' }] }],
		['a message of a picture', { messages: ['Olá!', { image: 'x' }] }],
		['another object', { text: 'Olá!' }],
		['a thought alone', { type: 'thinking', text: 'Hm.' }],
	])('is not in %s', (_what, value) => {
		expect(textOfAnswer(value)).toBeUndefined();
		expect(problemOf(() => toText(value)).problem).toMatch(/^isn't text: /);
	});

	it('may be empty, which is said', () => {
		expect(problemOf(() => toText([part(' ')])).problem).toBe('is empty');
	});
});

it('an object where text should be is answered with how to use a field of it', () => {
	expect(problemOf(() => toText({ order: { number: 7 } })).advice).toBe(
		'Use a field of the object, as in {{ $json.order.number }}.',
	);
	expect(problemOf(() => toText(true)).advice).toContain('Enter text');
});
