import type { INodeProperties } from 'n8n-workflow';
import type { Field } from '../../nodes/ZApi/language/field.ts';
import type { Operation, Resource } from '../../nodes/ZApi/language/operation.ts';
import { allAtOnce } from '../../nodes/ZApi/language/pages.ts';
import { documentedName, enter, rowsOf } from '../../tools/contract/derive.mts';
import { endpointOf } from '../../tools/contract/endpoints.mts';
import { schemaOf } from '../../tools/generate/generated.mts';
import { referenceOf } from '../../tools/generate/reference.mts';

/** A field of the panel that is sent under its own name, or under another one. */
function field(
	type: INodeProperties['type'],
	name: string,
	more: Partial<INodeProperties> = {},
	property = name,
): INodeProperties {
	return {
		...{ displayName: name, name, type, default: '' },
		routing: { send: { type: 'body', property } },
		...more,
	};
}

const to = field('resourceLocator', 'phone', {
	modes: ['list', 'phone', 'id'].map((name) => ({ name, displayName: name, type: 'string' })),
});
const options = (...inner: INodeProperties[]) =>
	field('collection', 'options', { options: inner, routing: undefined });

/** Fields of an operation that show these; nothing is read from them here. */
function showing(...properties: INodeProperties[]): Field[] {
	return [{ properties }];
}

function resource(...operations: Array<Partial<Operation>>): Resource[] {
	const complete = operations.map(
		(operation): Operation => ({
			...{ name: 'Test', value: 'test', action: '', description: '', refusedAdvice: '' },
			...{ request: { method: 'POST', url: '/send-text' }, fields: [], options: [] },
			...operation,
		}),
	);
	return [
		{ name: 'Chat', value: 'chat', operations: complete, preselected: complete[0] as Operation },
	];
}

describe('what a user enters so that a documented sample is sent', () => {
	it('goes into the mode of a locator that takes it', () => {
		const locator = (mode: string, value: string) => ({ phone: { __rl: true, mode, value } });
		expect(enter([to], { phone: '5511999999999' })).toEqual(locator('phone', '5511999999999'));
		expect(enter([to], { phone: '1-group' })).toEqual(locator('id', '1-group'));
	});

	it('goes into a collection, which stays away without', () => {
		const fields = [options(field('number', 'delayMessage'), field('boolean', 'viewOnce'))];
		expect(enter(fields, { delayMessage: 3 })).toEqual({ options: { delayMessage: 3 } });
		expect(enter(fields, { caption: 'x' })).toEqual({});
	});

	it('is a text where the panel has one for a list, and JSON where it wants that', () => {
		expect(enter([field('string', 'phones')], { phones: ['1', '2'] })).toEqual({ phones: '1, 2' });
		expect(enter([field('multiOptions', 'phones')], { phones: ['1'] })).toEqual({ phones: ['1'] });
		expect(enter([field('json', 'order')], { order: { a: 1 } })).toEqual({ order: '{"a":1}' });
	});

	it('is found inside of objects', () => {
		const name = field('string', 'eventName', {}, 'event.name');
		expect(enter([name], { event: { name: 'Festa' } })).toEqual({ eventName: 'Festa' });
		expect(enter([name], { event: 'Festa' })).toEqual({});
	});

	it('goes into the rows of a list, of objects or of single values', () => {
		const list = (...names: string[]) =>
			field('fixedCollection', 'list', {
				typeOptions: { multipleValues: true },
				options: [
					{ name: 'values', displayName: '', values: names.map((name) => field('string', name)) },
				],
			});
		const rows = [{ name: 'A', phones: '1, 2' }, { name: 'B' }];
		expect(
			enter([list('name', 'phones')], { list: [{ name: 'A', phones: ['1', '2'] }, { name: 'B' }] }),
		).toEqual({ list: { values: rows } });
		expect(enter([list('name')], { list: ['A', 'B'] })).toEqual({
			list: { values: [{ name: 'A' }, { name: 'B' }] },
		});
	});

	it('goes into the field that is shown as long as nothing is chosen', () => {
		const source = field('options', 'mediaSource', { default: 'text', routing: undefined });
		const shownFor = (choice: string) => ({ displayOptions: { show: { mediaSource: [choice] } } });
		const text = field('string', 'image', shownFor('text'));
		const file = field('string', 'binaryPropertyName', shownFor('file'), 'image');
		expect(enter([source, text, file], { image: 'https://example.com/a.png' })).toEqual({
			image: 'https://example.com/a.png',
		});
	});

	it('goes into a field that is shown for what the sample chooses', () => {
		const chooser = field('options', 'visibility', { default: 'ALL' }, 'type');
		const list = field('string', 'people', { displayOptions: { show: { visibility: ['SOME'] } } });
		expect(enter([chooser, list], { type: 'SOME', people: 'x' })).toEqual({
			visibility: 'SOME',
			people: 'x',
		});
		expect(enter([chooser, list], { type: 'ALL', people: 'x' })).toEqual({ visibility: 'ALL' });
	});

	it('is the number of entries of a list with pages', () => {
		const fields = ['returnAll', 'limit'].map((name) =>
			field('number', name, { routing: undefined }),
		);
		expect(fields.map(documentedName)).toEqual(['page', 'pageSize']);
		expect(enter(fields, { page: 1, pageSize: 20 })).toEqual({ returnAll: false, limit: 20 });
	});
});

