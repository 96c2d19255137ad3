import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { Expression } from 'n8n-workflow';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { useEmulator } from '../useEmulator.mts';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import {
	credentialOf,
	runNode,
	type Carrier,
	type OnError,
	type RunOptions,
	type RunResult,
} from './harness.mts';

let emulator: Emulator;
let account: RunOptions['account'];

useEmulator((started, itsAccount) => {
	emulator = started;
	account = itsAccount;
});

const carriers: Carrier[] = ['customOperations', 'routingNode'];

function locator(value: string) {
	return { __rl: true, mode: 'id', value };
}

const unlink: INodeParameters = {
	resource: 'community',
	operation: 'unlinkGroups',
	communityId: locator('={{ $json.community }}'),
	groupsPhones: '={{ $json.groups }}',
};

/** What one carrier did: what went over the wire, and what came out, as far as a user or the next node sees it. */
async function run(carrier: Carrier, options: Omit<RunOptions, 'account'>) {
	emulator.requests.length = 0;
	const result: RunResult = await runNode({ ...options, account, carrier });
	const requests = emulator.requests.map(({ method, target, headers, text }) => ({
		method,
		target,
		text,
		accept: headers.accept,
		type: headers['content-type'],
		token: headers['client-token'],
	}));
	const { error } = result;
	return {
		requests: requests.sort((a, b) => a.text.localeCompare(b.text)),
		items: result.items,
		failedItems: result.failedItems,
		error: error && {
			name: error.name,
			message: error.message,
			description: error.description,
			item: error.context.itemIndex,
			httpCode: error.httpCode,
		},
	};
}

describe('both carriers do the same', () => {
	const group = '120363100000000012-group';
	const good = { community: '120363019502650977', groups: group };
	interface Case {
		parameters?: INodeParameters;
		items?: IDataObject[];
		answer?: object;
	}
	const cases: Array<[string, Case]> = [
		['a success', { answer: { body: { success: true } } }],
		['a refusal', { answer: { body: { success: false } } }],
		['a 400', { answer: { status: 400, body: { error: 'Not an admin' } } }],
		['a page', { answer: { status: 502, body: '<h1>Bad Gateway</h1>' } }],
		['an empty answer', { answer: { status: 204 } }],
		['empty fields', { items: [{ ...good }, {}, { groups: 'x' }] }],
		['a list', { parameters: { resource: 'group', operation: 'getAll', returnAll: true } }],
		['a limited list', { parameters: { resource: 'group', operation: 'getAll', limit: 3 } }],
		['a wrong limit', { parameters: { resource: 'group', operation: 'getAll', limit: -1 } }],
		[
			'a field in the path',
			{ parameters: { resource: 'group', operation: 'getInviteLink', groupId: locator(group) } },
		],
		[
			'a query',
			{
				parameters: {
					resource: 'group',
					operation: 'getByInviteLink',
					url: 'https://chat.whatsapp.com/KNmcL17DqVA0sqkQ5LLA5',
				},
			},
		],
	];

	it('for a tool that is refused, except that an older agent reads nothing but items', async () => {
		emulator.misbehave({ answer: { body: { success: false } } });
		const options = { parameters: unlink, items: [good], nodeType: 'n8n-nodes-z-api.zApiTool' };
		const own = await run('customOperations', options);
		const theirs = await run('routingNode', options);
		expect(own.error?.message).toContain('and gave no reason. Check that');
		expect(theirs.error).toBeUndefined();
		expect(theirs.items.map(({ json }) => json)).toEqual([{ error: own.error?.message }]);
		expect(theirs.requests).toEqual(own.requests);
	});

	it('where the proxy asks who it is', async () => {
		const heads: string[] = [];
		const proxy = createServer((socket) => {
			socket.on('error', () => {});
			socket.once('data', (head) => {
				heads.push(head.toString());
				socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
			});
		});
		await once(proxy.listen(0, '127.0.0.1'), 'listening');
		const { port } = proxy.address() as AddressInfo;
		const parameters = {
			...unlink,
			requestOptions: { timeout: 5_000, proxy: `http://n8n:p%40ss@127.0.0.1:${port}` },
		};
		const credential = { ...credentialOf(account), baseUrl: 'https://z-api.example.com' };
		for (const carrier of carriers) {
			await run(carrier, { parameters, items: [good], credential, onError: 'continueErrorOutput' });
		}
		proxy.close();
		expect(heads[0]).toContain('CONNECT z-api.example.com:443');
		expect(heads[0]).toMatch(
			new RegExp(`^proxy-authorization: Basic ${btoa('n8n:p@ss')}\r$`, 'im'),
		);
		expect(heads[1]).toBe(heads[0]);
	});

	it('where the proxy is none', async () => {
		const parameters = { ...unlink, requestOptions: { timeout: 5_000, proxy: 'nowhere' } };
		// With the error output, n8n's own engine loses the item here.
		const [own, theirs] = [
			await run('customOperations', { parameters, items: [good] }),
			await run('routingNode', { parameters, items: [good] }),
		];
		expect(own).toEqual(theirs);
		expect(own.error?.message).toBe('The proxy is not valid');
	});

	describe.each(cases)('%s', (_name, { parameters = unlink, items = [good], answer }) => {
		it.each<OnError>(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'])(
			'(%s)',
			async (onError) => {
				if (answer) emulator.misbehave({ answer });
				const options = { parameters, items, onError };
				const [own, theirs] = [
					await run('customOperations', options),
					await run('routingNode', options),
				];
				expect(own).toEqual(theirs);
				// Something has to have happened at all.
				expect(own.items.length + own.failedItems.length + (own.error ? 1 : 0)).toBeGreaterThan(0);
			},
		);
	});
});

