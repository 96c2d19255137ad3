import type { IDataObject } from 'n8n-workflow';
import { operation } from '../../nodes/ZApi/language/operation.ts';
import { operationProperties } from '../../nodes/ZApi/language/panel.ts';
import type { Request } from '../../nodes/ZApi/language/request.ts';
import { text } from '../../nodes/ZApi/language/text.ts';
import { toggle } from '../../nodes/ZApi/language/toggle.ts';
import { changedIn, shownIn, VERSIONS } from '../../nodes/ZApi/language/versions.ts';
import { ZApi } from '../../nodes/ZApi/ZApi.node.ts';
import { generate } from '../../tools/generate/generated.mts';
import { events } from '../../nodes/ZApiTrigger/events.ts';
import { simplifyEvent } from '../../nodes/ZApiTrigger/receiving/simplifyEvent.ts';
import { resources } from '../../nodes/ZApi/resources/index.ts';

it('the previews of the output are those of the last version', () => {
	const { version } = new ZApi().description;
	expect(version).toBe(VERSIONS);
	const [major = '1', minor = '0'] = String(VERSIONS.at(-1)).split('.');
	const paths = [...generate(resources, events, simplifyEvent).keys()];
	expect(paths).toContain(`nodes/ZApi/__schema__/v${major}.${minor}.0/instance/rename.json`);
});

describe('with a second version of the node', () => {
	const common = {
		...{ name: 'A', action: 'A', description: 'A', refusedAdvice: 'A' },
		request: { method: 'POST', url: '/a' } as const,
	};
	beforeAll(() => VERSIONS.push(1.1));
	afterAll(() => VERSIONS.pop());

	const sent = (typeVersion: number, parameters: IDataObject) => {
		const fields = changedIn(1.1, text('old', 'Old', { sentAs: 'a' }), text('a', 'New', {}));
		const request: Request = {
			...{ method: 'POST', url: '', body: {}, qs: {}, lookUps: [], files: [], parts: [] },
		};
		const context = {
			getNode: () => ({ typeVersion }),
			getNodeParameter: (name: string) => parameters[name],
		} as never;
		const readList = async () => await Promise.resolve([]);
		for (const field of fields) field.fill?.(request, { context, settings: {}, readList });
		return request.body;
	};

	it('a renamed field is read in each version under its name there', () => {
		expect(sent(1, { old: 'x' })).toEqual({ a: 'x' });
		expect(sent(1.1, { a: 'y' })).toEqual({ a: 'y' });
	});

	it('an option with another default has, in each version, that of its version', () => {
		const options = [true, false].map((fallback) => toggle('a', 'A', { default: fallback }));
		const changed = changedIn(1.1, options[0]!, options[1]!);
		expect(changed.flatMap(({ properties }) => properties)).toMatchObject([
			{ default: true, displayOptions: { show: { '@version': [1] } } },
			{ default: false, displayOptions: { show: { '@version': [1.1] } } },
		]);
		const item = (typeVersion: number) =>
			({ context: { getNode: () => ({ typeVersion }) }, settings: {} }) as never;
		for (const [index, version] of [1, 1.1].entries()) {
			const bodies = changed.map((option) => {
				const request = { url: '', body: {}, qs: {} } as Request;
				option.put?.(request, true, item(version));
				return request.body;
			});
			expect(bodies[index]).toEqual({ a: true });
			expect(bodies[1 - index]).toEqual({});
		}
		const same = options[0]!.properties;
		expect(shownIn(same, VERSIONS)).toBe(same);
	});

	it('a retired operation is in the dropdown of earlier versions only', () => {
		const [stays, goes] = [
			operation({ ...common, value: 'stays' }),
			operation({ ...common, value: 'goes', retiredIn: 1.1 }),
		];
		const operations = [goes, stays];
		const resource = { name: 'A', value: 'a', operations, preselected: goes };
		const dropdowns = operationProperties(resource).filter(({ name }) => name === 'operation');
		expect(dropdowns).toMatchObject([
			{
				default: 'goes',
				options: [{ value: 'goes' }, { value: 'stays' }],
				displayOptions: { show: { resource: ['a'], '@version': [1] } },
			},
			{
				default: 'stays',
				options: [{ value: 'stays' }],
				displayOptions: { show: { resource: ['a'], '@version': [1.1] } },
			},
		]);
	});
});
