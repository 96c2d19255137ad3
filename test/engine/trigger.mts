import { HookContext, TriggerContext } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHookFunctions,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	ITriggerFunctions,
	ITriggerResponse,
	IWebhookData,
	IWorkflowExecuteAdditionalData,
	WorkflowActivateMode,
} from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';
import type { Account } from '../../tools/emulator/emulator.mts';
import type { StoppedClock } from './clock.mts';
import { emitter } from './execution.mts';
import {
	additionalDataFor,
	credentialOf,
	credentialsHelperFor,
	loadPackage,
	nodeTypesOf,
} from './harness.mts';
import { takeLog, textOf } from './log.mts';
import { newProcess } from './n8nProcess.mts';
import { expectNoSecret } from './secrets.mts';
import { post, type Received } from './triggerPost.mts';

interface TriggerOptions {
	parameters?: INodeParameters;
	/** The version of the node in the workflow. */
	typeVersion?: number;
	/** Under which n8n can be reached. */
	n8nUrl?: string;
	credential?: ICredentialDataDecryptedObject;
	webhookId?: string;
	/** What n8n has kept of an earlier life of the workflow. */
	staticData?: IDataObject;
	/** How the address of tests begins; n8n's own unless it is renamed. */
	testPath?: string;
	/** Whether n8n registers as its publication service does, which is the default of n8n 2, or as n8n 1 does. */
	isPublicationService?: boolean;
	/** Of the workflow; each has one of its own. */
	workflowId?: string;
}

const NODE_NAME = 'Z-API Trigger';

/** The node of an n8n that was started anew; before, it is the one that the package's loader gives. */
let restarted: INodeType | undefined;

/**
 * Kills the process of n8n and starts it anew, for all triggers. What is published has to be started then.
 *
 * @returns its clock, which stands still until time is let pass
 */
export function restartN8n(): StoppedClock {
	const { trigger, clock } = newProcess();
	restarted = trigger;
	return clock;
}

/** The trigger of one workflow, driven as n8n's server does. */
export class Trigger {
	/** Where events are posted while the workflow is active. */
	readonly address: string;
	/** Where events are posted during a test. */
	readonly testAddress: string;
	/** What n8n keeps in its database. */
	staticData: IDataObject;
	/** The failed executions that n8n shows for the trigger. */
	readonly failedExecutions: string[] = [];
	/** What the executions that it has started by itself have got from it. */
	readonly executions: INodeExecutionData[][] = [];
	/** What the trigger has written to n8n's log. */
	readonly log: string[] = [];

	readonly #account: Account & { baseUrl: string };
	readonly #options: TriggerOptions;
	readonly #node: INode;
	/** What n8n keeps of a test, as long as it listens. */
	#test: IDataObject = {};
	/** What n8n keeps of the running trigger. */
	#running?: ITriggerResponse;

