import { WebhookContext } from 'n8n-core';
import type {
	INode,
	INodeExecutionData,
	INodeType,
	IWebhookData,
	IWebhookFunctions,
	IWorkflowExecuteAdditionalData,
	Workflow,
} from 'n8n-workflow';
import { takeLog } from './log.mts';

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
	/** What it wrote there at the level debug. */
	debugged: string[];
}

/** A trigger as n8n holds it while it takes a post. */
interface Target {
	workflow: Workflow;
	node: INode;
	additionalData: IWorkflowExecuteAdditionalData;
	webhookData: IWebhookData;
}

/** What n8n leaves of a request to the node. */
function requestOf(body: unknown) {
	if (body instanceof FormData) {
		const aborted = new Error('Request body stream was aborted or is not readable');
		const readRawBody = async () => await Promise.reject(aborted);
		return { readRawBody, body: { data: Object.fromEntries(body), files: {} } };
	}
	const isRaw = typeof body === 'string' || Buffer.isBuffer(body);
	const rawBody = Buffer.from(isRaw ? (body as string) : JSON.stringify(body));
	return { readRawBody: async () => await Promise.resolve(), rawBody, body: {} };
}

/**
 * Posts something at a trigger as n8n's server does.
 *
 * @param posted its body is sent as JSON if it is an object, as it is if it is a text or a buffer
 */
export async function post(
	{ workflow, node, additionalData, webhookData }: Target,
	trigger: INodeType,
	{ body, headers, isTest }: { body: unknown; headers: Record<string, string>; isTest?: boolean },
): Promise<Received> {
	const received: Received = {
		status: 200,
		body: undefined,
		answeredFirst: false,
		logged: '',
		debugged: [],
	};
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
	additionalData.httpRequest = { ...requestOf(body), headers } as never;
	additionalData.httpResponse = response as never;
	const context = new WebhookContext(
		workflow,
		node,
		additionalData,
		isTest ? 'manual' : 'webhook',
		webhookData,
		[],
		null,
	);
	const debug = { value: (line: string) => received.debugged.push(line) };
	const logger = { value: Object.create(context.logger, { debug }) as object };
	const observed = Object.create(context, { logger }) as IWebhookFunctions;
	if (!trigger.webhook) throw new Error('The trigger takes no events');
	const result = await trigger.webhook.call(observed);
	received.items = result.workflowData?.[0];
	received.body ??= result.webhookResponse;
	received.logged = takeLog();
	return received;
}
