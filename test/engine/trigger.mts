import { HookContext, WebhookContext } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHookFunctions,
	INode,
	INodeExecutionData,
	INodeParameters,
	IWebhookData,
	IWebhookFunctions,
	IWorkflowExecuteAdditionalData,
	WorkflowActivateMode,
} from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';
import type { Account } from '../emulator/emulator.mts';
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
	/** Under which n8n can be reached. */
	n8nUrl?: string;
	credential?: ICredentialDataDecryptedObject;
	webhookId?: string;
	/** What n8n has kept of an earlier life of the workflow. */
	staticData?: IDataObject;
}

const NODE_NAME = 'Z-API Trigger';

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
	#test: { staticData: IDataObject } | undefined;

	constructor(account: Account & { baseUrl: string }, options: TriggerOptions = {}) {
		const { n8nUrl = 'http://127.0.0.1:1', webhookId = 'a1b2c3d4' } = options;
		this.#account = account;
		this.#options = { ...options, n8nUrl };
		this.address = `${n8nUrl}/webhook/${webhookId}/webhook`;
		this.testAddress = `${n8nUrl}/webhook-test/${webhookId}/webhook`;
		this.staticData = options.staticData ?? {};
		this.#node = {
			id: 'trigger',
			name: NODE_NAME,
			type: 'n8n-nodes-z-api.zApiTrigger',
			typeVersion: 1.1,
			position: [0, 0],
			webhookId,
			parameters: options.parameters ?? {},
			credentials: { zApi: { id: '1', name: 'Z-API' } },
		};
	}

	async #context(staticData: IDataObject) {
		const loaded = await loadPackage();
		const workflow = new Workflow({
			id: this.#options.webhookId ?? '1',
			name: 'Test',
			nodes: [this.#node],
			connections: {},
			active: true,
			nodeTypes: nodeTypesOf(loaded),
			staticData: structuredClone(staticData),
		});
		const credential = this.#options.credential ?? credentialOf(this.#account);
		const additionalData: IWorkflowExecuteAdditionalData = {
			...additionalDataFor(credentialsHelperFor(loaded.credentialType, credential)),
			webhookBaseUrl: `${this.#options.n8nUrl}/webhook`,
			webhookTestBaseUrl: `${this.#options.n8nUrl}/webhook-test`,
		};
		const node = workflow.getNode(NODE_NAME);
		if (node === null) throw new Error('The workflow lost its node');
		return { loaded, workflow, additionalData, node };
	}

	/** Calls one of the node's hooks, and keeps the static data that it leaves behind. */
	async #call(
		method: 'checkExists' | 'create' | 'delete',
		mode: WorkflowActivateMode,
		isTest: boolean,
	): Promise<boolean> {
		const kept = isTest ? (this.#test ??= { staticData: {} }) : this;
		const { loaded, workflow, additionalData, node } = await this.#context(kept.staticData);
		const hook = loaded.trigger.webhookMethods?.default?.[method];
		if (!hook) throw new Error(`The trigger has no ${method}`);
		const context = new HookContext(
			workflow,
			node,
			additionalData,
			isTest ? 'manual' : 'trigger',
			mode,
			{ ...this.#webhookData(additionalData), isTest },
		);
		try {
			return await hook.call(context as IHookFunctions);
		} catch (error) {
			expectNoSecret(this.#account, textOf(error), takeLog());
			throw error;
		} finally {
			kept.staticData = JSON.parse(JSON.stringify(workflow.staticData)) as IDataObject;
		}
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

	/** What n8n does when it (re)starts a registration; after an error it lets the node clean up. */
	async #add(mode: WorkflowActivateMode, isTest: boolean) {
		try {
			if (await this.#call('checkExists', mode, isTest)) return;
			await this.#call('create', mode, isTest);
		} catch (error) {
			// What goes wrong there as well is only logged.
			await this.#call('delete', 'update', isTest).catch(() => {});
			throw error;
		}
	}

	/** Activates the workflow; `init` is what happens when n8n starts. */
	async activate(mode: WorkflowActivateMode = 'activate') {
		await this.#add(mode, false);
	}

	async deactivate() {
		await this.#call('delete', 'update', false);
	}

	/** Starts to listen for one test event. */
	async startTest() {
		await this.#add('manual', true);
	}

	async endTest() {
		await this.#call('delete', 'update', true);
		this.#test = undefined;
	}

	/** Whether n8n would take the node as registered. */
	async isRegistered() {
		return await this.#call('checkExists', 'init', false);
	}

	/** Only the node's own part of an activation. */
	async createOnly() {
		await this.#call('create', 'activate', false);
	}

	/** What happens when the process ends between a hook and the database. */
	forget() {
		this.staticData = {};
	}

	/**
	 * Posts something at the node.
	 *
	 * @param body an object is sent as JSON; a text or a buffer as it is
	 */
	async post(body: unknown): Promise<Received> {
		const { loaded, workflow, additionalData, node } = await this.#context(this.staticData);
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
		const readRawBody = async () => await Promise.resolve();
		additionalData.httpRequest = { rawBody, readRawBody, headers: {}, body: {} } as never;
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
