import type {
	ICredentialsHelper,
	IHttpRequestOptions,
	INode,
	INodeExecutionData,
	INodeType,
	INodeTypes,
	IExecuteFunctions,
	IRun,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import type { ExecuteContext } from 'n8n-core';
import type { Engine } from './engine.mts';
import type { Side } from './sides.mts';

const TRIGGER = 'n8n-nodes-base.manualTrigger';

const trigger: INodeType = {
	description: {
		displayName: 'Start',
		name: 'manualTrigger',
		group: ['trigger'],
		version: 1,
		description: '',
		defaults: { name: 'Start' },
		inputs: [],
		outputs: ['main'],
		properties: [],
	},
	execute(this: IExecuteFunctions) {
		return Promise.resolve([this.getInputData()]);
	},
};

/** Gives a declarative node what n8n's server gives to each of them; a node with code of its own stays as it is. */
function withExecute(engine: Engine, nodeType: INodeType): INodeType {
	if (nodeType.execute) return nodeType;
	nodeType.execute = async function (this: IExecuteFunctions) {
		const context = this as unknown as ExecuteContext;
		return (await new engine.core.RoutingNode(context, nodeType).runNode()) ?? [];
	};
	return nodeType;
}

function nodeTypesFor(side: Side, nodeType: INodeType): INodeTypes {
	const find = (type: string): INodeType => {
		if (type === TRIGGER) return trigger;
		if (type === side.type) return nodeType;
		throw new Error(`No node type ${type}`);
	};
	return { getByName: find, getByNameAndVersion: find, getKnownTypes: () => ({}) };
}

/** Does what n8n's own helper does, except that the credential comes from memory and not from a database. */
function credentialsHelper(side: Side): ICredentialsHelper {
	const { credentialType, credential } = side;
	const helper: Partial<ICredentialsHelper> = {
		getParentTypes: () => [],
		isCredentialUsableByNode: () => true,
		getDecrypted: () => Promise.resolve({ ...credential }),
		getCredentialsProperties: () => credentialType.properties,
		preAuthentication: () => Promise.resolve(undefined),
		async authenticate(data, _type, request) {
			if (typeof credentialType.authenticate !== 'function') throw new Error('No authenticate');
			return await credentialType.authenticate(data, request as IHttpRequestOptions);
		},
	};
	return helper as ICredentialsHelper;
}

function additionalData(
	engine: Engine,
	helper: ICredentialsHelper,
): IWorkflowExecuteAdditionalData {
	const hooks = new engine.core.ExecutionLifecycleHooks('trigger', '1', {
		id: '1',
		name: 'Bench',
	} as ConstructorParameters<typeof engine.core.ExecutionLifecycleHooks>[2]);
	const address = 'http://127.0.0.1:1';
	const data: Partial<IWorkflowExecuteAdditionalData> = {
		credentialsHelper: helper,
		hooks,
		executionId: '1',
		currentNodeExecutionIndex: 0,
		restApiUrl: address,
		instanceBaseUrl: address,
		formBaseUrl: address,
		formWaitingBaseUrl: address,
		formTestBaseUrl: address,
		webhookBaseUrl: address,
		webhookWaitingBaseUrl: address,
		webhookTestBaseUrl: address,
		variables: {},
		setExecutionStatus: () => {},
		logAiEvent: () => {},
	};
	return data as IWorkflowExecuteAdditionalData;
}

/**
 * Makes a workflow of a trigger and one node, and a function that runs it in n8n's engine as an active workflow
 * runs: not by hand from the editor. It throws unless every item comes out well.
 */
export function workflowRunner(
	engine: Engine,
	side: Side,
): (items: INodeExecutionData[]) => Promise<void> {
	const nodeType = withExecute(engine, side.nodeType);
	const node: INode = {
		id: 'node',
		name: 'Node',
		type: side.type,
		typeVersion: side.typeVersion,
		position: [0, 0],
		parameters: side.parameters,
		credentials: { [side.credentialType.name]: { id: '1', name: 'Account' } },
	};
	const start: INode = { ...node, id: 'start', name: 'Start', type: TRIGGER, typeVersion: 1 };

	return async (items) => {
		const workflow = new engine.workflow.Workflow({
			id: '1',
			name: 'Bench',
			nodes: [{ ...start, parameters: {}, credentials: {} }, node],
			connections: { Start: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } },
			active: true,
			nodeTypes: nodeTypesFor(side, nodeType),
			settings: { executionOrder: 'v1' },
		});
		const data = additionalData(engine, credentialsHelper(side));
		const execution = new engine.core.WorkflowExecute(data, 'trigger');
		const run: IRun = await execution.run({ workflow, pinData: { Start: items } });

		const { runData, error } = run.data.resultData;
		const output = runData.Node?.[0]?.data?.main?.[0] ?? [];
		if (error) throw error;
		if (output.length !== items.length) throw new Error(`${output.length} items came out`);
	};
}