describe('the contract of an operation', () => {
	it('has the documented request with what the operation always sends, and the documented answer', () => {
		const request = { method: 'POST' as const, url: '/modify-chat', body: { action: 'unread' } };
		const [[row] = []] = rowsOf(resource({ request, fields: showing(to), endpoint: 'read-chat' }));
		expect(row).toMatchObject({
			title: 'chat.test',
			parameters: { phone: { mode: 'phone', value: '5544999999999' } },
			request: {
				...{ method: 'POST', path: '/modify-chat', query: {} },
				text: '{"phone":"5544999999999","action":"unread"}',
			},
			items: [{ value: true }],
		});
	});

	it('has values in the path and the query', () => {
		const fields = [field('string', 'messageId'), to, field('boolean', 'owner')];
		const [[row] = []] = rowsOf(
			resource({ request: { method: 'DELETE', url: '/messages' }, fields: showing(...fields) }),
		);
		expect(row?.request).toEqual({
			...{ method: 'DELETE', path: '/messages', text: '' },
			query: {
				messageId: '3999984263738042930CD6ECDE9VDWSA',
				phone: '5511999998888',
				owner: 'true',
			},
		});
		expect(row?.parameters).toMatchObject({ owner: true });
		const [[empty] = []] = rowsOf(resource({ request: { method: 'DELETE', url: '/queue' } }));
		expect(empty?.items).toMatchObject([{ success: true }]);
		const [[other] = []] = rowsOf(
			resource({
				request: { method: 'POST', url: '/send-document/{extension}' },
				fields: showing(field('string', 'extension')),
			}),
		);
		expect(other?.parameters).toEqual({ extension: 'pdf' });
	});

	it('has a row for each endpoint that the operation is for', () => {
		const endpoint = ['send-text', 'reply-message'];
		const [rows = []] = rowsOf(
			resource({ fields: showing(options(field('string', 'messageId'))), endpoint }),
		);
		expect(rows.map((row) => row.endpoint.id)).toEqual(endpoint);
		expect(rows.map(({ parameters }) => parameters)).toEqual([
			{},
			{ options: { messageId: '3999984263738042930CD6ECDE9VDWSA' } },
		]);
	});

	it.each([
		[
			{ request: { method: 'PUT', url: '/send-text' } },
			'tools/contract/endpoints has no PUT /send-text',
		],
		[{}, 'needs an `endpoint`, of those with POST /send-text: '],
		[{ endpoint: 'get-chats' }, 'needs an `endpoint`, of those with'],
		[{ endpoint: 'nothing' }, 'has no endpoint nothing'],
	])('is refused where it is not clear what it is: %j', (operation, message) => {
		expect(() => rowsOf(resource(operation as Partial<Operation>))).toThrow(message);
	});
});

describe('an output preview', () => {
	it('has the fields of all entries of a list, and no values', () => {
		expect(schemaOf({ people: [{ phone: '1' }, { phone: '2', name: null }], ids: ['1'] })).toEqual({
			type: 'object',
			properties: {
				people: {
					type: 'array',
					items: {
						type: 'object',
						properties: { phone: { type: 'string' }, name: { type: 'null' } },
					},
				},
				ids: { type: 'array', items: { type: 'string' } },
			},
		});
	});
});

describe('the reference', () => {
	it('has each operation with what it does, its fields, what it returns, and its page', () => {
		const chooser: INodeProperties = {
			...field('options', 'kind', { required: true, description: 'What it *is*' }),
			displayName: 'Kind',
			options: [
				{ name: 'One', value: 'one' },
				{ name: 'Two', value: 'two' },
			],
		};
		const dependent = field('string', 'message', {
			displayName: 'Text',
			placeholder: 'e.g. Olá',
			description: 'See <a href="https://example.com">there</a>',
			displayOptions: { show: { kind: ['two'] } },
		});
		const notice = field('notice', 'terms', {
			displayName: 'First, see <a href="https://example.com">the terms</a>',
		});
		const hidden = field('hidden', 'canceled', { displayName: 'Canceled' });
		const reference = referenceOf(
			resource({
				...{ name: 'Send', description: 'Send a text', endpoint: 'send-text' },
				...{
					fields: showing(notice, chooser, dependent, hidden),
					options: showing(field('boolean', 'viewOnce', { displayName: 'View Once' })),
				},
			}),
		);
		expect(reference).toContain(`- [Chat](#chat): Send

## Chat

### Chat: Send

Send a text.

- First, see [the terms](https://example.com).
- **Kind** (required): What it \\*is\\*. _One_ or _Two_.
- **Text**: See [there](https://example.com). Only if **Kind** is _Two_. E.g. \`Olá\`.
- _Options_
  - **View Once**

Returns \`zaapId\`, \`messageId\`, \`id\`. [Z-API's page](https://developer.z-api.io/message/send-text)
`);
	});

	it('says of a list that each entry becomes an item', () => {
		const request = { method: 'GET' as const, url: '/newsletter' };
		expect(referenceOf(resource({ request, pages: allAtOnce }))).toContain(
			'Returns one item for each, with `id`, `creationTime`,',
		);
	});
});

it('an endpoint that is not documented is named', () => {
	expect(() => endpointOf('x')).toThrow('tools/contract/endpoints has no endpoint x');
});
