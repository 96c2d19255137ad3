import { runInThisContext } from 'node:vm';
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { documentedName, type ContractRow } from '../../tools/contract/derive.mts';
import { rows } from '../contract/rows.mts';
import { startEmulator, type Emulator } from '../../tools/emulator/emulator.mts';
import { seedAccount } from '../../tools/emulator/seed.mts';
import { faults, flood, FLOODS, GOOD, harmless, redirectsTo, type Fault } from './faultList.mts';
import {
	answer,
	forwardTo,
	type Meet,
	startFaultyServer,
	type FaultyServer,
	type RawRequest,
} from './faultyServer.mts';
import {
	loadOptions,
	runNode,
	searchList,
	testCredential,
	type OnError,
	type RunResult,
} from './harness.mts';
import { problemsWithWords } from './inWords.mts';
import { Trigger } from './trigger.mts';

const TIMEOUT_MILLISECONDS = 1_500;
/** Large answers keep this process busy, which does the server's work as well. */
const PATIENT_MILLISECONDS = 20_000;
/** By then a run that met a slow fault must be over; far more than it takes, and far less than for ever. */
const HANGING_MILLISECONDS = 25_000;
/** What the editor waits for is given up after 30 seconds. */
const EDITOR_HANGING_MILLISECONDS = 45_000;

/** Jest gives its tests a copy of `process`, which hears of nothing. */
const realProcess = runInThisContext('process') as NodeJS.Process;
const noticed: string[] = [];
const notice = (reason: unknown) =>
	void noticed.push(reason instanceof Error ? (reason.stack ?? reason.message) : String(reason));

/** The one among three items that meets the fault. */
const HIT = 1;
const isHit = ({ index }: { index: number }) => index === HIT;

interface TestedOperation {
	title: string;
	/** Operations of one shape are sent and answered alike. */
	shape: string;
	parameters: INodeParameters;
}

/** Files of each kind that an operation wants. */
const FILES: INodeExecutionData['binary'] = {
	picture: { data: 'AAAA', mimeType: 'image/png' },
	audio: { data: 'AAAA', mimeType: 'audio/ogg' },
	video: { data: 'AAAA', mimeType: 'video/mp4' },
};

/** In which of the files the body's field is to be found, where it isn't a picture. */
const FILE_OF: Record<string, string> = {
	audio: 'audio',
	gif: 'video',
	ptv: 'video',
	video: 'video',
};

/** What is chosen for a field to be filled from a file; nothing where there is no such field. */
function chooseFile({ fields }: ContractRow): INodeParameters {
	const field = fields.find(({ displayOptions }) =>
		displayOptions?.show?.mediaSource?.includes('file'),
	);
	if (field === undefined) return {};
	const binaryPropertyName = FILE_OF[documentedName(field) ?? ''] ?? 'picture';
	return { mediaSource: 'file', binaryPropertyName };
}

const operations = rows.map((row): TestedOperation => {
	const { title, resource, operation, parameters, fields, endpoint } = row;
	const file = chooseFile(row);
	const traits = {
		[endpoint.method]: true,
		'with a path parameter': endpoint.pathParams.length > 0,
		'with a query': endpoint.query.length > 0,
		'with a body': endpoint.body.length > 0,
		'with a collection': fields.some(
			({ type, name }) => type === 'collection' && name in parameters,
		),
		'with a file': Object.keys(file).length > 0,
		'for a list': 'limit' in parameters,
	};
	return {
		title,
		shape: Object.entries(traits)
			.flatMap(([trait, is]) => (is ? [trait] : []))
			.join(' '),
		parameters: {
			...{ resource, operation, ...parameters, ...file },
			// A list is over with its first page.
			...('limit' in parameters && { limit: 1 }),
			options: { requestsAtOnce: 1 },
		} as INodeParameters,
	};
});

/** One operation of each shape. */
const oneOfEachShape = [
	...new Map([...operations].reverse().map((each) => [each.shape, each])).values(),
];

/** @returns items that an operation can fill each of its fields from */
function makeItems(count: number): INodeExecutionData[] {
	return Array.from({ length: count }, (_, n) => ({
		json: { n, note: `item ${n}` },
		binary: FILES,
	}));
}

const ITEMS = makeItems(3);

