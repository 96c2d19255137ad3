import { NodeHelpers, type IDataObject, type IExecuteSingleFunctions } from 'n8n-workflow';
import { choice } from '../../nodes/ZApi/language/choice.ts';
import { list } from '../../nodes/ZApi/language/list.ts';
import { media } from '../../nodes/ZApi/language/media.ts';
import { mediaKinds } from '../../nodes/ZApi/language/mediaKinds.ts';
import { number } from '../../nodes/ZApi/language/number.ts';
import { operation } from '../../nodes/ZApi/language/operation.ts';
import { allAtOnce, cursor, numbered } from '../../nodes/ZApi/language/pages.ts';
import { rows } from '../../nodes/ZApi/language/rows.ts';
import { text } from '../../nodes/ZApi/language/text.ts';
import { onlyIfOn, toggle } from '../../nodes/ZApi/language/toggle.ts';
import { buildRequest, lookUpAll } from '../../nodes/ZApi/runner/buildRequest.ts';
import { ZApi } from '../../nodes/ZApi/ZApi.node.ts';
import { InvalidValue } from '../../nodes/shared/values/invalidValue.ts';
import { filled } from './fill.mts';

const declared = {
	...{ name: 'Test', value: 'test', action: 'Test it', description: '', refusedAdvice: '' },
	request: { method: 'GET' as const, url: '/test' },
};
const namesOf = (parts: Array<{ properties: Array<{ name: string }> }>) =>
	parts.flatMap(({ properties }) => properties.map(({ name }) => name));

describe('an operation', () => {
	const paging = ['returnAll', 'limit'];

	it.each([
		['pages with numbers', { pages: numbered }, paging],
		['pages with a cursor', { pages: cursor('next'), entries: 'all' }, paging],
		['a list that comes at once', { pages: allAtOnce }, []],
		['a simplified answer', { simplify: () => ({}) }, ['simplify']],
		['something lasting', { confirm: 'it is gone' }, ['confirm']],
		[
			'all of them, after its own fields',
			{ fields: [text('a', 'A', {})], pages: numbered, simplify: () => ({}), confirm: 'x' },
			['a', ...paging, 'simplify', 'confirm'],
		],
	])('with %s has the fields for it', (_what, parts, names) => {
		expect(namesOf(operation({ ...declared, ...parts }).fields)).toEqual(names);
	});

	it('that sends a file has the option for large files once, shown for files only', () => {
		const photo = () => media('photo', mediaKinds.photo);
		const { options } = operation({ ...declared, fields: [photo(), photo()] });
		expect(namesOf(options)).toEqual(['largestFileMegabytes']);
		const [property] = options.flatMap(({ properties }) => properties);
		if (!property) throw new Error('There is no option');
		const isShown = (mediaSource: string) =>
			NodeHelpers.displayParameter({}, property, null, new ZApi().description, { mediaSource });
		expect([isShown('file'), isShown('text')]).toEqual([true, false]);
	});

	it('compiles only if its parts go together', () => {
		// @ts-expect-error a text that is required can't be an option
		operation({ ...declared, options: [text('a', 'A', {})] });
		operation({ ...declared, options: [text('a', 'A', { optional: true })] });
		// @ts-expect-error entries are those of a list
		operation({ ...declared, entries: 'products' });
		// @ts-expect-error the default of a choice is one of its values
		choice('a', 'A', { x: 'X' }, { default: 'y' });
	});
});

describe('a value', () => {
	const optional = text('a', 'A', { optional: true, sentAs: 'b.c' });

	it.each([
		['a text', text('a', 'A', {}), ' x ', { a: 'x' }],
		['no text', text('a', 'A', {}), ' ', 'A is empty'],
		['an optional text', optional, 'x', { b: { c: 'x' } }],
		['no optional text', optional, '', {}],
		['an emptied text', text('a', 'A', { whenEmpty: '' }), ' ', { a: '' }],
		['a switch', toggle('a', 'A', { default: true }), 'false', { a: false }],
		['words of a switch', toggle('a', 'A', { default: true, sent: String }), true, { a: 'true' }],
		['a switch that is on', onlyIfOn('a', 'A', {}), true, { a: true }],
		['a number', number('a', 'A', { min: 1, max: 5, default: 1 }), '5', { a: 5 }],
		[
			'a number out of range',
			number('a', 'A', { min: 1, max: 5, default: 1 }),
			6,
			"A isn't a whole number from 1 to 5: 6",
		],
		['a choice', choice('a', 'A', { X: 'x' }, { default: 'X' }), 'x', { a: 'X' }],
		[
			'another value',
			choice('a', 'A', { X: 'x', Y: 'y' }, { default: 'X' }),
			'z',
			"A isn't one of the possible values: z",
		],
	])('%s is sent, or refused in words', (_what, field, a, result) => {
		expect(filled(field, { a })).toEqual(result);
	});

	it.each([false, undefined])('is not sent by a switch that is sent only if it is on: %j', (a) => {
		const request = { body: {} };
		const put = () =>
			onlyIfOn('a', 'A', {}).put(request as never, a, {
				context: { getExecuteData: () => ({ data: {} }) },
			} as never);
		if (a === undefined) expect(put).toThrow();
		else put();
		expect(request.body).toEqual({});
	});

	it('is read with the settings of the account', () => {
		const field = text('a', 'A', {
			read: (value, { defaultCountryCode = '?' }) => `${defaultCountryCode} ${String(value)}`,
		});
		expect(filled(field, { a: '1' }, { defaultCountryCode: '351' })).toEqual({ a: '351 1' });
	});
});

