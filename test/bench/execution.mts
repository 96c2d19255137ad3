import type {
	ICredentialsHelper,
	IHttpRequestOptions,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	INodeTypes,
	IExecuteFunctions,
	IRun,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import type { ExecuteContext } from 'n8n-core';
import type { Engine } from './engine.mts';
import type { Side } from './sides.mts';

/** What came of one run of a workflow. */
export interface Outcome {
	goodItems: number;
	credentialReads: number;
	/** Why the first item failed, if one did. */
	error?: string;
}

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
function credentialsHelper(side: Side, onRead: () => void): ICredentialsHelper {
	const { credentialType, credential } = side;
	const helper: Partial<ICredentialsHelper> = {
		getParentTypes: () => [],
		isCredentialUsableByNode: () => true,
		getDecrypted: () => {
			onRead();
			return Promise.resolve({ ...credential });
		},
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
 * runs: not by hand from the editor.
 *
 * @param parameters replace or add node parameters
 */
export function workflowRunner(
	engine: Engine,
	side: Side,
	parameters: INodeParameters = {},
): (items: INodeExecutionData[]) => Promise<Outcome> {
	const nodeType = withExecute(engine, side.nodeType);
	const node: INode = {
		id: 'node',
		name: 'Node',
		type: side.type,
		typeVersion: side.typeVersion,
		position: [0, 0],
		parameters: { ...side.parameters, ...parameters },
		// So that items that fail can be counted.
		onError: 'continueRegularOutput',
		credentials: { [side.credentialType.name]: { id: '1', name: 'Account' } },
	};
	const start: INode = { ...node, id: 'start', name: 'Start', type: TRIGGER, typeVersion: 1 };

	return async (items) => {
		let credentialReads = 0;
		const workflow = new engine.workflow.Workflow({
			id: '1',
			name: 'Bench',
			nodes: [{ ...start, parameters: {}, credentials: {} }, node],
			connections: { Start: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } },
			active: true,
			nodeTypes: nodeTypesFor(side, nodeType),
			settings: { executionOrder: 'v1' },
		});
		const helper = credentialsHelper(side, () => credentialReads++);
		const execution = new engine.core.WorkflowExecute(additionalData(engine, helper), 'trigger');
		const run: IRun = await execution.run({ workflow, pinData: { Start: items } });

		const { runData, error } = run.data.resultData;
		const task = runData.Node?.[0];
		const output = task?.data?.main?.[0] ?? [];
		const failed = output.filter((item) => item.error ?? item.json.error);
		const why = task?.error ?? error ?? failed[0]?.error;
		return {
			goodItems: task?.error ? 0 : output.length - failed.length,
			credentialReads,
			error: why?.message ?? (failed[0] && JSON.stringify(failed[0].json)),
		};
	};
}
