import { join } from 'node:path';
import { HookContext, WebhookContext } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHookFunctions,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	IWebhookData,
	IWebhookFunctions,
	IWorkflowExecuteAdditionalData,
	WorkflowActivateMode,
} from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';
import type { Account } from '../../tools/emulator/emulator.mts';
import {
	additionalDataFor,
	credentialOf,
	credentialsHelperFor,
	loadPackage,
	nodeTypesOf,
} from './harness.mts';
import { takeLog, textOf } from './log.mts';
import { expectNoSecret } from './secrets.mts';

/** What an answer to a posted event was, and what it started. */
export interface Received {
	status: number;
	body: unknown;
	/** The items of the execution that was started; undefined if none was. */
	items?: INodeExecutionData[];
	/** Whether the answer went out before the items were ready. */
	answeredFirst: boolean;
	/** What n8n wrote to its log. */
	logged: string;
}

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
	/** Whether n8n registers as its publication service does, which is the default, or as before. */
	isPublicationService?: boolean;
}

const NODE_NAME = 'Z-API Trigger';

/** The node's class of an n8n that was started anew, which has forgotten everything. */
let restarted: INodeType | undefined;

/** Starts n8n anew, for all triggers. It then has to activate again what is published. */
export async function restartN8n(): Promise<void> {
	await jest.isolateModulesAsync(async () => {
		const file = join(process.cwd(), 'dist/nodes/ZApiTrigger/ZApiTrigger.node.js');
		const { ZApiTrigger } = (await import(file)) as { ZApiTrigger: new () => INodeType };
		restarted = new ZApiTrigger();
	});
}

/** The trigger of one workflow, driven as n8n's server does. */
export class Trigger {
	/** Where events are posted while the workflow is active. */
	readonly address: string;
	/** Where events are posted during a test. */
	readonly testAddress: string;
	/** What n8n keeps in its database. */
	staticData: IDataObject;

	readonly #account: Account & { baseUrl: string };
	readonly #options: TriggerOptions;
	readonly #node: INode;
	/** What n8n keeps of a test, as long as it listens. */
	#test: IDataObject = {};

	constructor(account: Account & { baseUrl: string }, options: TriggerOptions = {}) {
		const { n8nUrl = 'http://127.0.0.1:1', webhookId = 'a1b2c3d4' } = options;
		const { testPath = 'webhook-test', typeVersion = 1.1 } = options;
		this.#account = account;
		this.#options = { isPublicationService: true, ...options, n8nUrl, testPath };
		this.address = `${n8nUrl}/webhook/${webhookId}/webhook`;
		this.testAddress = `${n8nUrl}/${testPath}/${webhookId}/webhook`;
		this.staticData = options.staticData ?? {};
		this.#node = {
			id: 'trigger',
			name: NODE_NAME,
			type: 'n8n-nodes-z-api.zApiTrigger',
			typeVersion,
			position: [0, 0],
			webhookId,
			parameters: options.parameters ?? {},
			credentials: { zApi: { id: '1', name: 'Z-API' } },
		};
	}

	/** @param isTest n8n runs tests on a workflow that isn't active, whether it is published or not */
	async #workflow(staticData: IDataObject, isTest = false): Promise<Workflow> {
		return new Workflow({
			id: this.#options.webhookId ?? '1',
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
			expectNoSecret(this.#account, takeLog());
			return result;
		} catch (error) {
			expectNoSecret(this.#account, textOf(error), takeLog());
			throw error;
		}
	}

	/** n8n writes static data to its database only where it has noticed a change. */
	#save({ staticData }: Workflow) {
		if ((staticData as { __dataChanged?: boolean }).__dataChanged !== true) return;
		this.staticData = JSON.parse(JSON.stringify(staticData)) as IDataObject;
	}

	#webhookData(additionalData: IWorkflowExecuteAdditionalData): IWebhookData {
		return {
			httpMethod: 'POST',
			node: NODE_NAME,
			path: `${this.#node.webhookId}/webhook`,
			webhookDescription: { httpMethod: 'POST', name: 'default', path: 'webhook' },
			workflowId: '1',
			workflowExecuteAdditionalData: additionalData,
		};
	}

	/** Activates the workflow; `init` is what happens when n8n starts. After an error, n8n lets the node clean up. */
	async activate(mode: WorkflowActivateMode = 'activate') {
		const workflow = await this.#workflow(this.staticData);
		const { isPublicationService } = this.#options;
		try {
			if (!(await this.#call('checkExists', mode, workflow))) {
				await this.#call('create', mode, workflow);
			}
			this.#save(workflow);
		} catch (error) {
			const cleaned = isPublicationService ? workflow : await this.#workflow(this.staticData);
			await this.#call('delete', 'update', cleaned).then(
				() => this.#save(cleaned),
				// This is only logged.
				() => isPublicationService && this.#save(cleaned),
			);
			throw error;
		}
	}

	async deactivate() {
		const workflow = await this.#workflow(this.staticData);
		await this.#call('delete', 'update', workflow);
		this.#save(workflow);
	}

	/** Starts to listen for one test event, with no static data; whatever an earlier test kept is gone. */
	async startTest() {
		const workflow = await this.#workflow({}, true);
		this.#test = {};
		try {
			if (!(await this.#call('checkExists', 'manual', workflow))) {
				await this.#call('create', 'manual', workflow);
			}
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

	/** Whether n8n would take the node as registered. */
	async isRegistered() {
		return await this.#call('checkExists', 'init', await this.#workflow(this.staticData));
	}

	/** Only the node's own part of an activation. */
	async createOnly() {
		await this.#call('create', 'activate', await this.#workflow(this.staticData));
	}

	/** What happens when the process ends between a hook and the database. */
	forget() {
		this.staticData = {};
	}

	/**
	 * Posts something at the node.
	 *
	 * @param body an object is sent as JSON; a text or a buffer as it is; a form as n8n leaves it to the node
	 */
	async post(body: unknown): Promise<Received> {
		const workflow = await this.#workflow(this.staticData);
		const { loaded, additionalData, node } = await this.#context(workflow);
		const rawBody =
			typeof body === 'string' || Buffer.isBuffer(body)
				? Buffer.from(body)
				: Buffer.from(JSON.stringify(body));
		const received: Received = { status: 200, body: undefined, answeredFirst: false, logged: '' };
		const response = {
			status(status: number) {
				received.status = status;
				return response;
			},
			json(answer: unknown) {
				received.body = answer;
				received.answeredFirst = true;
				return response;
			},
		};
		const request =
			body instanceof FormData
				? {
						readRawBody: async () =>
							await Promise.reject(new Error('Request body stream was aborted or is not readable')),
						body: { data: Object.fromEntries(body), files: {} },
					}
				: { readRawBody: async () => await Promise.resolve(), rawBody, body: {} };
		additionalData.httpRequest = { ...request, headers: {} } as never;
		additionalData.httpResponse = response as never;
		const context = new WebhookContext(
			workflow,
			node,
			additionalData,
			'webhook',
			this.#webhookData(additionalData),
			[],
			null,
		);
		if (!loaded.trigger.webhook) throw new Error('The trigger takes no events');
		const result = await loaded.trigger.webhook.call(context as unknown as IWebhookFunctions);
		received.items = result.workflowData?.[0];
		received.body ??= result.webhookResponse;
		received.logged = takeLog();
		expectNoSecret(this.#account, textOf(received), received.logged);
		return received;
	}
}
