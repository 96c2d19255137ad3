/** A chat in which a node asks, people write, and a trigger of the same n8n receives it. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOfBody } from 'node:stream/consumers';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { ANA, account, ask, emulator } from './asking.mts';
import { deliver } from './answering.mts';
import { restartN8n, Trigger } from './trigger.mts';

interface Chat {
	/** The address of n8n. */
	n8nUrl: string;
	trigger: Trigger;
	/** What the node remembers; undefined where nothing waits. */
	waiting?: IDataObject;
	/** What the node has given for an answer. */
	output?: IDataObject;
	/** What n8n says of the execution while nothing waits. */
	gone: { status: number; body: object };
	/** How often the trigger was told something. */
	notes: number;
}

const FINISHED = { status: 409, body: { message: 'The execution "1" has finished already.' } };

/** How it is now; each test begins anew. */
export const chat = {} as Chat;

let server: Server;
let parameters: INodeParameters;
let count = 0;

/** n8n: the trigger's address, and that of waiting executions. */
async function take(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
	const text = await textOfBody(request);
	const url = new URL(request.url ?? '', chat.n8nUrl);
	if (url.pathname.startsWith('/webhook/')) {
		chat.notes++;
		return await chat.trigger.post(JSON.parse(text), {});
	}
	const { waiting } = chat;
	if (waiting === undefined) return chat.gone;
	// n8n lets one of two at the same moment resume an execution.
	chat.waiting = undefined;
	const answered = await deliver(parameters, waiting, {
		headers: request.headers as Record<string, string>,
		query: Object.fromEntries(url.searchParams),
		rawBody: Buffer.from(text),
	});
	if (answered.json) chat.output = answered.json;
	else chat.waiting = waiting;
	return answered;
}

beforeEach(async () => {
	restartN8n();
	server = createServer((request, response) => {
		void take(request).then(({ status, body }) => {
			response.writeHead(status, { 'Content-Type': 'application/json' });
			response.end(JSON.stringify(body ?? null));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const n8nUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const trigger = new Trigger(account, { n8nUrl, parameters: { events: ['messageReceived'] } });
	const nothing = { waiting: undefined, output: undefined, notes: 0, gone: FINISHED };
	Object.assign(chat, { n8nUrl, trigger, ...nothing });
	emulator.state.webhooks.ReceivedCallback = trigger.address;
});
afterEach(async () => {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});

/**
 * Asks.
 *
 * @returns why the node didn't
 */
export async function asked(given: INodeParameters = { responseType: 'chatText' }, phone = ANA) {
	parameters = { phone: { __rl: true, mode: 'id', value: phone }, ...given };
	const { memory, error } = await ask(parameters, { n8nUrl: chat.n8nUrl });
	chat.waiting = error ? undefined : memory;
	return error;
}

/** @returns what Z-API posts of a message */
export function message(text: string, body: IDataObject = {}): IDataObject {
	return {
		...{ type: 'ReceivedCallback', instanceId: account.instance, messageId: `3EB0${++count}` },
		...{ phone: ANA, fromMe: false, isGroup: false, momment: Date.now() },
		...{ text: { message: text }, ...body },
	};
}

/** @returns whether a message is an answer, or starts the workflow */
export async function become(posted: IDataObject): Promise<'answer' | 'start'> {
	const { status, body, items } = await chat.trigger.post(posted);
	expect(status).toBe(200);
	if (items) return 'start';
	expect(body).toEqual({ message: 'Answer handed over' });
	return 'answer';
}
