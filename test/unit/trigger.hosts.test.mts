import { isOnInternet } from '../../nodes/shared/values/hosts.ts';

function judge(host: string): boolean {
	return isOnInternet(new URL(`https://${host}/path`));
}

const asRows = (hosts: string[]) => hosts.map((host): [string] => [host]);

describe('an IPv4 address', () => {
	it.each(
		asRows([
			'8.100.64.1',
			'11.0.0.0',
			'100.6.4.1',
			'100.63.255.255',
			'100.128.0.0',
			'128.0.0.0',
			'172.15.255.255',
			'172.32.0.0',
			'198.17.255.255',
			'198.20.0.0',
			'223.255.255.255',
		]),
	)('%s is on the internet', (host) => {
		expect(judge(host)).toBe(true);
	});

	it.each(
		asRows([
			'0.255.255.255',
			'10.0.0.0',
			'100.64.0.0',
			'100.70.0.1',
			'100.99.0.1',
			'100.100.100.200',
			'100.119.0.1',
			'100.127.255.255',
			'127.0.0.0',
			'169.254.0.0',
			'169.254.169.254',
			'172.16.0.0',
			'172.20.0.1',
			'172.31.255.255',
			'192.0.0.0',
			'192.0.2.255',
			'192.168.0.0',
			'198.18.0.0',
			'198.19.255.255',
			'198.51.100.0',
			'203.0.113.255',
			'224.0.0.0',
			'229.255.255.255',
			'239.255.255.255',
			'240.0.0.0',
			'250.0.0.1',
			'255.255.255.255',
		]),
	)('%s is not on the internet', (host) => {
		expect(judge(host)).toBe(false);
	});

	it.each([
		['2130706433', false],
		['127.0.0.1.', false],
		['１２７.0.0.1', false],
		['8.8.8.8.', true],
	])('%s, written in another way, is recognised', (host, isPublic) => {
		expect(judge(host)).toBe(isPublic);
	});
});

describe('an IPv6 address', () => {
	it.each(asRows(['[::1]', '[::ffff:127.0.0.1]', '[2001:4860:4860::8888]']))(
		'%s does not count as on the internet, though it may be',
		(host) => {
			expect(judge(host)).toBe(false);
		},
	);
});

describe('a name', () => {
	it.each(
		asRows([
			'example.com',
			'example.com.',
			'api.z-api.io',
			'localhost.example.com',
			'mylocalhost.com',
			'example.notlocal',
			'example.xn--p1ai',
			'10.example.com',
		]),
	)('%s is on the internet', (host) => {
		expect(judge(host)).toBe(true);
	});

	it.each(
		asRows([
			'localhost',
			'x.localhost',
			'n8n',
			'metadata.google.internal',
			'wiki.intranet',
			'router.lan',
			'router.home',
			'server.corp',
			'nas.home.arpa',
			'ｌｏｃａｌｈｏｓｔ',
			'printer。local',
			'localhost..',
			'host.localdomain',
			'n8n.test',
			'n8n.example',
			'n8n.invalid',
			'n8n.onion',
		]),
	)('%s is not on the internet', (host) => {
		expect(judge(host)).toBe(false);
	});
});

it.each<[string, boolean]>([
	['https://example.com:8443/x', true],
	['https://example.com:443@127.0.0.1/', false],
	['https://user:password@example.com/', true],
	['https://127.0.0.1/example.com', false],
	['https://example.com/127.0.0.1?host=localhost#localhost', true],
	['https:\\\\10.0.0.1\\example.com', false],
	['http://192.168.0.1:5678/', false],
	['file:///etc/passwd', false],
])('Of %s, only the host counts', (address, isPublic) => {
	expect(isOnInternet(new URL(address))).toBe(isPublic);
});
