import type { ExecuteContext } from 'n8n-core';
import { takeLog, textOf } from './log.mts';
import {
	ExecutionLifecycleHooks,
	PackageDirectoryLoader,
	RoutingNode,
	WorkflowExecute,
} from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	ICredentialsHelper,
	ICredentialType,
	IDataObject,
	IHttpRequestOptions,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	INodeTypes,
	IExecuteFunctions,
	IRun,
	IWorkflowExecuteAdditionalData,
	NodeApiError,
} from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';
import type { Account } from '../../tools/emulator/emulator.mts';
import { VERSIONS } from '../../nodes/ZApi/language/versions.ts';
import { expectNoSecret } from './secrets.mts';

/** What happens to an item that fails; the names are n8n's own. */
export type OnError = 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput';

export interface RunOptions {
	account: Account & { baseUrl: string };
	parameters: INodeParameters;
	items?: IDataObject[];
	/** Replaces the items, where they have files. */
	fullItems?: INodeExecutionData[];
	onError?: OnError;
	retryOnFail?: boolean;
	/** Stops the execution, as the user's button does, when it resolves. */
	stop?: Promise<unknown>;
	/** Replaces the credential made from the account. */
	credential?: ICredentialDataDecryptedObject;
	/** Who carries the operation out. Without it, it is as jest.config.mjs says for this run of the tests. */
	carrier?: Carrier;
	/** The node's type in the workflow, if another one than usual: as a tool it is called differently. */
	nodeType?: string;
	/** The version of the node in the workflow. */
	typeVersion?: number;
	/** The workflow's, if it has one of its own. */
	timezone?: string;
	/** Under which n8n can be reached. */
	n8nUrl?: string;
}

/** n8n asks the node's `customOperations`; where it doesn't, its own engine for declarative nodes runs. */
export type Carrier = 'customOperations' | 'routingNode';

const { carrier: usualCarrier = 'customOperations' } = globalThis as { carrier?: Carrier };

export interface RunResult {
	/** What left the first output. */
	items: INodeExecutionData[];
	/** What left the error output. */
	failedItems: INodeExecutionData[];
	/** Why the node stopped the workflow. */
	error?: NodeApiError;
	/** What n8n says under the output. */
	hints: string[];
	/** What the node remembers in n8n's data of the execution. */
	memory: IDataObject;
	/** How often n8n read the credential from its database. */
	credentialReads: number;
	/** With what n8n goes on, and when at the latest, if the execution waits. */
	waiting?: { node: INode; inWorkflow: INode | null; till: Date };
}

const NODE_NAME = 'Z-API';

const start = standIn('manualTrigger', ['trigger']);
const nextStep = standIn('noOp', ['transform']);

function standIn(name: string, group: Array<'trigger' | 'transform'>): INodeType {
	return {
		description: {
			displayName: name,
			name,
			group,
			version: 1,
			description: '',
			defaults: { name },
			inputs: group[0] === 'trigger' ? [] : ['main'],
			outputs: ['main'],
			properties: [],
		},
		execute(this: IExecuteFunctions) {
			return Promise.resolve([this.getInputData()]);
		},
	};
}

export interface LoadedPackage {
	node: INodeType;
	trigger: INodeType;
	credentialType: ICredentialType;
}

let loadedPackage: Promise<LoadedPackage> | undefined;

/** Loads the built package as n8n's server does, from the `n8n` block of its package.json. */
export function loadPackage(): Promise<LoadedPackage> {
	loadedPackage ??= (async () => {
		const loader = new PackageDirectoryLoader(process.cwd());
		await loader.loadAll();
		const node = loader.getNode('zApi').type as INodeType;
		const trigger = loader.getNode('zApiTrigger').type as INodeType;
		const credentialType = loader.getCredential('zApi').type;
		// n8n's server does this to every declarative node; a few paths differ without it.
		node.execute = async function (this: IExecuteFunctions) {
			return (await new RoutingNode(this as unknown as ExecuteContext, node).runNode()) ?? [];
		};
		return { node, trigger, credentialType };
	})();
	return loadedPackage;
}

/** @returns the package's nodes, and stand-ins for what they are connected to */
export function nodeTypesOf(
	{ node, trigger }: LoadedPackage,
	carrier: Carrier = usualCarrier,
): INodeTypes {
	const zApi =
		carrier === 'customOperations'
			? node
			: (Object.create(node, { customOperations: { value: undefined } }) as INodeType);
	const types: Record<string, INodeType> = {
		'n8n-nodes-base.manualTrigger': start,
		'n8n-nodes-base.noOp': nextStep,
		'n8n-nodes-z-api.zApi': zApi,
		'n8n-nodes-z-api.zApiTool': zApi,
		'n8n-nodes-z-api.zApiTrigger': trigger,
	};
	const find = (type: string): INodeType => {
		const found = types[type];
		if (!found) throw new Error(`No node type ${type}`);
		return found;
	};
	return { getByName: find, getByNameAndVersion: find, getKnownTypes: () => ({}) };
}

