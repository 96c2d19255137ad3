import type { Emulator } from '../../emulator/types.mts';
import type { Execution } from '../executions.mts';
import {
	allSucceeded,
	change,
	describe,
	runPublished,
	withParameters,
	type ExampleRun,
} from './run.mts';

const CODES_AT_MOST = 3;

/** Has somebody scan the code before the instance's status is asked for the so-many-th time. */
function connectBeforeCheck(emulator: Emulator, check: number) {
	let checks = 0;
	emulator.misbehave({
		when: ({ path }) => {
			if (path === '/status' && ++checks === check) emulator.whatsApp.connect();
			return false;
		},
	});
}

/** @returns how many pictures with words beside them it gave to be sent */
function picturesIn(execution: Execution): number {
	const items = execution.wholeItemsOf('Send to the Team by E-mail');
	const isWhole = items.every(
		({ json, binary }) =>
			binary?.data?.mimeType === 'image/png' &&
			binary.data.fileName === 'qr-code.png' &&
			(json as { text?: string }).text?.includes('QR code') &&
			// The same picture as text would make the message long.
			!('value' in json),
	);
	return isWhole ? items.length : 0;
}

/** The connection breaks twice: the first time, somebody scans the second code; then nobody does. */
export const sendQrCodeWhenDisconnected: ExampleRun = {
	file: 'send-qr-code-when-disconnected.json',
	async run(stage) {
		const { emulator, workflow } = stage;
		const breakOff = async () => {
			emulator.whatsApp.disconnect();
			await emulator.tell();
		};
		// Nobody has to wait for a code to expire here.
		const ready = await change(stage, { Wait: withParameters({ amount: 0 }) });
		connectBeforeCheck(emulator, 3);
		const scanned = await runPublished(ready, breakOff);
		const isConnected = emulator.state.connected;
		const executions = await runPublished(ready, breakOff, 2);
		const pictures = executions.map(picturesIn);
		return {
			passed:
				allSucceeded(executions) &&
				scanned.length === 1 &&
				isConnected &&
				pictures.join() === `2,${CODES_AT_MOST}`,
			lines: [
				...describe(workflow, executions),
				`  QR codes sent until somebody scanned one: ${pictures[0]}; when nobody did: ${pictures[1]}`,
			],
		};
	},
};
