import type { N8n } from '../../tools/launcher/n8n.mts';
import { Editor } from './editor.mts';

/** Long enough for n8n to be installed, too, which happens once on a machine. */
export const START_LIMIT_MILLISECONDS = 15 * 60_000;

/** The n8n and the browser that all tests of a file share, once they have been started. */
export let editor: Editor;

/** Starts n8n and a browser before the first test of the file, and ends them after the last. */
export function shareEditor(): void {
	beforeAll(async () => {
		editor = await Editor.open();
	}, START_LIMIT_MILLISECONDS);

	afterAll(async () => {
		await editor?.close();
	}, 60_000);
}

/** A test that leaves a screenshot and n8n's log behind when it fails. */
export function see(name: string, test: () => Promise<void>, limitMilliseconds?: number): void {
	it(name, () => editor.watch(name, test), limitMilliseconds);
}

/** @returns the n8n of now: tests may restart it */
export function n8n(): N8n {
	return editor.launched.n8n;
}

/** Lets each test of a `describe` begin with the emulator as it is at first. */
export function beginAnew(): void {
	beforeEach(() => {
		editor.emulator.reset();
	});
}
