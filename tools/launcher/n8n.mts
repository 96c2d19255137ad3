import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { n8nProgram } from './cache.mts';
import { environmentFor, HOST, serverEnvironment } from './environment.mts';
import { lastLines, startProcess, type Exit, type RunningProcess } from './processes.mts';

const START_LIMIT_MILLISECONDS = 180_000;
const REQUEST_LIMIT_MILLISECONDS = 60_000;
const START_ATTEMPTS = 3;

/**
 * What n8n says in its log once it has started. Its addresses answer earlier; but while it looks for executions that
 * a crash has ended, it takes those for crashed that begin or go on meanwhile.
 */
const SERVER_READY = 'Editor is now accessible via';

/** n8n binds a login to the browser that made it; for n8n, this is ours. */
const BROWSER_ID = 'n8n-nodes-z-api-launcher';

/** Who may log in. */
export interface Owner {
	email: string;
	password: string;
}

/** n8n's answer to a request that it doesn't carry out. */
export class N8nRefusal extends Error {
	readonly status: number;

	constructor(message: string, status: number) {
		super(message);
		this.status = status;
	}
}

/** Calls n8n's own REST interface, as the editor does: logged in as the owner. */
export interface RestClient {
	/**
	 * @param path below n8n's address, e.g. `/rest/workflows`
	 * @returns what n8n's answer holds as `data`; all of it, if it is a list
	 * @throws N8nRefusal with n8n's words if it refuses
	 */
	get<Data>(path: string): Promise<Data>;
	post<Data>(path: string, body: object): Promise<Data>;
	patch<Data>(path: string, body: object): Promise<Data>;
	delete<Data>(path: string): Promise<Data>;
}

/** A running n8n. */
export interface N8n extends RestClient {
	/** Without a slash at the end. */
	url: string;
	owner: Owner;
	/** The number of its process, for `kill`. */
	processId?: number;
	/** The end of what n8n wrote to its log. */
	log(): string;
	/** Resolves when n8n has ended, for whatever reason. */
	exited: Promise<Exit>;
	/** Ends n8n and everything it started. */
	close(): Promise<void>;
}

export interface N8nOptions {
	/** Where n8n is installed, from `n8nFolder`. */
	folder: string;
	/** n8n's data, with the packages to try in it. */
	userFolder: string;
	/** Used if it is free; else, and without it, any free port is. */
	preferredPort?: number;
	/** Who owns it already, if its data isn't new. */
	owner?: Owner;
	/** Environment variables for n8n, which replace those that it would have. */
	environment?: Record<string, string>;
	/** Told every line of n8n's log as it comes. */
	onLine?: (line: string) => void;
	/** Ends the start. */
	signal?: AbortSignal;
}

/** @returns the preferred port if nothing listens there, else any free one */
export async function freePort(preferred = 0): Promise<number> {
	return await new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', (error) => {
			if (preferred === 0) reject(error);
			else freePort().then(resolve, reject);
		});
		server.listen(preferred, HOST, () => {
			const address = server.address();
			const port = typeof address === 'object' && address !== null ? address.port : 0;
			server.close(() => resolve(port));
		});
	});
}

/**
 * Waits until a process of n8n has started.
 *
 * @param readyLine what it then says in its log
 * @throws Error when it ends or takes too long, with the end of its log; an abort error, if the signal fires
 */
export async function waitUntilReady(
	n8n: RunningProcess,
	readyLine: string,
	signal?: AbortSignal,
): Promise<void> {
	let exit: Exit | undefined;
	void n8n.exited.then((value) => (exit = value));
	const giveUp = Date.now() + START_LIMIT_MILLISECONDS;
	while (Date.now() < giveUp) {
		signal?.throwIfAborted();
		if (exit) throw new Error(`n8n ended while it started:\n${lastLines(n8n.output(), 40)}`);
		if (n8n.output().includes(readyLine)) return;
		await wait(250, undefined, { signal });
	}
	const seconds = START_LIMIT_MILLISECONDS / 1000;
	throw new Error(`n8n wasn't ready after ${seconds} s:\n${lastLines(n8n.output(), 40)}`);
}

function restClient(url: string, cookie: () => string): RestClient {
	async function call<Data>(method: string, path: string, body?: object): Promise<Data> {
		const answer = await request(url, method, path, cookie(), body);
		const content = (await answer.json()) as { data: Data } | (Data & unknown[]);
		return Array.isArray(content) ? content : content.data;
	}
	return {
		get: (path) => call('GET', path),
		post: (path, body) => call('POST', path, body),
		patch: (path, body) => call('PATCH', path, body),
		delete: (path) => call('DELETE', path),
	};
}

