import type { INode, INodeExecutionData, INodeTypeDescription } from 'n8n-workflow';
import type { Emulator, ReceivedRequest } from '../../tools/emulator/emulator.mts';
import { loadPackage, runNode, type Carrier } from '../engine/harness.mts';
import { Trigger } from '../engine/trigger.mts';
import { besideTrigger, N8N } from './listeningN8n.mts';
import { choicesOf, openedForm } from './panel.mts';
import type {
	Events,
	ExpectedAction,
	ExpectedTrigger,
	GivenAnswer,
	Names,
	SentRequest,
} from './set.mts';

const PREFIX = 'n8n-nodes-z-api.';
/** Where the emulator can be reached is another address each time. */
const FILES = '{files}';
/** n8n signs the addresses that resume an execution, and the node signs its buttons, with keys of this machine. */
const SIGNATURE = /\b[0-9a-f]{64}\b/g;

/** @returns the description of a node of ours, as this package has it now */
export async function descriptionOf({ type }: Pick<INode, 'type'>): Promise<INodeTypeDescription> {
	const { node, trigger } = await loadPackage();
	return (type === `${PREFIX}zApiTrigger` ? trigger : node).description;
}

/** @returns whether a node is one of ours */
export function isOurs({ type }: Pick<INode, 'type'>): boolean {
	return type.startsWith(PREFIX);
}

/** @returns what saved workflows, credentials and addresses at Z-API name, as this package has it now */
export async function namesNow(): Promise<Names> {
	const { node, trigger, credentialType } = await loadPackage();
	const nodes = [node, trigger].map(({ description }) => [
		description.name,
		{
			versions: [description.version].flat(),
			usableAsTool: description.usableAsTool !== undefined,
			outputs: [description.outputs].flat(),
			credentials: description.credentials?.map(({ name }) => name) ?? [],
			webhooks: (description.webhooks ?? []).map(({ name, httpMethod, path, restartWebhook }) => ({
				...{ name, httpMethod, path },
				restartWebhook: restartWebhook ?? false,
			})),
			choices: choicesOf(description),
		},
	]);
	const fields = credentialType.properties.map(({ name, default: value }) => [name, value]);
	return JSON.parse(
		JSON.stringify({
			nodes: Object.fromEntries(nodes) as object,
			credentials: { [credentialType.name]: Object.fromEntries(fields) as object },
		}),
	) as Names;
}

/** @throws Error unless the request is addressed and signed as one of the account's */
function sentOf(
	{ account }: Emulator,
	{ method, path, query, body, target, headers }: ReceivedRequest,
): SentRequest {
	const prefix = `/instances/${account.instance}/token/${account.token}/`;
	const isSigned = headers['client-token'] === account.clientToken;
	if (!target.startsWith(prefix) || !isSigned) throw new Error(`${method} ${path} isn't signed`);
	const text = JSON.stringify({ method, path, query, body: body ?? null });
	return JSON.parse(text.replace(SIGNATURE, 'SIGNATURE')) as SentRequest;
}

/** @param isOrdered false where several items' requests are under way at once */
function sentTo(emulator: Emulator, requests = emulator.requests, isOrdered = true): SentRequest[] {
	const sent = requests.map((request) => sentOf(emulator, request));
	if (isOrdered) return sent;
	return sent.sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
}

function namesIn(item?: INodeExecutionData) {
	return {
		fields: Object.keys(item?.json ?? {}).sort(),
		files: Object.keys(item?.binary ?? {}).sort(),
	};
}

/**
 * Runs a saved node of the action node, as this package is now.
 *
 * @param items what the step before gives
 * @param answers what Z-API answers, request by request
 * @returns what it is to be compared with what was recorded
 * @throws Error if the node fails
 */
export async function performAction(
	emulator: Emulator,
	node: INode,
	items: INodeExecutionData[],
	answers: GivenAnswer[],
	carrier?: Carrier,
): Promise<ExpectedAction> {
	emulator.reset();
	const account = { ...emulator.account, baseUrl: emulator.baseUrl };
	const run = async (n8nUrl?: string) => {
		for (const [index, given] of answers.entries()) {
			const isLast = index === answers.length - 1;
			const text = JSON.stringify(given).replaceAll(N8N, n8nUrl ?? N8N);
			const answer = JSON.parse(text) as GivenAnswer;
			emulator.misbehave({ answer, ...(isLast ? {} : { times: 1 }) });
		}
		return await runNode({
			...{ account, parameters: node.parameters, typeVersion: node.typeVersion },
			...{ fullItems: structuredClone(items), carrier, n8nUrl },
		});
	};
	const isAboutTrigger = JSON.stringify(answers).includes(N8N);
	const result = await (isAboutTrigger ? besideTrigger(account.token, run) : run());
	const { error } = result;
	if (error) throw new Error(`${node.name}: ${error.message} ${error.description ?? ''}`);
	return {
		opened: openedForm(await descriptionOf(node), node),
		answers: answers.slice(0, Math.max(emulator.requests.length, 1)),
		requests: sentTo(emulator, emulator.requests, items.length === 1),
		...namesIn(result.items[0]),
	};
}

function writesTo(emulator: Emulator): SentRequest[] {
	const writes = emulator.requests.filter(({ method }) => method !== 'GET');
	return sentTo(emulator, writes);
}

/**
 * Publishes a saved trigger, posts events at it, and unpublishes it, as this package is now.
 *
 * @param before the addresses that are set already, by the kind of event
 * @returns what it is to be compared with what was recorded
 */
export async function performTrigger(
	emulator: Emulator,
	node: INode,
	events: Events,
	before: Record<string, string>,
): Promise<ExpectedTrigger> {
	emulator.reset();
	Object.assign(emulator.state.webhooks, before);
	emulator.files.set('photo', { contentType: 'image/png', content: Buffer.from('photo') });
	const { parameters, typeVersion, webhookId } = node;
	const account = { ...emulator.account, baseUrl: emulator.baseUrl };
	const trigger = new Trigger(account, { parameters, typeVersion, webhookId });
	await trigger.activate();
	const published = writesTo(emulator);

	const started: ExpectedTrigger['started'] = {};
	for (const [name, event] of Object.entries(events)) {
		const text = JSON.stringify(event).replaceAll(FILES, `${emulator.baseUrl}/files`);
		const body = { ...(JSON.parse(text) as object), instanceId: emulator.account.instance };
		const { status, items } = await trigger.post(body);
		if (status !== 200) throw new Error(`"${name}" was answered with status ${status}`);
		if (items) started[name] = namesIn(items[0]);
	}

	emulator.requests.length = 0;
	await trigger.deactivate();
	const opened = openedForm(await descriptionOf(node), node);
	return { opened, before, published, started, unpublished: writesTo(emulator) };
}
