import {
	baseOf,
	hostOf,
	isSameAddress,
	isUnder,
	keyOf,
	productionBaseOf,
	publishedAddressOf,
	testBaseOf,
} from '../../nodes/ZApiTrigger/registration/webhookAddress.ts';

const BASE = 'https://n8n.example.com/team/webhook';

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
});

describe('an address of a node', () => {
	it.each([
		[`${BASE}/a1b2/webhook`, true, 'a1b2'],
		[`${BASE}/a1b2/webhook/`, true, 'a1b2'],
		[`${BASE}/12/my%20trigger/webhook`, false, '12/my%20trigger'],
	])('%s has the key of the node', (address, hasWebhookId, key) => {
		expect(keyOf(address, hasWebhookId)).toBe(key);
		expect(baseOf(address, key)).toBe(BASE);
	});

	it.each([
		['https://other.example.org/a1b2/webhook', 'https://other.example.org'],
		['https://n8n.example.com/in/hooks/a1b2/webhook', 'https://n8n.example.com/in/hooks'],
		['HTTPS://N8N.example.com:443/webhook/a1b2/webhook/', 'https://n8n.example.com/webhook'],
		['https://somebody@n8n.example.com/webhook/a1b2/webhook', undefined],
		[`${BASE}/a1b2/webhook?x=1`, undefined],
		[`${BASE}/c3d4/webhook`, undefined],
		[`${BASE}/a1b2/other`, undefined],
		['not an address', undefined],
	])('%s has what stands before the key as its base', (address, base) => {
		expect(baseOf(address, 'a1b2')).toBe(base);
	});

	it.each([
		[`${BASE}/c3d4/webhook`, true],
		[`${BASE}/12/my%20trigger/webhook`, true],
		[`${BASE}/c3d4`, false],
		[`${BASE}/webhook`, false],
		[`${BASE}/1/2/3/webhook`, false],
		['https://n8n.example.com/webhook/c3d4/webhook', false],
		['http://n8n.example.com/team/webhook/c3d4/webhook', false],
		['not an address', false],
	])('%s is under the base or not', (address, expected) => {
		expect(isUnder(address, BASE)).toBe(expected);
	});

	it('of a test stands beside that of the published workflow', () => {
		expect(testBaseOf(BASE)).toBe('https://n8n.example.com/team/webhook-test');
		expect(productionBaseOf(testBaseOf(BASE))).toBe(BASE);
		expect(publishedAddressOf(`${testBaseOf(BASE)}/a1b2/webhook`)).toBe(`${BASE}/a1b2/webhook`);
	});

	it('is named by its host alone', () => {
		expect(hostOf('https://user:pw@crm.example.com:8443/secret?key=1')).toBe(
			'crm.example.com:8443',
		);
		expect(hostOf('not an address')).toBe('an invalid address');
	});
});
