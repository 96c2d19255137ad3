import { seedAccount } from '../../tools/emulator/seed.mts';
import type { INodeExecutionData } from 'n8n-workflow';
import { faults, GOOD, type Fault } from './faultList.mts';
import {
	ITEMS,
	HIT,
	allFaults,
	atOnce,
	expectFailure,
	inTime,
	leavesNothingBehind,
	LIMIT_MILLISECONDS,
	makeItems,
	operations,
	run,
	triedOperations,
	withEach,
} from './faultRuns.mts';
import { answer, startFaultyServer, type Meet } from './faultyServer.mts';
import { harmless } from './harmlessList.mts';
import { runNode } from './harness.mts';
import { problemsWithWords } from './problemsWithWords.mts';

leavesNothingBehind(() => {
	/** Stops the workflow with a fault. */
	async function stop(fault: Fault) {
		const { parameters = {} } =
			operations.find(({ title }) => title === 'community.unlinkGroups') ?? {};
		return await run(fault, parameters, 'stopWorkflow');
	}

	/** Lets one item of each operation that is tried meet a fault. */
	async function failOne(fault: Fault): Promise<void> {
		await withEach(triedOperations, atOnce(fault), async ({ parameters, good: json }) => {
			const result = await run(fault, parameters, 'continueErrorOutput');
			expect(result.error).toBeUndefined();
			expect(result.items).toEqual([0, 2].map((item) => ({ json, pairedItem: { item } })));
			expect(result.failedItems).toHaveLength(1);
			expectFailure(result.failedItems[0], ITEMS[HIT] as INodeExecutionData, HIT);
			// Nothing is sent a second time by itself.
			expect(result.requests).toBe(fault.meet === 'refuse' ? 2 : 3);
		});
	}

	/** What takes long because it waits: begun first, all at the same time. */
	const begun = new Map<Fault, { stopped: ReturnType<typeof stop>; failed: Promise<void> }>();

	beforeAll(() => {
		for (const fault of faults.filter(({ isSlow }) => isSlow)) {
			const [stopped, failed] = [stop(fault), failOne(fault)];
			for (const running of [stopped, failed]) running.catch(() => {});
			begun.set(fault, { stopped, failed });
		}
	});

	it.each(allFaults)(
		'$name fails its own item in words, and no other, or stops the workflow and names it',
		async (fault) => {
			await (begun.get(fault)?.failed ?? failOne(fault));
			const { error, items } = await (begun.get(fault)?.stopped ?? stop(fault));
			expect(items).toEqual([]);
			expect(error?.name).toBe('NodeApiError');
			expect(error?.context.itemIndex).toBe(HIT);
			expect([
				...problemsWithWords(error?.message),
				...problemsWithWords(error?.description),
			]).toEqual([]);
		},
		LIMIT_MILLISECONDS,
	);

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

	it(
		'every operation meets a few faults, each of which fails its own item in words, and no other',
		async () => {
			const few = faults.filter(({ name }) => FEW.includes(name)).map(({ meet }) => meet as Meet);
			expect(few).toHaveLength(FEW.length);
			const items = makeItems(2 * few.length + 1);
			// Of a setting, false can be the value that was set.
			const tried = operations.filter(({ takesNo }) => !takesNo);
			await withEach(tried, 4, async ({ parameters, good: json }) => {
				const server = await startFaultyServer({
					fault: (socket, request) => few[(request.index - 1) / 2]?.(socket, request),
					hits: ({ index }) => index % 2 === 1,
					well: (socket) => answer(socket, GOOD),
				});
				try {
					const running = runNode({
						account: { ...seedAccount, baseUrl: server.baseUrl },
						parameters,
						fullItems: items,
						onError: 'continueErrorOutput',
					});
					const result = await inTime(running, LIMIT_MILLISECONDS / 3);
					expect(result.error).toBeUndefined();
					const good = items.map((_item, item) => ({ json, pairedItem: { item } }));
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
		},
		LIMIT_MILLISECONDS,
	);

	it.each(harmless)(
		'$name does no harm, whatever the operation',
		async (fault) => {
			await withEach(triedOperations, atOnce(fault), async ({ parameters, isList, good }) => {
				const { items, failedItems, error } = await run(fault, parameters, 'continueErrorOutput');
				expect(error).toBeUndefined();
				expect(failedItems).toEqual([]);
				const outputs = items.map(({ json }) => json);
				expect([outputs.at(0), outputs.at(-1)]).toEqual([good, good]);
				const indexes = items.map(({ pairedItem }) => (pairedItem as { item: number }).item);
				const isNoEntry = fault.hasNoContent && isList;
				expect(indexes).toEqual(isNoEntry ? [0, 2] : [0, 1, 2]);
				if (isNoEntry) return;
				const [, hit] = outputs;
				if (fault.hasNoContent) {
					expect(hit?.message).toMatch(
						/^Z-API (accepted the request|found nothing) \(status 20\d\)/,
					);
				} else {
					expect(hit).toMatchObject(fault.isPlain ? { value: true } : GOOD);
				}
			});
		},
		LIMIT_MILLISECONDS,
	);
});
