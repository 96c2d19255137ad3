/** How a question is answered, by a press or on its page. */
import { WebhookContext } from 'n8n-core';
import type { IDataObject, INode, INodeParameters, IWebhookFunctions } from 'n8n-workflow';
import { createRunExecutionData, Workflow } from 'n8n-workflow';
import {
	additionalDataFor,
	credentialOf,
	credentialsHelperFor,
	loadPackage,
	nodeTypesOf,
} from './harness.mts';
import { account, ask, parametersOf } from './asking.mts';

export interface Answered {
	status: number;
	headers: Record<string, string>;
	body: unknown;
	/** What the node gives; undefined if the execution waits on. */
	json?: IDataObject;
}

export interface Posted {
	method?: 'GET' | 'POST';
	/** What n8n has read of it. */
	body?: unknown;
	headers?: Record<string, string>;
	query?: Record<string, string>;
	rawBody?: Buffer;
	/** What the node has become since it asked. */
	now?: INodeParameters;
	/** Without the credential, which somebody has deleted. */
	isBare?: boolean;
}

/** Braces would end an expression that has the name in it. */
export const NODE_NAME = 'Ask "}}" again';

/** The workflow's; no summer time, and not that of the tests. */
export const TIME_ZONE = 'Asia/Tokyo';

/** In a loop, the node has asked before. */
export const OPEN_QUESTION = 2;

/** Asks, and sends something to the node while it waits. */
export async function answer(parameters: INodeParameters, posted: Posted): Promise<Answered> {
	const { memory, error } = await ask(parameters);
	if (error) throw error;
	return await deliver(parameters, { ...memory, questions: OPEN_QUESTION }, posted);
}

/**
 * Sends something to a node that waits. n8n has checked the signature then.
 *
 * @param memory what the node remembers of its question
 */
export async function deliver(
	parameters: INodeParameters,
	memory: IDataObject,
	posted: Posted,
): Promise<Answered> {
	const { method = 'POST', body = {}, headers = {}, rawBody, now = parameters, isBare } = posted;
	const query = { question: String(OPEN_QUESTION), ...posted.query };
	const loaded = await loadPackage();
	const node: INode = {
		...{ id: 'node', name: NODE_NAME, type: 'n8n-nodes-z-api.zApi', typeVersion: 1 },
		...{ position: [0, 0], parameters: parametersOf(now) },
		credentials: isBare ? {} : { zApi: { id: '1', name: 'Z-API' } },
	};
	const workflow = new Workflow({
		...{ id: '1', name: 'Test', nodes: [node], connections: {}, active: true },
		...{ nodeTypes: nodeTypesOf(loaded), settings: { timezone: TIME_ZONE } },
	});
	const answered: Answered = { status: 200, headers: {}, body: undefined };
	const response = {
		setHeader: (name: string, value: string) => (answered.headers[name] = value),
		status(status: number) {
			answered.status = status;
			return response;
		},
		json: (given: unknown) => (answered.body = given),
		end: (given: unknown) => (answered.body = given),
	};
	const helper = credentialsHelperFor(loaded.credentialType, credentialOf(account));
	const additionalData = additionalDataFor(helper);
	additionalData.httpRequest = { method, body, headers, query, rawBody } as never;
	additionalData.httpResponse = response as never;
	const context = new WebhookContext(
		workflow,
		workflow.getNode(NODE_NAME) ?? node,
		additionalData,
		'webhook',
		{ webhookDescription: { name: 'default', httpMethod: method, path: '' } } as never,
		[],
		createRunExecutionData({
			executionData: {
				contextData: { [`node:${NODE_NAME}`]: memory },
			},
		}),
	);
	if (!loaded.node.webhook) throw new Error('The node takes no answers');
	const result = await loaded.node.webhook.call(context as unknown as IWebhookFunctions);
	answered.body ??= result.webhookResponse;
	answered.json = result.workflowData?.[0]?.[0]?.json;
	return answered;
}