async function request(
	url: string,
	method: string,
	path: string,
	cookie: string,
	body?: object,
	giveUp = Date.now() + REQUEST_LIMIT_MILLISECONDS,
): Promise<Response> {
	const answer = await fetch(url + path, {
		method,
		headers: {
			'browser-id': BROWSER_ID,
			// n8n may close one that is kept at the moment in which it is used again.
			connection: 'close',
			cookie,
			...(body === undefined ? {} : { 'content-type': 'application/json' }),
		},
		body: body === undefined ? undefined : JSON.stringify(body),
		signal: AbortSignal.timeout(REQUEST_LIMIT_MILLISECONDS),
	});
	if (answer.ok) return answer;
	const text = await answer.text();
	// On a busy machine, n8n takes its database for lost now and then, and then carries nothing out.
	if (answer.status === 503 && Date.now() < giveUp) {
		await wait(500);
		return await request(url, method, path, cookie, body, giveUp);
	}
	throw new N8nRefusal(
		`n8n refused ${method} ${path} with status ${answer.status}: ${text.slice(0, 500)}`,
		answer.status,
	);
}

async function createOwner(url: string): Promise<Owner> {
	const owner = {
		email: 'owner@example.com',
		// n8n asks for a digit and a capital letter.
		password: `${randomBytes(9).toString('base64url')}-Z1`,
	};
	await request(url, 'POST', '/rest/owner/setup', '', {
		...owner,
		firstName: 'Local',
		lastName: 'Owner',
	});
	return owner;
}

/** @returns the cookie of the logged-in owner */
async function logIn(url: string, owner: Owner): Promise<string> {
	const answer = await request(url, 'POST', '/rest/login', '', {
		emailOrLdapLoginId: owner.email,
		password: owner.password,
	});
	const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0]);
	return cookies.join('; ');
}

/** Tries once more when someone else was quicker with a port that was free a moment ago. */
export async function retryOnTakenPort<Started>(start: () => Promise<Started>): Promise<Started> {
	for (let attempt = 1; ; attempt++) {
		try {
			return await start();
		} catch (error) {
			const isPortTaken = /port \d+ is already in use/.test(String(error));
			if (!isPortTaken || attempt === START_ATTEMPTS) throw error;
		}
	}
}

/**
 * Starts n8n on loopback, with an owner, and waits until it can be used.
 *
 * @throws Error, with the end of n8n's log, if it doesn't come up in time; an abort error, if the signal fires
 */
export async function startN8n(options: N8nOptions): Promise<N8n> {
	return await retryOnTakenPort(() => startOnce(options));
}

async function startOnce(options: N8nOptions): Promise<N8n> {
	const { folder, userFolder, preferredPort, environment, onLine, signal } = options;
	const port = await freePort(preferredPort);
	const url = `http://${HOST}:${port}`;
	const running = startProcess(process.execPath, [n8nProgram(folder), 'start'], {
		folder: userFolder,
		environment: {
			...environmentFor(userFolder, await freePort()),
			...serverEnvironment(port),
			N8N_EDITOR_BASE_URL: url,
			...environment,
		},
		onLine,
	});
	try {
		await waitUntilReady(running, SERVER_READY, signal);
		const owner = options.owner ?? (await createOwner(url));
		// The setup logs in, too; a login of its own shows that the password that people are told is right.
		const cookie = await logIn(url, owner);
		return {
			...restClient(url, () => cookie),
			...{ url, owner, processId: running.id },
			log: () => running.output(),
			exited: running.exited,
			close: () => running.stop(),
		};
	} catch (error) {
		await running.stop();
		throw error;
	}
}

/**
 * Logs in to an n8n that somebody else has started. It can't be ended from here, and its log isn't there.
 *
 * @param url its address, without a slash at the end
 * @param owner who may log in; without one, n8n must be new, and gets one
 * @throws Error if nothing answers there; N8nRefusal if n8n refuses the login, or has an owner
 */
export async function joinN8n(url: string, owner?: Owner): Promise<N8n> {
	const known = owner ?? (await createOwner(url));
	const cookie = await logIn(url, known);
	return {
		...restClient(url, () => cookie),
		...{ url, owner: known },
		log: () => '',
		exited: new Promise(() => {}),
		close: async () => {},
	};
}