describe('a list', () => {
	const details = {
		description: '',
		entry: 'Thing',
		columns: [
			choice('kind', 'Kind', { A: 'a', B: 'b' }, { default: 'A' }),
			text('title', 'Title', {}),
			text('note', 'Note', { optional: true }),
			number('size', 'Size', { min: 1, default: 1, onlyFor: { kind: ['B'] } }),
		],
		bodyOrder: ['title', 'size'],
		example: [{ kind: 'A', title: 'x' }],
	};
	const field = rows('things', 'Things', { ...details, sentAs: 'all.things' });
	const enter = (...values: object[]) => filled(field, { things: { values } });

	it('shows its columns, and sends what is in them, in the order of the body', () => {
		const [property] = field.properties;
		expect(property).toMatchObject({
			options: [{ values: details.columns.map(({ property: { name } }) => ({ name })) }],
		});
		const body = enter(
			{ kind: 'b', title: 'x', size: '2', other: 1 },
			{ kind: 'A', title: 'y', size: 3, note: 'n' },
		);
		expect(JSON.stringify(body)).toBe(
			'{"all":{"things":[{"title":"x","size":2,"kind":"B"},{"title":"y","kind":"A","note":"n"}]}}',
		);
	});

	it.each([
		[{ kind: 'A' }, 'Things, entry 2, lacks a title'],
		[{ title: 'x' }, 'Things, entry 2, lacks a kind'],
		[{ kind: 'B', title: 'x' }, 'Things, entry 2, lacks a size'],
		[
			{ kind: 'C', title: 'x' },
			"Things, entry 2, has a kind that isn't one of the possible values: C",
		],
		[{ kind: 'A', title: {} }, "Things, entry 2, has a title that isn't text: {}"],
	])('says what is wrong with %j, and where', (entry, words) => {
		expect(enter({ kind: 'A', title: 'x' }, entry)).toBe(words);
	});

	it.each([
		[{}, 'Things is empty'],
		[{ optional: true as const }, {}],
		[{ whenEmpty: [] }, { things: [] }],
	])('that is empty is refused, left out, or sent: %j', (more, result) => {
		expect(filled(rows('things', 'Things', { ...details, ...more }), { things: {} })).toEqual(
			result,
		);
	});

	it('of one entry sends the entry itself', () => {
		const single = rows('things', 'Things', { ...details, single: true, optional: true });
		expect(filled(single, { things: { values: { kind: 'A', title: 'x' } } })).toEqual({
			things: { kind: 'A', title: 'x' },
		});
		expect(filled(single, { things: { values: { kind: 'A' } } })).toBe('Things lacks a title');
	});

	it('can be entered as JSON; with one column, plain values are enough', () => {
		const names = list('names', 'Names', { ...details, columns: [text('name', 'Name', {})] });
		expect(filled(names, { define: 'json', entriesJson: '["a", {"name": "b"}]' })).toEqual({
			names: [{ name: 'a' }, { name: 'b' }],
		});
	});

	it('lets errors pass that are about no value', () => {
		const fails = text('name', 'Name', {
			read: () => {
				throw new RangeError('other');
			},
		});
		const broken = list('names', 'Names', { ...details, columns: [fails] });
		expect(() => filled(broken, { define: 'json', entriesJson: '["a"]' })).toThrow(RangeError);
	});
});

describe('what has to be looked up', () => {
	const ids = new Map([['Maria', '5544999999999']]);
	const field = text('phone', 'Person', {
		lookUp: async (name) => {
			await Promise.resolve();
			const id = ids.get(name);
			if (id !== undefined) return id;
			throw new InvalidValue(`isn't known: ${name}`, 'Choose from the list.');
		},
	});
	const build = (url: string, phone: string) => {
		const after = text('after', 'After', {});
		const made = operation({
			...declared,
			request: { method: 'POST', url },
			fields: [field, after],
		});
		const parameters: IDataObject = { phone, after: 'x' };
		const context = {
			getItemIndex: () => 3,
			getExecuteData: () => ({ data: { main: [[{}, {}, {}, {}]] } }),
			getNodeParameter: (name: string, fallback: unknown) => parameters[name] ?? fallback,
		} as unknown as IExecuteSingleFunctions;
		return buildRequest(made, {
			context,
			settings: {},
			readList: async () => await Promise.resolve([]),
		});
	};

	it('is in the body, in its place, once it is found', async () => {
		const request = build('/send', 'Maria');
		await lookUpAll(request);
		expect(JSON.stringify(request.body)).toBe('{"phone":"5544999999999","after":"x"}');
	});

	it('is in the path once it is found', async () => {
		const request = build('/chats/{phone}', 'Maria');
		await lookUpAll(request);
		expect(request).toMatchObject({ url: '/chats/5544999999999', body: { after: 'x' } });
	});

	it('is refused in words that name the field and the item', async () => {
		await expect(lookUpAll(build('/send', 'Ana'))).rejects.toMatchObject({
			failure: { message: "Person isn't known: Ana [item 3]" },
		});
	});
});