describe.each(carriers)('an operation that the node does not have (%s)', (carrier) => {
	const unknown: Array<[string, INodeParameters]> = [
		['of another version', { resource: 'community', operation: 'unlinkEverything' }],
		['of an unknown resource', { resource: 'planet', operation: 'unlinkGroups' }],
		['that is empty', { resource: 'community', operation: '' }],
		['of an empty resource', { resource: '', operation: '' }],
		['named as a part of every object', { resource: 'constructor', operation: 'name' }],
		['from an expression', { resource: 'community', operation: '={{ "unlinkGroups" }}' }],
		['of a resource from an expression', { resource: '={{ $json.x }}', operation: 'get' }],
	];

	it.each(unknown)('%s sends nothing and says what is missing', async (_name, parameters) => {
		const stopped = await run(carrier, { parameters });
		expect(stopped.error?.message).toMatch(/^This node has no operation "/);
		expect(stopped.error?.description).toContain('Choose Resource and Operation');
		for (const onError of ['continueRegularOutput', 'continueErrorOutput'] as const) {
			const { items, failedItems } = await run(carrier, {
				parameters,
				onError,
				items: [{ note: 'mine' }, {}],
			});
			const failed = onError === 'continueErrorOutput' ? failedItems : items;
			expect(failed).toHaveLength(2);
			expect(failed[0]?.json.error).toMatch(/^This node has no operation ".*Choose Resource/);
		}
		expect(emulator.requests).toEqual([]);
	});
});

describe('a run of many items', () => {
	const items = (count: number) =>
		Array.from({ length: count }, (_, index) => ({
			community: '120363019502650977',
			groups: `${1000 + index}-group`,
			phone: `55119${10_000_000 + index}`,
		}));

	/** What only n8n can evaluate. */
	const computed: INodeParameters = {
		...unlink,
		communityId: locator('={{ $json.community.trim() }}'),
		groupsPhones: '={{ [$json.groups] }}',
	};

	it.each<[string, INodeParameters, number]>([
		['two expressions an item for Unlink Groups', computed, 40],
		['none where fields were dragged', unlink, 0],
		[
			'one an item for Add Participants',
			{
				resource: 'community',
				operation: 'addParticipants',
				communityId: locator('={{ $json.community }}'),
				phones: '={{ $json.phone.trim() }}',
			},
			20,
		],
	])('evaluates %s', async (_name, parameters, expected) => {
		emulator.misbehave({ answer: { body: { success: true } } });
		const evaluate = jest.spyOn(Expression.prototype, 'resolveSimpleParameterValue');
		const isExpression = ([value]: unknown[]) => typeof value === 'string' && value.startsWith('=');
		try {
			await runNode({ account, parameters, items: items(20), carrier: 'customOperations' });
			expect(evaluate.mock.calls.filter(isExpression)).toHaveLength(expected);
		} finally {
			evaluate.mockRestore();
		}
	});

	it('lets others in n8n have their turn', async () => {
		emulator.misbehave({ answer: { body: { success: true } } });
		const evaluate = jest.spyOn(Expression.prototype, 'resolveSimpleParameterValue');
		// A clock that any machine keeps: each evaluation takes a millisecond.
		const clock = jest
			.spyOn(performance, 'now')
			.mockImplementation(() => evaluate.mock.calls.length);
		// How many values were evaluated when somebody else had a turn.
		const turns = new Set<number>();
		const look = () => {
			turns.add(evaluate.mock.calls.length);
			next = setImmediate(look);
		};
		let next = setImmediate(look);
		try {
			await runNode({
				account,
				parameters: { ...computed, options: { requestsAtOnce: 5_000 } },
				items: items(100),
				carrier: 'customOperations',
			});
		} finally {
			clearImmediate(next);
			clock.mockRestore();
			evaluate.mockRestore();
		}
		expect([...turns].filter((count) => count > 0 && count < 200).length).toBeGreaterThan(10);
	});

	it('begins no further request once an item has failed and the workflow stops', async () => {
		emulator.misbehave({ answer: { status: 400, body: { error: 'No' } } });
		const { error } = await runNode({
			account,
			parameters: { ...unlink, options: { requestsAtOnce: 2 } },
			items: items(50),
			carrier: 'customOperations',
		});
		expect(error?.context.itemIndex).toBe(0);
		expect(emulator.requests.length).toBeLessThanOrEqual(3);
	});

	it('fails every item when the run can not even begin', async () => {
		const { items: good, failedItems } = await runNode({
			account,
			parameters: { ...unlink, options: { requestsAtOnce: 0 } },
			items: items(3),
			onError: 'continueErrorOutput',
			carrier: 'customOperations',
		});
		expect(good).toEqual([]);
		expect(failedItems).toHaveLength(3);
		expect(emulator.requests).toEqual([]);
	});
});
