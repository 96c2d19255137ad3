import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';
import { Limiter } from '../shared/requests/limiter';
import type { Operation, Resource } from './resources/operation';
import { contextOfItem } from './runner/items';
import { failedItem, inWords } from './runner/outcome';
import { runOperation } from './runner/run';
import { askAndWait } from './sendAndWait/ask';

/** What keeps a run from beginning fails all of its items: otherwise n8n would let them pass for successes. */
async function runOrFailAll(
	run: IExecuteFunctions,
	operation: Operation,
): Promise<INodeExecutionData[]> {
	try {
		return operation.waitsForResponse
			? await askAndWait(run, operation)
			: await runOperation(run, operation);
	} catch (error) {
		const items = run.getInputData();
		const inAll = inWords(contextOfItem(run, items, 0, new Limiter(1)), error);
		if (!run.continueOnFail()) throw inAll;
		return items.map((_, itemIndex) => failedItem(inAll, itemIndex));
	}
}

/**
 * Makes n8n's `customOperations` out of the operations' data: n8n then lets the node carry them out itself, with all
 * items of a run at hand, instead of doing so with its own engine for declarative nodes.
 *
 * @param resources everything that the node can do
 */
export function customOperationsOf(
	resources: Resource[],
): NonNullable<INodeType['customOperations']> {
	const named = <Value>(entries: Array<[string, Value]>) =>
		// Without a prototype: n8n looks up whatever a workflow has for a name.
		Object.assign(Object.create(null), Object.fromEntries(entries)) as Record<string, Value>;
	return named(
		resources.map(({ value: resource, operations }) => [
			resource,
			named(
				operations.map((operation) => [
					operation.value,
					async function (this: IExecuteFunctions) {
						return [await runOrFailAll(this, operation)];
					},
				]),
			),
		]),
	);
}