async function inTime<Result>(running: Promise<Result>, milliseconds: number): Promise<Result> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_resolve, reject) => {
		timer = setTimeout(() => reject(new Error('hangs')), milliseconds);
	});
	return await Promise.race([running, late]).finally(() => clearTimeout(timer));
}

/** Lets a server meet one request in some way, and answer the others well. */
async function withServer<Result>(
	{ meet }: Fault,
	use: (server: FaultyServer) => Promise<Result>,
	hits: (request: Pick<RawRequest, 'index'>) => boolean = isHit,
): Promise<Result> {
	const server = await startFaultyServer({
		fault: meet,
		hits,
		well: (socket) => answer(socket, GOOD),
	});
	try {
		return await use(server);
	} finally {
		await server.close();
	}
}

async function run(
	fault: Fault,
	parameters: INodeParameters,
	onError: OnError,
): Promise<RunResult & { requests: number }> {
	const timeout = fault.isSlow ? TIMEOUT_MILLISECONDS : PATIENT_MILLISECONDS;
	return await withServer(fault, async ({ baseUrl, requests }) => {
		const running = runNode({
			account: { ...seedAccount, baseUrl },
			parameters: { ...parameters, requestOptions: { timeout } },
			fullItems: ITEMS,
			onError,
		});
		const result = await inTime(running, HANGING_MILLISECONDS);
		return { ...result, requests: requests.length };
	});
}

/** Tries something with each of many, some at a time, and fails with the names of those with which it fails. */
async function withEach<Entry extends { title: string }>(
	entries: Entry[],
	atOnce: number,
	act: (entry: Entry) => Promise<void>,
): Promise<void> {
	const left = [...entries];
	const problems: Record<string, string> = {};
	const work = async () => {
		for (let entry = left.shift(); entry; entry = left.shift()) {
			try {
				await act(entry);
			} catch (error) {
				problems[entry.title] = (error as Error).message;
			}
		}
	};
	await Promise.all(Array.from({ length: Math.min(atOnce, entries.length) }, work));
	expect(problems).toEqual({});
}

function atOnce({ isSlow, isLarge, meet }: Fault): number {
	if (isSlow) return Infinity;
	if (isLarge) return 3;
	// Each of these listens to all connections of this process.
	return meet === 'refuse' ? 6 : 16;
}

let other: FaultyServer;
/** The same server, under the name that stands for another host. */
let strangeAddress = '';
const redirects = redirectsTo(() => strangeAddress);
const allFaults = [...faults, ...redirects];

/** Stops the workflow with a fault. */
async function stop(fault: Fault) {
	const { parameters = {} } =
		operations.find(({ title }) => title === 'community.unlinkGroups') ?? {};
	return await run(fault, parameters, 'stopWorkflow');
}

/** What takes long because it waits: begun first, all at the same time. */
const begun = new Map<Fault, ReturnType<typeof stop>>();

/** What takes as long as the editor waits: begun first, so that it is over when its test comes. */
let slowInEditor: Promise<Array<[string, string[]]>>;

beforeAll(async () => {
	realProcess.on('unhandledRejection', notice);
	realProcess.on('warning', notice);
	other = await startFaultyServer({
		fault: 'refuse',
		hits: () => false,
		well: (socket) => answer(socket, GOOD),
	});
	strangeAddress = other.baseUrl.replace('127.0.0.1', 'localhost');
	for (const fault of faults.filter(({ isSlow }) => isSlow)) {
		begun.set(fault, stop(fault));
		begun.get(fault)?.catch(() => {});
	}
	slowInEditor = Promise.all(
		faults
			.filter(({ isSlow }) => isSlow)
			.flatMap((fault) =>
				editorCalls.map(
					async ({ title, call }): Promise<[string, string[]]> => [
						`${title}: ${fault.name}`,
						await problemsInEditor(fault, call),
					],
				),
			),
	);
});

afterAll(async () => {
	realProcess.off('unhandledRejection', notice);
	realProcess.off('warning', notice);
	await other.close();
});

