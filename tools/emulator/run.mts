/**
 * Runs the emulator by itself, for use by hand: `node tools/emulator/run.mts [port]`.
 * Without a port it takes a free one. A line `emit <type> [title]` sends an event; Ctrl+C ends it.
 */
import { createInterface } from 'node:readline';
import { startEmulator } from './emulator.mts';
import { phoneAddress } from './phone/answerPhone.mts';

const port = Number(process.argv[2] ?? 0);
const emulator = await startEmulator({ port });
emulator.tellsAtOnce = true;
const { baseUrl, account } = emulator;

console.log(`Base URL      ${baseUrl}
Instance ID   ${account.instance}
Token         ${account.token}
Client-Token  ${account.clientToken}
Phone         ${phoneAddress(emulator)}

curl --header 'Client-Token: ${account.clientToken}' --header 'Content-Type: application/json' ${baseUrl}/instances/${account.instance}/token/${account.token}/communities

To send an event to its webhook, type: emit ReceivedCallback [title of a sample in tools/contract/webhooks.json]
`);

async function carryOut(line: string): Promise<string> {
	const [, type, title] = /^\s*emit\s+(\S+)(?:\s+(.*\S))?\s*$/.exec(line) ?? [];
	if (type === undefined) return 'Only this is understood: emit <type> [title]';
	const answer = await emulator.emit(title === undefined ? { type } : { type, title });
	return answer ? `${answer.status} ${answer.text}` : 'Nothing is to be sent';
}

const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => void carryOut(line).catch(String).then(console.log));

function end() {
	// Waiting for lines would keep this process running.
	lines.close();
	void emulator.close();
}

process.once('SIGINT', end);
process.once('SIGTERM', end);
