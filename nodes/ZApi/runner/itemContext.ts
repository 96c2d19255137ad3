import type {
	IExecuteFunctions,
	IExecuteSingleFunctions,
	INodeExecutionData,
	INodeParameters,
} from 'n8n-workflow';
import type { Limiter } from '../../shared/requests/limiter';
import { rawParameter, readPlain } from './plainPaths';

/**
 * A run from the point of view of one item, as n8n's own engine provides it to a declarative node.
 *
 * @param run the node's context, which has all items
 * @param items the run's items
 * @param credentials a semaphore: limits how many items read their credential at once, which n8n does for every request
 * @param parameters of the node, with their expressions: asking n8n for them copies the whole node
 */
export function itemContext(
	run: IExecuteFunctions,
	items: INodeExecutionData[],
	itemIndex: number,
	credentials: Limiter,
	parameters: INodeParameters = run.getNode().parameters,
): IExecuteSingleFunctions {
	const { helpers } = run;
	const own = {
		getItemIndex: () => itemIndex,
		getInputData: () => items[itemIndex],
		getNodeParameter: (name: string, fallback?: unknown, options: object = {}) => {
			const isUsual = Object.keys(options).every((option) => option === 'skipValidation');
			const raw = rawParameter(parameters, name, fallback);
			const plain = isUsual && readPlain(raw, items[itemIndex]?.json);
			if (plain) return plain.value;
			// n8n's validation would search all fields of the node; here, each field has its own reader.
			return run.getNodeParameter(name, itemIndex, fallback, { skipValidation: true, ...options });
		},
		getCredentials: async (type: string) =>
			await credentials.run(async () => await run.getCredentials(type, itemIndex)),
		helpers: {
			httpRequestWithAuthentication: helpers.httpRequestWithAuthentication,
			httpRequest: helpers.httpRequest,
			prepareBinaryData: helpers.prepareBinaryData,
			getBinaryDataBuffer: async (name: string) =>
				await helpers.getBinaryDataBuffer(itemIndex, name),
		},
	};
	return Object.assign(Object.create(run), own) as IExecuteSingleFunctions;
}