/** Expects of a failed item that it says why in words, and keeps its own data and its link. */
function expectFailure(
	failed: INodeExecutionData | undefined,
	item: INodeExecutionData,
	index: number,
) {
	const { json: { error, ...own } = {}, pairedItem } = failed ?? {};
	expect({ own, pairedItem }).toEqual({ own: item.json, pairedItem: { item: index } });
	expect(problemsWithWords(error)).toEqual([]);
}

describe.each(allFaults)('$name', (fault) => {
	it('fails its own item in words, and no other, whatever the shape of the operation', async () => {
		await withEach(oneOfEachShape, atOnce(fault), async ({ parameters }) => {
			const result = await run(fault, parameters, 'continueErrorOutput');
			expect(result.error).toBeUndefined();
			expect(result.items).toEqual([0, 2].map((item) => ({ json: GOOD, pairedItem: { item } })));
			expect(result.failedItems).toHaveLength(1);
			expectFailure(result.failedItems[0], ITEMS[HIT] as INodeExecutionData, HIT);
			// Nothing is sent a second time by itself.
			expect(result.requests).toBe(fault.meet === 'refuse' ? 2 : 3);
		});
	}, 60_000);

	it('stops the workflow with an error that names its item', async () => {
		const { error, items } = await (begun.get(fault) ?? stop(fault));
		expect(items).toEqual([]);
		expect(error?.name).toBe('NodeApiError');
		expect(error?.context.itemIndex).toBe(HIT);
		expect([
			...problemsWithWords(error?.message),
			...problemsWithWords(error?.description),
		]).toEqual([]);
	}, 30_000);
});

/** One of each sort of faults, for each operation to meet. */
const FEW = [
	'a reset before any answer',
	'an end in the middle of the body',
	'truncated JSON',
	'a page with status 200',
	'a refusal with status 200',
	'an empty 400',
	'an empty 500',
	'404 Not Found that repeats the request, secrets and all, as application/json',
	'302 to a file',
];

it('every operation meets a few faults, each of which fails its own item in words, and no other', async () => {
	const few = faults.filter(({ name }) => FEW.includes(name)).map(({ meet }) => meet as Meet);
	expect(few).toHaveLength(FEW.length);
	const items = makeItems(2 * few.length + 1);
	await withEach(operations, 4, async ({ parameters }) => {
		const server = await startFaultyServer({
			fault: (socket, request) => few[(request.index - 1) / 2]?.(socket, request),
			hits: ({ index }) => index % 2 === 1,
			well: (socket) => answer(socket, GOOD),
		});
		try {
			const result = await runNode({
				account: { ...seedAccount, baseUrl: server.baseUrl },
				parameters,
				fullItems: items,
				onError: 'continueErrorOutput',
			});
			expect(result.error).toBeUndefined();
			const good = items.map((_item, item) => ({ json: GOOD, pairedItem: { item } }));
			expect(result.items).toEqual(good.filter((_item, index) => index % 2 === 0));
			expect(result.failedItems).toHaveLength(few.length);
			for (const [position, failed] of result.failedItems.entries()) {
				const index = 2 * position + 1;
				expectFailure(failed, items[index] as INodeExecutionData, index);
			}
			expect(server.requests).toHaveLength(items.length);
		} finally {
			await server.close();
		}
	});
}, 120_000);

it.each(FLOODS)(
	'a page of 128 kB that consists of %j keeps nobody busy',
	async (piece) => {
		const from = performance.now();
		const { error } = await stop(flood(piece, 128));
		expect(problemsWithWords(error?.message)).toEqual([]);
		expect(performance.now() - from).toBeLessThan(1_000);
	},
	120_000,
);

describe.each(harmless)('$name', (fault) => {
	it('does no harm, whatever the shape of the operation', async () => {
		await withEach(oneOfEachShape, atOnce(fault), async ({ parameters }) => {
			const { items, failedItems, error } = await run(fault, parameters, 'continueErrorOutput');
			expect(error).toBeUndefined();
			expect(failedItems).toEqual([]);
			expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
				[0, 1, 2].map((item) => ({ item })),
			);
			const [before, hit, after] = items.map(({ json }) => json);
			expect([before, after]).toEqual([GOOD, GOOD]);
			if (fault.hasNoContent) {
				expect(hit).toEqual({
					success: true,
					message: expect.stringMatching(/^Z-API accepted the request \(status 20\d\)/) as string,
				});
			} else {
				expect(hit).toMatchObject(fault.isPlain ? { value: true } : GOOD);
			}
		});
	}, 60_000);
});

