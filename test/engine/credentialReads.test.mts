import type { Account } from '../../tools/emulator/emulator.mts';
import { useEmulator } from '../useEmulator.mts';
import { runNode } from './harness.mts';

let account: Account & { baseUrl: string };

useEmulator((_emulator, itsAccount) => (account = itsAccount));

// n8n reads a credential from its database, to which it has few connections, each time it signs a request.
it('reads the credential once for the run, and once for each request', async () => {
	const items = Array.from({ length: 50 }, () => ({}));
	const { items: done, credentialReads } = await runNode({
		account,
		parameters: { resource: 'community', operation: 'getAll', returnAll: false, limit: 1 },
		items,
	});
	expect(done.length).toBe(50);
	expect(credentialReads).toBe(51);
});
