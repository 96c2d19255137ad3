import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { seedAccount } from '../tools/emulator/seed.mts';
import { findSecret } from './engine/secrets.mts';

/** Where tests leave logs; pictures can't be searched. */
const FOLDER = 'coverage';
const TEXT = /\.(log|txt|json|html|xml)$/;

/** Longer than any form of a secret: what was written last may be the first half of one. */
const KEPT = 200;

/**
 * A Jest reporter that searches all that a run leaves behind for the emulator's secrets: what tests, workers and
 * n8n write to the terminal, the results with the messages of all failures, and logs in files. One secret fails
 * the run. A single test looks at no more than what it made itself.
 */
export default class Sweep {
	#started = Date.now();
	#places = new Set();
	#restore = [];

	/** Jest's other reporters and its workers write through these streams as well. */
	onRunStart() {
		for (const [name, stream] of Object.entries({
			stdout: process.stdout,
			stderr: process.stderr,
		})) {
			const write = stream.write;
			let end = '';
			stream.write = (chunk, ...more) => {
				const text =
					end + (typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('latin1'));
				this.#search(name, text);
				end = text.slice(-KEPT);
				return write.call(stream, chunk, ...more);
			};
			this.#restore.push(() => (stream.write = write));
		}
	}

	onTestResult({ path }, result) {
		this.#search(`the results of ${path}`, JSON.stringify(result));
	}

	onRunComplete(_contexts, results) {
		for (const restore of this.#restore) restore();
		for (const path of this.#files(FOLDER)) this.#search(path, readFileSync(path, 'latin1'));
		if (this.#places.size === 0) return;
		process.stderr.write(`\nA secret shows in:\n${[...this.#places].join('\n')}\n`);
		// The summary and Jest itself count this as a file of tests that failed.
		results.numRuntimeErrorTestSuites += 1;
	}

	#search(place, text) {
		const found = findSecret(seedAccount, text);
		if (found) this.#places.add(`${place}: the ${found.name}`);
	}

	/** The files of this run. */
	#files(folder) {
		try {
			return readdirSync(folder, { recursive: true })
				.map((name) => join(folder, name))
				.filter((path) => TEXT.test(path) && statSync(path).mtimeMs >= this.#started);
		} catch {
			return [];
		}
	}
}