/** What the editor asks for, one by one. */
const editorCalls: Array<{ title: string; call: (baseUrl: string) => Promise<unknown> }> = [
	...[
		...['searchBroadcastLists', 'searchChannels', 'searchChats', 'searchCommunities'],
		...['searchGroups', 'searchPeople'],
	].map((method) => ({
		title: method,
		call: async (baseUrl: string) => await searchList({ ...seedAccount, baseUrl }, method, 'a'),
	})),
	...[
		['getCommunityGroups', 'community', 'unlinkGroups', 'communityId'],
		['getCommunityParticipants', 'community', 'promoteToAdmin', 'communityId'],
		['getGroupParticipants', 'group', 'promoteToAdmin', 'groupId'],
	].map(([method = '', resource, operation, field = '']) => ({
		title: method,
		call: async (baseUrl: string) =>
			await loadOptions({ ...seedAccount, baseUrl }, method, {
				resource,
				operation,
				[field]: { __rl: true, mode: 'id', value: '120363019502650977' },
			} as never),
	})),
	{
		title: 'the test of the credential',
		call: async (baseUrl) => {
			const account = { ...seedAccount, baseUrl };
			const { status, message } = await testCredential(account, account);
			if (status === 'Error') throw Object.assign(new Error(message), { description: message });
		},
	},
];

/** @returns what is wrong with how a call fails that meets a fault */
async function problemsInEditor(
	fault: Fault,
	call: (baseUrl: string) => Promise<unknown>,
): Promise<string[]> {
	return await withServer(
		fault,
		async ({ baseUrl }) => {
			try {
				await inTime(call(baseUrl), EDITOR_HANGING_MILLISECONDS);
			} catch (error) {
				const { name, message, description } = error as Error & { description?: string };
				// In a dropdown, n8n shows the message only, so all words are in it.
				const texts = name === 'NodeOperationError' ? [message] : [message, description];
				return texts.flatMap((text) => problemsWithWords(text));
			}
			return ['no error'];
		},
		() => true,
	);
}

/** JSON of a form that Z-API doesn't document; as a list of choices it is empty, or an error in words. */
const STRANGE_ANSWERS = [
	'null',
	'{}',
	'[]',
	'[{}]',
	'[{},{}]',
	'[[]]',
	'[null]',
	'[{"id":1,"phone":1,"name":2},{"id":2,"phone":2,"name":3}]',
	'[{"id":{},"phone":[],"name":{}},{"id":"1","phone":"1","name":["a"]}]',
	'{"subGroups":7,"participants":7}',
	'{"subGroups":[null,7],"participants":[null,7]}',
	'{"subGroups":[{},{}],"participants":[{},{}]}',
	'{"subGroups":{"a":1},"participants":"x"}',
	'{"connected":"yes"}',
	'{"__proto__":{"polluted":1},"subGroups":[{"phone":"__proto__","name":"constructor"}]}',
];

describe.each(editorCalls)('$title', ({ call }) => {
	it('says in words what is wrong, whatever the fault', async () => {
		const entries = allFaults
			.filter(({ isSlow }) => !isSlow)
			.map((fault) => ({ ...fault, title: fault.name }));
		await withEach(entries, 16, async (fault) => {
			expect(await problemsInEditor(fault, call)).toEqual([]);
		});
	}, 60_000);

	it('is not disturbed by what is harmless', async () => {
		const entries = harmless.map((fault) => ({ ...fault, title: fault.name }));
		await withEach(entries, 16, async (fault) => {
			const problems = await problemsInEditor(fault, call);
			// Good answers of another kind are no state of a connection.
			expect(problems).toEqual(problems.length === 0 ? [] : ['no error']);
		});
	}, 60_000);

	it.each(STRANGE_ANSWERS)('makes nothing of %s, or says so in words', async (body) => {
		const fault: Fault = { name: body, meet: (socket) => answer(socket, body) };
		const problems = await problemsInEditor(fault, call);
		expect(problems.filter((problem) => problem !== 'no error')).toEqual([]);
		expect(({} as { polluted?: number }).polluted).toBeUndefined();
	});
});

