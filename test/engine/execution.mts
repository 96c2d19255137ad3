import { ExecuteContext } from 'n8n-core';
import type {
	IExecuteFunctions,
	INode,
	INodeExecutionData,
	INodeType,
	ITriggerFunctions,
	IWorkflowExecuteAdditionalData,
	Workflow,
} from 'n8n-workflow';

/** A trigger as n8n holds it while its workflow is published. */
interface Target {
	workflow: Workflow;
	node: INode;
	additionalData: IWorkflowExecuteAdditionalData;
}

/** Runs the trigger in an execution that starts with these items. @returns what leaves it */
async function run(
	{ workflow, node, additionalData }: Target,
	trigger: INodeType,
	items: INodeExecutionData[],
): Promise<INodeExecutionData[]> {
	const input = { main: [items] };
	const context = new ExecuteContext(
		...([workflow, node, additionalData, 'trigger', {} as never, 0, items, input] as const),
		{ data: input, node, source: null },
		[],
	);
	const [output] = (await trigger.execute?.call(context as IExecuteFunctions)) as [
		INodeExecutionData[],
	];
	return output;
}

/**
 * @param executions gets what leaves the trigger in each execution that it starts
 * @returns how a trigger starts executions by itself; with the same key, n8n makes only one
 */
export function emitter(
	target: Target,
	trigger: INodeType,
	executions: INodeExecutionData[][],
): ITriggerFunctions['emit'] {
	const made = new Set<string>();
	return ([items = []], _response, done, key = '') => {
		if (made.has(key)) return;
		made.add(key);
		// Of a good one, n8n only says much later that it has ended: with all that comes after the trigger.
		run(target, trigger, items).then(
			(output) => executions.push(output),
			(error: Error) => done?.reject(error),
		);
	};
}
