import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

const TOKEN = 'TOKEN0TOKEN0TOKEN0';
export const INSTANCE = 'INSTANCE0INSTANCE0';
/** The trigger's. */
export const ADDRESS = 'https://n8n.example.com/webhook/a1b2c3d4/webhook';
/** That of waiting executions. */
export const WAITING = 'https://n8n.example.com/webhook-waiting';

export const PAUSE_MINUTES = 10;
export const RESUME_WORD = 'voltar';

const OPTIONS = { pauseAfterOwn: PAUSE_MINUTES, resumeWord: RESUME_WORD };
const PARAMETERS: IDataObject = { events: ['messageReceived'], options: OPTIONS };
const CREDENTIALS = {
	...{ instance: INSTANCE, token: TOKEN, clientToken: '', baseUrl: 'https://api.z-api.io' },
};

/** What n8n gives every node. */
export const BASICS = {
	getCredentials: async () => await Promise.resolve(CREDENTIALS),
	getNode: () => ({ id: 'trigger', name: 'Z-API Trigger', typeVersion: 1.2 }),
	getWorkflow: () => ({ id: 'workflow', name: 'Test' }),
	logger: { error: () => {}, warn: () => {}, debug: () => {} },
};

/**
 * @param body what is posted
 * @param data what n8n has of the workflow
 * @returns what n8n gives a trigger that gets a post
 */
export function webhookContext(
	body: IDataObject,
	data: IDataObject,
	response: object,
	helpers: object,
): IWebhookFunctions {
	return {
		...BASICS,
		helpers,
		getMode: () => 'webhook',
		getWorkflowStaticData: () => data,
		getNodeWebhookUrl: () => ADDRESS,
		getResponseObject: () => response,
		getRequestObject: () => ({
			rawBody: Buffer.from(JSON.stringify(body)),
			readRawBody: async () => await Promise.resolve(),
		}),
		getBodyData: () => body,
		getHeaderData: () => ({ 'z-api-token': TOKEN }),
		getNodeParameter: (name: string, otherwise: unknown) => PARAMETERS[name] ?? otherwise,
		evaluateExpression: () => `${WAITING}/1?signature=a`,
	} as unknown as IWebhookFunctions;
}
