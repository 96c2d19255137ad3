/**
 * Runs the emulator by itself, for use by hand: `node test/emulator/run.mts [port]`.
 * Without a port it takes a free one. Ctrl+C ends it.
 */
import { startEmulator } from './emulator.mts';

const port = Number(process.argv[2] ?? 0);
const emulator = await startEmulator({ port });
const { baseUrl, account } = emulator;

console.log(`Base URL      ${baseUrl}
Instance ID   ${account.instance}
Token         ${account.token}
Client-Token  ${account.clientToken}

curl --header 'Client-Token: ${account.clientToken}' ${baseUrl}/instances/${account.instance}/token/${account.token}/communities
`);

process.once('SIGINT', () => void emulator.close());
process.once('SIGTERM', () => void emulator.close());
