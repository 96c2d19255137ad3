import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';
import { Limiter } from '../shared/requests/limiter';
import type { Operation, Resource } from './language/operation';
import { itemContext } from './runner/itemContext';
import { failedItem, toItemError } from './runner/nodeErrors';
import { runOperation } from './runner/run';
import { askAndWait } from './sendAndWait/ask';

/** An error before a run begins fails all of its items: otherwise n8n would treat them as successes. */
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
		const inAll = toItemError(itemContext(run, items, 0, new Limiter(1)), error);
		if (!run.continueOnFail()) throw inAll;
		return items.map((_, itemIndex) => failedItem(inAll, itemIndex));
	}
}

/**
 * Makes n8n's `customOperations` from the operations' data. With these, the node carries out its operations itself and
 * has all items of a run, instead of n8n's own engine for declarative nodes.
 *
 * @param resources everything that the node can do
 */
export function customOperationsOf(
	resources: Resource[],
): NonNullable<INodeType['customOperations']> {
	const named = <Value>(entries: Array<[string, Value]>) =>
		// Without a prototype: n8n looks up any name that a workflow contains.
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
