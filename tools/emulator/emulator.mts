import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { answerRequest, splitAddress } from './answering.mts';
import { answerFile, isForFile } from './files.mts';
import { makeJournal } from './journal.mts';
import { answerPhone, isForPhone, tellAll, type PhoneStage } from './phone/answerPhone.mts';
import { makeInstance, type MadeInstance } from './instance.mts';
import { seedAccount } from './seed.mts';
import type {
	Account,
	Answer,
	Emulator,
	EmulatorOptions,
	Misbehaviour,
	ReceivedRequest,
	ServedFile,
} from './types.mts';
import { receive, send } from './wire.mts';

export type * from './types.mts';
export { documentedEvents } from './webhooks.mts';

/** Many items are sent at once, each on its own connection; the system's default would make some wait. */
const BACKLOG = 4096;

/**
 * Starts a stand-in for Z-API on this machine's loopback address: in memory, and as strict as the
 * documentation. It never speaks for the real Z-API; where the documentation is silent, its code says
 * `Assumption:`.
 *
 * @param options the port, the account, whether it is connected, and which webhooks it takes
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
	const { connected, httpsWebhooksOnly = false } = options;
	const requests: ReceivedRequest[] = [];
	const files = new Map<string, ServedFile>();
	let misbehaviours: Array<Misbehaviour & { left: number }> = [];
	const underWay = new Set<ServerResponse>();
	let current = new AbortController();
	const instances: MadeInstance[] = [];
	const journal = makeJournal();

	function add(account: Account, name: string) {
		const signal = () => current.signal;
		const made = makeInstance({
			...{ name, account, connected, httpsWebhooksOnly, journal, signal },
		});
		instances.push(made);
		return made.outside;
	}

	const first = add({ ...seedAccount, ...options.account }, 'Z-API');

	function misbehaviourFor(request: ReceivedRequest): Misbehaviour | undefined {
		const hit = misbehaviours.find(({ left, when }) => left > 0 && (when?.(request) ?? true));
		if (hit) hit.left -= 1;
		return hit;
	}

	function answerCall(request: ReceivedRequest): Answer {
		const known = instances.map(({ inside }) => inside);
		return answerRequest(request, known);
	}

	function note(request: ReceivedRequest, answer: Answer) {
		const { instance } = splitAddress(request.target);
		const isKnown = instances.some(({ inside }) => inside.account.instance === instance);
		journal.noteRequest(request, answer, isKnown ? instance : undefined);
	}

	async function serve(incoming: IncomingMessage, response: ServerResponse) {
		const { signal } = current;
		const request = await receive(incoming);
		if (signal.aborted) return;
		if (isForPhone(request)) {
			send(response, answerPhone(request, phone));
			return;
		}
		if (!isForFile(request)) requests.push(request);

		const { delayMilliseconds, answer, hangUp } = misbehaviourFor(request) ?? {};
		if (delayMilliseconds) await wait(delayMilliseconds, undefined, { signal });
		if (hangUp === 'before') {
			response.destroy();
			return;
		}
		const usual = () => (isForFile(request) ? answerFile(request, files) : answerCall(request));
		const given = answer ?? usual();
		if (!isForFile(request)) note(request, given);
		send(response, given, hangUp === 'during');
		if (emulator.tellsAtOnce) for (const { outside } of instances) void tellAll(outside);
	}

	/** Makes requests and events that are still under way void: they must not change what comes after. */
	function dropRequests() {
		current.abort();
		current = new AbortController();
		for (const response of underWay) response.destroy();
	}

	const server = createServer((incoming, response) => {
		const { signal } = current;
		underWay.add(response);
		response.once('close', () => underWay.delete(response));
		serve(incoming, response).catch((error: unknown) => {
			// A mistake in a test or in the emulator should be told, not only be seen as a lost connection.
			if (!signal.aborted) send(response, { status: 500, body: { error: String(error) } });
		});
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		const address = { host: '127.0.0.1', port: options.port ?? 0, backlog: BACKLOG };
		server.listen(address, resolve);
	});

	const emulator: Emulator = {
		baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		...first,
		requests,
		files,
		journal,
		tellsAtOnce: false,
		addInstance: (account, name = `Z-API ${instances.length + 1}`) =>
			add({ ...first.account, ...account }, name),
		misbehave(misbehaviour) {
			misbehaviours.push({ ...misbehaviour, left: misbehaviour.times ?? Infinity });
		},
		reset() {
			dropRequests();
			misbehaviours = [];
			requests.length = 0;
			files.clear();
			journal.clear();
			for (const { reset } of instances) reset();
		},
		async close() {
			dropRequests();
			await new Promise<void>((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			});
		},
	};
	const phone: PhoneStage = {
		...{ journal, files, baseUrl: emulator.baseUrl },
		get instances() {
			return instances.map(({ outside }) => outside);
		},
	};
	return emulator;
}