/** n8n's own credentials helper does the same with the credential type's `authenticate`. */
export function credentialsHelperFor(
	credentialType: ICredentialType,
	credential: ICredentialDataDecryptedObject,
): ICredentialsHelper {
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

/** What n8n's server knows around a node. */
export function additionalDataFor(
	credentialsHelper: ICredentialsHelper,
	hooks?: ExecutionLifecycleHooks,
	address = 'http://127.0.0.1:1',
): IWorkflowExecuteAdditionalData {
	const additionalData: Partial<IWorkflowExecuteAdditionalData> = {
		credentialsHelper,
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
	return additionalData as IWorkflowExecuteAdditionalData;
}

/** @returns the node in a workflow, with these parameters */
export function zApiNode(parameters: INodeParameters): INode {
	return {
		id: 'node',
		name: NODE_NAME,
		type: 'n8n-nodes-z-api.zApi',
		typeVersion: VERSIONS.at(-1) ?? 1,
		position: [0, 0],
		parameters,
		credentials: { zApi: { id: '1', name: 'Z-API' } },
	};
}

/** @returns what a credential for the account holds */
export function credentialOf({ baseUrl, instance, token, clientToken }: RunOptions['account']) {
	return { instance, token, clientToken, baseUrl };
}

/**
 * Runs the built node in n8n's engine: a trigger hands over the items, and whatever leaves the node goes on to
 * one next step for good items and one for failed items.
 *
 * Fails when the instance, the token or the Client-Token shows anywhere in what the execution leaves behind.
 */
export async function runNode(options: RunOptions): Promise<RunResult> {
	const { account, parameters, items = [{}], onError = 'stopWorkflow' } = options;
	const loaded = await loadPackage();
	const node: INode = {
		...zApiNode(parameters),
		...(options.nodeType && { type: options.nodeType }),
		...(options.typeVersion && { typeVersion: options.typeVersion }),
		onError,
		...(options.retryOnFail && { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 }),
	};
	const step = (name: string, type: string): INode => ({
		id: name,
		name,
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	});
	const connectTo = (name: string) => [{ node: name, type: 'main' as const, index: 0 }];
	const workflow = new Workflow({
		id: '1',
		name: 'Test',
		nodes: [
			step('Start', 'n8n-nodes-base.manualTrigger'),
			node,
			step('Good', 'n8n-nodes-base.noOp'),
			step('Failed', 'n8n-nodes-base.noOp'),
		],
		connections: {
			Start: { main: [connectTo(NODE_NAME)] },
			[NODE_NAME]: { main: [connectTo('Good'), connectTo('Failed')] },
		},
		active: false,
		nodeTypes: nodeTypesOf(loaded, options.carrier),
		settings: { executionOrder: 'v1', ...(options.timezone && { timezone: options.timezone }) },
	});

	const hooks = new ExecutionLifecycleHooks('manual', '1', {
		id: '1',
		name: 'Test',
	} as ConstructorParameters<typeof ExecutionLifecycleHooks>[2]);
	const credential = options.credential ?? credentialOf(account);
	const helper = credentialsHelperFor(loaded.credentialType, credential);
	let credentialReads = 0;
	const getDecrypted = helper.getDecrypted.bind(helper);
	helper.getDecrypted = async (...parameters) => {
		credentialReads++;
		return await getDecrypted(...parameters);
	};
	const additionalData = additionalDataFor(helper, hooks, options.n8nUrl);
	const execution = new WorkflowExecute(additionalData, 'manual');
	const running = execution.run({
		workflow,
		pinData: { Start: options.fullItems ?? items.map((json) => ({ json })) },
	});
	void options.stop?.then(() => running.cancel());
	const run: IRun = await running;

	const { runData } = run.data.resultData;
	expectNoSecret(account, textOf(run), takeLog());
	const { contextData = {}, nodeExecutionStack: [next] = [] } = run.data.executionData ?? {};
	const [task] = runData[NODE_NAME] ?? [];
	const [good, failed] = task?.data?.main ?? [];
	return {
		items: good ?? [],
		failedItems: failed ?? [],
		error: (task?.error ?? run.data.resultData.error) as NodeApiError | undefined,
		hints: (task?.hints ?? []).map(({ message }) => message),
		memory: contextData[`node:${NODE_NAME}`] ?? {},
		credentialReads,
		...(run.waitTill &&
			next && {
				waiting: {
					node: next.node,
					inWorkflow: workflow.getNode(NODE_NAME),
					till: run.waitTill,
				},
			}),
	};
}