	constructor(account: Account & { baseUrl: string }, options: TriggerOptions = {}) {
		const { n8nUrl = 'http://127.0.0.1:1', webhookId = 'a1b2c3d4' } = options;
		const { testPath = 'webhook-test', typeVersion = 1.1 } = options;
		this.#account = account;
		this.#options = { isPublicationService: true, ...options, n8nUrl, testPath };
		this.address = `${n8nUrl}/webhook/${webhookId}/webhook`;
		this.testAddress = `${n8nUrl}/${testPath}/${webhookId}/webhook`;
		this.staticData = options.staticData ?? {};
		this.#node = {
			...{ id: 'trigger', name: NODE_NAME, type: 'n8n-nodes-z-api.zApiTrigger', typeVersion },
			position: [0, 0],
			webhookId,
			parameters: options.parameters ?? {},
			credentials: { zApi: { id: '1', name: 'Z-API' } },
		};
	}

	/** @param isTest n8n runs tests on a workflow that isn't active, whether it is published or not */
	async #workflow(staticData: IDataObject, isTest = false): Promise<Workflow> {
		return new Workflow({
			id: this.#options.workflowId ?? this.#node.webhookId,
			name: 'Test',
			nodes: [this.#node],
			connections: {},
			active: !isTest,
			nodeTypes: nodeTypesOf(await loadPackage()),
			staticData: structuredClone(staticData),
		});
	}

	async #context(workflow: Workflow) {
		const loaded = await loadPackage();
		const credential = this.#options.credential ?? credentialOf(this.#account);
		const additionalData: IWorkflowExecuteAdditionalData = {
			...additionalDataFor(credentialsHelperFor(loaded.credentialType, credential)),
			webhookBaseUrl: `${this.#options.n8nUrl}/webhook`,
			webhookWaitingBaseUrl: `${this.#options.n8nUrl}/webhook-waiting`,
			webhookTestBaseUrl: `${this.#options.n8nUrl}/${this.#options.testPath}`,
		};
		const node = workflow.getNode(NODE_NAME);
		if (node === null) throw new Error('The workflow lost its node');
		return { loaded, additionalData, node };
	}

	/** Calls one of the node's hooks. */
	async #call(
		method: 'checkExists' | 'create' | 'delete',
		mode: WorkflowActivateMode,
		workflow: Workflow,
	): Promise<boolean> {
		const { loaded, additionalData, node } = await this.#context(workflow);
		const hook = (restarted ?? loaded.trigger).webhookMethods?.default?.[method];
		if (!hook) throw new Error(`The trigger has no ${method}`);
		const isTest = !workflow.active;
		const executionMode = method === 'delete' ? 'internal' : isTest ? 'manual' : 'trigger';
		const context = new HookContext(workflow, node, additionalData, executionMode, mode, {
			...this.#webhookData(additionalData),
			isTest,
		});
		try {
			const result = await hook.call(context as IHookFunctions);
			this.#takeLog();
			return result;
		} catch (error) {
			expectNoSecret(this.#account, textOf(error));
			this.#takeLog();
			throw error;
		}
	}

	#takeLog() {
		const log = takeLog();
		expectNoSecret(this.#account, log);
		if (log !== '') this.log.push(log);
	}

	/** Starts the node's own part of a trigger, which n8n 2 does for published nodes at its start. */
	async #runTrigger(mode: WorkflowActivateMode, workflow: Workflow): Promise<void> {
		const { loaded, additionalData, node } = await this.#context(workflow);
		const type = restarted ?? loaded.trigger;
		if (!type.trigger) return;
		const emit = emitter({ workflow, node, additionalData }, type, this.executions);
		const saveFailedExecution = (error: Error) => this.failedExecutions.push(error.message);
		const { isPublicationService } = this.#options;
		const context = new TriggerContext(
			...([workflow, node, additionalData, 'trigger', mode, emit, undefined] as const),
			saveFailedExecution,
		);
		// n8n 1 has no such function.
		if (!isPublicationService) Object.assign(context, { saveFailedExecution: undefined });
		const response = await type.trigger.call(context as ITriggerFunctions);
		// Without a response, n8n takes the trigger for not running, and publishes it again every 10 seconds.
		if (!response) throw new Error('The trigger gave no response');
		this.#running = response;
	}

	/** n8n writes static data to its database only where it has noticed a change. */
	#save({ staticData }: Workflow) {
		if ((staticData as { __dataChanged?: boolean }).__dataChanged !== true) return;
		this.staticData = JSON.parse(JSON.stringify(staticData)) as IDataObject;
	}

	#webhookData(additionalData: IWorkflowExecuteAdditionalData): IWebhookData {
		return {
			httpMethod: 'POST',
			...{ node: NODE_NAME, path: `${this.#node.webhookId}/webhook` },
			webhookDescription: { httpMethod: 'POST', name: 'default', path: 'webhook' },
			...{ workflowId: '1', workflowExecuteAdditionalData: additionalData },
		};
	}

	/** Publishes the workflow. After an error, n8n lets the node clean up. */
	async activate(mode: 'activate' | 'update' = 'activate') {
		await this.#register(mode);
	}

	/**
	 * What n8n does with the workflow when it starts, if it is published: n8n 2 starts nodes that have `trigger`, and
	 * asks their hooks, too; of other nodes it asks nothing. n8n 1 asks the hooks of all.
	 */
	async start() {
		const loaded = await loadPackage();
		const isAsked = (restarted ?? loaded.trigger).trigger !== undefined;
		if (isAsked || this.#options.isPublicationService !== true) await this.#register('init');
	}

	async #askHooks(mode: WorkflowActivateMode, workflow: Workflow) {
		if (await this.#call('checkExists', mode, workflow)) return;
		await this.#call('create', mode, workflow);
	}

	async #register(mode: WorkflowActivateMode) {
		const workflow = await this.#workflow(this.staticData);
		const { isPublicationService } = this.#options;
		try {
			if (isPublicationService) {
				const parts = [this.#askHooks(mode, workflow), this.#runTrigger(mode, workflow)];
				const settled = await Promise.allSettled(parts);
				const failed = settled.find(({ status }) => status === 'rejected');
				if (failed) throw (failed as PromiseRejectedResult).reason;
			} else {
				await this.#askHooks(mode, workflow);
				await this.#runTrigger(mode, workflow);
			}
			this.#save(workflow);
		} catch (error) {
			const cleaned = isPublicationService ? workflow : await this.#workflow(this.staticData);
			const save = () => this.#save(cleaned);
			// That it fails is only logged.
			await this.#call('delete', 'update', cleaned).then(
				save,
				isPublicationService ? save : () => {},
			);
			throw error;
		}
	}

	async deactivate() {
		const workflow = await this.#workflow(this.staticData);
		const running = this.#running;
		this.#running = undefined;
		await Promise.all([this.#call('delete', 'update', workflow), running?.closeFunction?.()]);
		this.#save(workflow);
	}

	/** Starts to listen for one test event, with no static data; whatever an earlier test kept is gone. */
	async startTest() {
		const workflow = await this.#workflow({}, true);
		this.#test = {};
		try {
			await this.#askHooks('manual', workflow);
		} catch (error) {
			// What goes wrong there takes the place of the first error, and of n8n's memory.
			await this.#call('delete', 'update', workflow);
			throw error;
		}
		this.#test = JSON.parse(JSON.stringify(workflow.staticData)) as IDataObject;
	}

	async endTest() {
		await this.#call('delete', 'update', await this.#workflow(this.#test, true));
		this.#test = {};
	}

	/** Whether the node takes itself as registered when a person publishes it once more. */
	async isRegistered() {
		return await this.#call('checkExists', 'activate', await this.#workflow(this.staticData));
	}

	/**
	 * Posts something at the node, with the instance's token as Z-API does.
	 *
	 * @param body an object is sent as JSON; a text or a buffer as it is; a form as n8n leaves it to the node
	 * @param headers replace those of Z-API
	 * @param isTest whether n8n listens for one test event
	 */
	async post(body: unknown, headers?: Record<string, string>, isTest?: boolean): Promise<Received> {
		const { token } = { ...this.#account, ...(this.#options.credential as Partial<Account>) };
		const workflow = await this.#workflow(this.staticData);
		const { loaded, additionalData, node } = await this.#context(workflow);
		const received = await post(
			{ workflow, node, additionalData, webhookData: this.#webhookData(additionalData) },
			restarted ?? loaded.trigger,
			{ body, headers: headers ?? { 'z-api-token': token }, isTest },
		);
		// n8n saves before it answers, unless the node has answered itself.
		this.#save(workflow);
		expectNoSecret(this.#account, textOf(received), received.logged);
		return received;
	}
}
