import type { Emulator } from '../../emulator/types.mts';
import { readExecutionOf, saveWorkflow } from '../differences.mts';
import { publishWorkflow, type SavedWorkflow } from '../examples.mts';
import { parseFlatted } from '../executions.mts';
import type { Launched } from '../launch.mts';
import type { N8n } from '../n8n.mts';
import { waitUntil } from '../waiting.mts';

/** The nodes of the workflow that asks. */
export const [START, LOOP, ASK, NEXT, FAILED] = ['Start', 'Loop', 'Ask', 'Next', 'Failed'] as const;

/** Who is asked, in every question here. */
export const PERSON = '5511900000001';

/** What a workflow did so far. */
export interface Progress {
	status: string;
	/** What each node gave, at each of its outputs. */
	outputs: (node: string) => object[][];
	error?: { message?: string; description?: string | null };
}

/** A button or row that somebody was shown. */
export interface Button {
	id: string;
	label: string;
}

interface Requested {
	phone?: string;
	message?: string;
	buttonList?: { buttons: Button[] };
	optionList?: { options: Array<{ id: string; title: string }> };
}

interface RunData {
	resultData?: {
		error?: { message?: string; description?: string | null };
		runData?: Record<string, Array<{ data?: { main?: Array<Array<{ json: object }> | null> } }>>;
	};
}

/** @returns how far an execution is */
export async function progressOf(n8n: N8n, id: string): Promise<Progress> {
	const execution = await readExecutionOf<{ status: string; data: string }>(n8n, id);
	const { status, data } = execution ?? { status: 'unknown', data: '[{}]' };
	const { resultData = {} } = parseFlatted(data) as RunData;
	return {
		status,
		error: resultData.error,
		outputs: (node) =>
			(resultData.runData?.[node]?.at(-1)?.data?.main ?? []).map((items) =>
				(items ?? []).map(({ json }) => json),
			),
	};
}

/** @returns how far an execution is, once it has such a status */
export async function reach(
	n8n: N8n,
	id: string,
	status: string,
	limitMilliseconds?: number,
): Promise<Progress> {
	let progress: Progress | undefined;
	const isReached = async () => {
		progress = await progressOf(n8n, id);
		return progress.status === status;
	};
	await waitUntil(`execution ${id} is ${status}`, isReached, undefined, limitMilliseconds).catch(
		(error: unknown) => {
			const { status: last, error: reason } = progress ?? {};
			throw new Error(`${String(error)}; it is ${last} ${JSON.stringify(reason)}`, {
				cause: error,
			});
		},
	);
	if (!progress) throw new Error('There is no execution');
	return progress;
}

/** A workflow that asks what it is told to by whoever calls it. */
export class Asking {
	readonly id: string;
	readonly #n8n: N8n;
	readonly #path: string;

	constructor(n8n: N8n, id: string, path: string) {
		this.id = id;
		this.#n8n = n8n;
		this.#path = path;
	}

	/**
	 * Publishes a workflow: a webhook starts it, and its body becomes the items.
	 *
	 * @param parameters of the node that asks; those left out are as they are at first
	 * @param options what happens to items that fail, and whether the node gets the items one by one
	 */
	static async publish(
		{ n8n, credential }: Pick<Launched, 'n8n' | 'credential'>,
		path: string,
		parameters: object = {},
		{ onError = 'stopWorkflow', isInLoop = false } = {},
	): Promise<Asking> {
		const step = (name: string, type: string, index: number, more: object) => ({
			...{ id: `${path}-${index}`, name, type, typeVersion: 1, position: [index * 240, 0] },
			...more,
		});
		const to = (node: string) => [{ node, type: 'main', index: 0 }];
		const saved = await saveWorkflow<SavedWorkflow>(n8n, {
			name: `Ask ${path}`,
			settings: { executionOrder: 'v1' },
			nodes: [
				step(START, 'n8n-nodes-base.webhook', 0, {
					typeVersion: 2,
					webhookId: path,
					parameters: { httpMethod: 'POST', path },
				}),
				step('Items', 'n8n-nodes-base.splitOut', 1, {
					parameters: { fieldToSplitOut: 'body.items', options: {} },
				}),
				step(ASK, 'n8n-nodes-z-api.zApi', 2, {
					onError,
					credentials: { zApi: credential },
					parameters: {
						...{ resource: 'message', operation: 'sendAndWait', message: '={{ $json.question }}' },
						...{ phone: { __rl: true, mode: 'phone', value: '={{ $json.phone }}' } },
						...parameters,
					},
				}),
				step(NEXT, 'n8n-nodes-base.noOp', 3, { parameters: {} }),
				step(FAILED, 'n8n-nodes-base.noOp', 4, { parameters: {} }),
				step(LOOP, 'n8n-nodes-base.splitInBatches', 5, { typeVersion: 3, parameters: {} }),
			],
			connections: {
				[START]: { main: [to('Items')] },
				Items: { main: [to(isInLoop ? LOOP : ASK)] },
				// The first output is for when the loop is done.
				[LOOP]: { main: [[], to(ASK)] },
				[ASK]: { main: [to(NEXT), to(FAILED)] },
				...(isInLoop ? { [NEXT]: { main: [to(LOOP)] } } : {}),
			},
		});
		await publishWorkflow(n8n, saved);
		return new Asking(n8n, saved.id, path);
	}

	/**
	 * Asks.
	 *
	 * @param questions one for each item
	 * @param status what the execution is to come to
	 * @returns the execution's id
	 */
	async ask(questions: string[], status = 'waiting', phone = PERSON): Promise<string> {
		const known = await this.#ids();
		const items = questions.map((question) => ({ question, phone }));
		const answer = await fetch(`${this.#n8n.url}/webhook/${this.#path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ items }),
		});
		if (!answer.ok) throw new Error(`It wasn't started: ${await answer.text()}`);
		let id: string | undefined;
		await waitUntil('the workflow was started', async () => {
			id = (await this.#ids()).find((other) => !known.includes(other));
			return id !== undefined;
		});
		await reach(this.#n8n, id ?? '', status);
		return id ?? '';
	}

	async #ids(): Promise<string[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId: this.id }));
		const { results } = await this.#n8n.get<{ results: Array<{ id: string }> }>(
			`/rest/executions?limit=100&filter=${filter}`,
		);
		return results.map(({ id }) => id);
	}
}

/** @returns the texts, with what can be pressed, that were sent, in order */
export function sent({ requests }: Emulator): Array<{ message: string; buttons: Button[] }> {
	return requests
		.filter(({ method, path }) => method === 'POST' && path.includes('/send-'))
		.map(({ body }) => {
			const { message = '', buttonList, optionList } = body as Requested;
			const rows = optionList?.options.map(({ id, title }) => ({ id, label: title }));
			return { message, buttons: buttonList?.buttons ?? rows ?? [] };
		});
}

/** Lets Z-API tell that somebody has pressed a button. */
export async function press(emulator: Emulator, { id, label }: Button, body: object = {}) {
	return await emulator.emit({
		type: 'ReceivedCallback',
		title: 'reply to a button list',
		body: { phone: PERSON, buttonsResponseMessage: { buttonId: id, message: label }, ...body },
	});
}
