import type { IHookFunctions } from 'n8n-workflow';
import { isSameAddress, OwnAddress } from '../../nodes/ZApiTrigger/ownAddress.ts';

const BASE = 'https://n8n.example.com/team';

function ownAddress(url: string, { active = true, webhookId = 'a1b2' as string | null } = {}) {
	return new OwnAddress({
		getNodeWebhookUrl: () => url,
		getWorkflow: () => ({ active }),
		getNode: () => (webhookId === null ? {} : { webhookId }),
	} as unknown as IHookFunctions);
}

describe('isSameAddress', () => {
	it.each([
		['HTTPS://Example.COM:443/a/', 'https://example.com/a'],
		['https://example.com', 'https://example.com/'],
		['not an address', 'not an address'],
	])('takes %s for %s', (one, other) => {
		expect(isSameAddress(one, other)).toBe(true);
	});

	it.each([
		['https://example.com/A', 'https://example.com/a'],
		['https://example.com/a?b=1', 'https://example.com/a'],
		['https://example.com:8443/a', 'https://example.com/a'],
		['http://example.com/a', 'https://example.com/a'],
		[undefined, ''],
		['', ''],
	])("doesn't take %s for %s", (one, other) => {
		expect(isSameAddress(one, other)).toBe(false);
	});

	it('takes no longer for long addresses than it has to', () => {
		const long = `https://example.com/${'/'.repeat(200_000)}x`;
		const start = performance.now();
		expect(isSameAddress(long, 'https://example.com/')).toBe(false);
		expect(performance.now() - start).toBeLessThan(1_000);
	});
});

describe('OwnAddress', () => {
	const own = ownAddress(`${BASE}/webhook/a1b2/webhook`);

	it.each([
		[`${BASE}/webhook/c3d4/webhook`, true],
		[`${BASE}/webhook-test/a1b2/webhook`, true],
		[`${BASE}/webhook/a1b2/webhook/`, true],
		[`${BASE}/webhook/a1b2`, false],
		[`${BASE}/webhook/a1b2/other`, false],
		['https://n8n.example.com/webhook/a1b2/webhook', false],
		['https://n8n.example.com/other/webhook/a1b2/webhook', false],
		['http://n8n.example.com/team/webhook/a1b2/webhook', false],
		['not an address', false],
		['', false],
	])('tells whether %s is of the same n8n', (address, expected) => {
		expect(own.isOfSameN8n(address)).toBe(expected);
	});

	it('tells whether an address is that of the same node, and in which mode', () => {
		expect(own.isOfSameNode(`${BASE}/webhook-test/a1b2/webhook`)).toBe(true);
		expect(own.isOfSameNode(`${BASE}/webhook-test/c3d4/webhook`)).toBe(false);
		expect(own.isInOtherMode(`${BASE}/webhook-test/c3d4/webhook`)).toBe(true);
		expect(own.isInOtherMode(`${BASE}/webhook/c3d4/webhook`)).toBe(false);
		expect(own.isInOtherMode('not an address')).toBe(false);
	});

	it('knows a node without a webhook ID by its workflow and its name', () => {
		const named = ownAddress(`${BASE}/webhook/12/my%20trigger/webhook`, { webhookId: null });
		expect(named.isOfSameNode(`${BASE}/webhook-test/12/my%20trigger/webhook`)).toBe(true);
		expect(named.isOfSameNode(`${BASE}/webhook-test/12/other/webhook`)).toBe(false);
	});

	it.each([
		[`${BASE}/webhook/a1b2/webhook`, true, false],
		[`${BASE}/webhook-test/a1b2/webhook`, false, true],
		// Renamed by N8N_ENDPOINT_WEBHOOK_TEST.
		[`${BASE}/try/a1b2/webhook`, false, true],
	])('tells whether %s is of a test', (url, active, isTest) => {
		expect(ownAddress(url, { active }).isTest).toBe(isTest);
	});
});
