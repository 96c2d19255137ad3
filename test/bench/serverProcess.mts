import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ServerReply, ServerRequest } from './server.mts';

/** The server that all sides talk to, in a process of its own, so that its work isn't counted as theirs. */
export class ServerProcess {
	readonly #child: ChildProcess;

	constructor() {
		this.#child = fork(join(import.meta.dirname, 'server.mts'), { execArgv: [], env: {} });
	}

	async #ask(message: ServerRequest): Promise<ServerReply> {
		const reply = once(this.#child, 'message') as Promise<[ServerReply]>;
		this.#child.send(message);
		return (await reply)[0];
	}

	/**
	 * Opens a port of its own for one measurement, so that no closed connection of an earlier one is in the way.
	 *
	 * @returns the server's address; the first part of a path says how many milliseconds an answer takes
	 */
	async open(): Promise<string> {
		const { port } = await this.#ask('open');
		return `http://127.0.0.1:${port}`;
	}

	/** @returns how many requests came since the port was opened */
	async close(): Promise<number> {
		return (await this.#ask('close')).requests ?? 0;
	}

	/** Ends the process. */
	stop(): void {
		this.#child.disconnect();
	}
}
