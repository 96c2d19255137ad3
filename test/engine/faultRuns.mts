import { runInThisContext } from 'node:vm';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { resources } from '../../nodes/ZApi/resources/index.ts';
import { documentedName, type ContractRow } from '../../tools/contract/derive.mts';
import { seedAccount } from '../../tools/emulator/seed.mts';
import { rows } from '../contract/rows.mts';
import { isFull } from '../full.mts';
import { faults, GOOD, redirectsTo, type Fault } from './faultList.mts';
import { answer, startFaultyServer, type FaultyServer, type RawRequest } from './faultyServer.mts';
import { runNode, type OnError, type RunResult } from './harness.mts';
import { problemsWithWords } from './problemsWithWords.mts';

const TIMEOUT_MILLISECONDS = 1_500;
/** Large answers keep this process busy, which does the server's work as well. */
const PATIENT_MILLISECONDS = 20_000;
/** By then a run that met a slow fault must be over; far more than it takes, and far less than for ever. */
const HANGING_MILLISECONDS = 25_000;
/** What the editor waits for is given up after 30 seconds. */
export const EDITOR_HANGING_MILLISECONDS = 45_000;

/** Jest gives its tests a copy of `process`, which hears of nothing. */
const realProcess = runInThisContext('process') as NodeJS.Process;
const noticed: string[] = [];
const notice = (reason: unknown) =>
	void noticed.push(reason instanceof Error ? (reason.stack ?? reason.message) : String(reason));

/** The one among three items that meets the fault. */
export const HIT = 1;
const isHit = ({ index }: { index: number }) => index === HIT;

interface TestedOperation {
	title: string;
	/** Operations of one shape are sent and answered alike. */
	shape: string;
	/** Whether it gives an item for each entry of a list. */
	isList: boolean;
	/** Whether `{ value: false }` is a good answer. */
	takesNo: boolean;
	/** What becomes of {@link GOOD}. */
	good: IDataObject;
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

export const operations = rows.map((row): TestedOperation => {
	const { title, resource, operation, parameters, fields, endpoint } = row;
	const file = chooseFile(row);
	const declared = resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === operation);
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
		isList: 'limit' in parameters || endpoint.response.isArray,
		takesNo: declared?.isAnswer?.({ value: false }) ?? false,
		good: declared?.deletes ? { deleted: true, ...GOOD } : GOOD,
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
export function makeItems(count: number): INodeExecutionData[] {
	return Array.from({ length: count }, (_, n) => ({
		json: { n, note: `item ${n}` },
		binary: FILES,
	}));
}

export const ITEMS = makeItems(3);

export async function inTime<Result>(
	running: Promise<Result>,
	milliseconds: number,
): Promise<Result> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_resolve, reject) => {
		timer = setTimeout(() => reject(new Error('hangs')), milliseconds);
	});
	return await Promise.race([running, late]).finally(() => clearTimeout(timer));
}

/** Lets a server meet one request in some way, and answer the others well. */
export async function withServer<Result>(
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

export async function run(
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
export async function withEach<Entry extends { title: string }>(
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

export function atOnce({ isSlow, isLarge, meet }: Fault): number {
	if (isSlow) return Infinity;
	if (isLarge) return 3;
	// Each of these listens to all connections of this process.
	return meet === 'refuse' ? 6 : 16;
}

/** How long a test may take that tries every fault. */
export const LIMIT_MILLISECONDS = isFull ? 1_200_000 : 300_000;

/** What every fault is tried with. */
export const triedOperations = isFull
	? oneOfEachShape
	: operations.filter(({ title }) => ['community.unlinkGroups', 'group.getAll'].includes(title));

let other: FaultyServer;
/** The same server, under the name that stands for another host. */
let strangeAddress = '';
export const allFaults = [...faults, ...redirectsTo(() => strangeAddress)];

/** Watches what the faults of a test file leave behind, and tests at its end that it is nothing. */
export function leavesNothingBehind(act: () => void): void {
	beforeAll(async () => {
		realProcess.on('unhandledRejection', notice);
		realProcess.on('warning', notice);
		other = await startFaultyServer({
			fault: 'refuse',
			hits: () => false,
			well: (socket) => answer(socket, GOOD),
		});
		strangeAddress = other.baseUrl.replace('127.0.0.1', 'localhost');
	});

	afterAll(async () => {
		realProcess.off('unhandledRejection', notice);
		realProcess.off('warning', notice);
		await other.close();
	});

	act();

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
}

/** Expects of a failed item that it says why in words, and keeps its own data and its link. */
export function expectFailure(
	failed: INodeExecutionData | undefined,
	item: INodeExecutionData,
	index: number,
) {
	const { json: { error, ...own } = {}, pairedItem } = failed ?? {};
	expect({ own, pairedItem }).toEqual({ own: item.json, pairedItem: { item: index } });
	expect(problemsWithWords(error)).toEqual([]);
}