describe('the trigger', () => {
	/** How many requests it takes to (de)activate: one to look, and one for each event. */
	const POSITIONS = [0, 1, 2];
	let count = 0;

	/** Sees to it that one of the trigger's requests meets a fault, and all others reach an emulator of its own. */
	async function withTrigger(
		{ meet }: Fault,
		act: (
			trigger: Trigger,
			emulator: Emulator,
			hitNext: (position: number) => void,
		) => Promise<void>,
	): Promise<void> {
		const emulator = await startEmulator();
		let next = Infinity;
		let seen = 0;
		const server = await startFaultyServer({
			fault: meet,
			hits: ({ index }) => {
				seen = index + 1;
				return index === next;
			},
			well: forwardTo(emulator.baseUrl),
		});
		count += 1;
		const trigger = new Trigger(
			{ ...seedAccount, baseUrl: server.baseUrl },
			{
				parameters: { events: ['messageReceived', 'connected'], alsoSentByMe: false },
				webhookId: `faulty-${count}`,
			},
		);
		try {
			await act(trigger, emulator, (position) => (next = seen + position));
		} finally {
			await server.close();
			await emulator.close();
		}
	}

	const set = ({ state }: Emulator) => Object.values(state.webhooks).filter((address) => address);

	async function problemsOf(act: () => Promise<unknown>): Promise<string[]> {
		try {
			await inTime(act(), EDITOR_HANGING_MILLISECONDS);
		} catch (error) {
			return problemsWithWords((error as Error).message);
		}
		return ['no error'];
	}

	const quick = allFaults.filter(({ isSlow }) => !isSlow);
	const cases = quick.flatMap((fault) =>
		POSITIONS.map((position) => ({
			...fault,
			position,
			title: `${fault.name}, request ${position}`,
		})),
	);

	it('is either registered or not, whichever of its requests meets a fault', async () => {
		await withEach(cases, 16, async ({ position, ...fault }) => {
			await withTrigger(fault, async (trigger, emulator, hitNext) => {
				hitNext(position);
				expect(await problemsOf(async () => await trigger.activate())).toEqual([]);
				expect(set(emulator)).toEqual([]);
				expect(await trigger.isRegistered()).toBe(false);
				await trigger.activate();
				expect(set(emulator)).toEqual([trigger.address, trigger.address]);
			});
		});
	}, 60_000);

	it('can be taken back after any fault', async () => {
		await withEach(cases, 16, async ({ position, ...fault }) => {
			await withTrigger(fault, async (trigger, emulator, hitNext) => {
				await trigger.activate();
				hitNext(position);
				expect(await problemsOf(async () => await trigger.deactivate())).toEqual([]);
				await trigger.deactivate();
				expect(set(emulator)).toEqual([]);
				expect(await trigger.isRegistered()).toBe(false);
			});
		});
	}, 60_000);

	it.each(['', 'null', '{}', '[]', '[{}]', '7'])(
		'sets nothing when %j is all that Z-API shows of its addresses',
		async (body) => {
			const fault: Fault = { name: body, meet: (socket) => answer(socket, body) };
			await withTrigger(fault, async (trigger, emulator, hitNext) => {
				emulator.state.webhooks.ReceivedCallback = 'https://crm.example.com/hook';
				hitNext(0);
				expect(await problemsOf(async () => await trigger.activate())).toEqual([]);
				expect(set(emulator)).toEqual(['https://crm.example.com/hook']);
			});
		},
	);
});

it('the editor is not kept waiting by what never ends', async () => {
	for (const [what, problems] of await slowInEditor) expect([what, problems]).toEqual([what, []]);
	expect((await slowInEditor).length).toBe(
		editorCalls.length * faults.filter(({ isSlow }) => isSlow).length,
	);
}, 60_000);

it('no redirect led anything to the other server', () => {
	expect(other.connections()).toBe(0);
});

it('no fault left a rejection unhandled, or a warning', () => {
	expect(noticed).toEqual([]);
});

it('a rejection that nobody handles would have been noticed', async () => {
	const before = noticed.length;
	realProcess.emitWarning('a warning of this test');
	await new Promise((resolve) => setTimeout(resolve, 20));
	expect(noticed.splice(before).join()).toContain('a warning of this test');
});
