import { isOnInternet } from '../../nodes/shared/values/hosts.ts';

function judge(host: string): boolean {
	return isOnInternet(new URL(`https://${host}/path`));
}

const asRows = (hosts: string[]) => hosts.map((host): [string] => [host]);

describe('an IPv4 address', () => {
	it.each(
		asRows([
			'1.0.0.0',
			'1.1.1.1',
			'8.8.8.8',
			'8.100.64.1',
			'8.172.16.1',
			'9.255.255.255',
			'11.0.0.0',
			'12.7.0.1',
			'22.4.0.1',
			'23.1.0.1',
			'24.1.0.1',
			'25.1.0.1',
			'100.6.4.1',
			'100.63.255.255',
			'100.128.0.0',
			'101.64.0.1',
			'126.255.255.255',
			'128.0.0.0',
			'169.253.255.255',
			'169.255.0.0',
			'172.1.6.1',
			'172.15.255.255',
			'172.32.0.0',
			'173.16.0.1',
			'192.0.1.0',
			'192.0.1.255',
			'192.0.3.0',
			'192.167.255.255',
			'192.169.0.0',
			'193.168.0.1',
			'198.1.0.1',
			'198.17.255.255',
			'198.20.0.0',
			'198.51.99.255',
			'198.51.101.0',
			'203.0.112.255',
			'203.0.114.0',
			'223.255.255.255',
		]),
	)('%s is on the internet', (host) => {
		expect(judge(host)).toBe(true);
	});

	it.each(
		asRows([
			'0.0.0.0',
			'0.255.255.255',
			'10.0.0.0',
			'10.255.255.255',
			'100.64.0.0',
			'100.69.0.1',
			'100.70.0.1',
			'100.99.0.1',
			'100.100.100.200',
			'100.119.0.1',
			'100.127.255.255',
			'127.0.0.0',
			'127.0.0.1',
			'127.255.255.255',
			'169.254.0.0',
			'169.254.169.254',
			'169.254.255.255',
			'172.16.0.0',
			'172.20.0.1',
			'172.31.255.255',
			'192.0.0.0',
			'192.0.0.255',
			'192.0.2.0',
			'192.0.2.255',
			'192.168.0.0',
			'192.168.255.255',
			'198.18.0.0',
			'198.19.255.255',
			'198.51.100.0',
			'198.51.100.255',
			'203.0.113.0',
			'203.0.113.255',
			'224.0.0.0',
			'229.255.255.255',
			'239.255.255.255',
			'240.0.0.0',
			'249.0.0.1',
			'250.0.0.1',
			'255.255.255.255',
		]),
	)('%s is not on the internet', (host) => {
		expect(judge(host)).toBe(false);
	});

	it.each([
		['2130706433', false],
		['0x7f000001', false],
		['0X7F.1', false],
		['017700000001', false],
		['0177.0.0.1', false],
		['127.1', false],
		['127.0.0.1.', false],
		['0', false],
		['012.0.0.1', false],
		['0xa9fea9fe', false],
		['3232235777', false],
		['0xac.0x10.1', false],
		['１２７.0.0.1', false],
		['127。0。0。1', false],
		['%31%32%37.0.0.1', false],
		['134744072', true],
		['0x08080808', true],
		['010.8.8.8', true],
		['8.8.8.8.', true],
		['1.1', true],
	])('%s, written in another way, is recognised', (host, isPublic) => {
		expect(judge(host)).toBe(isPublic);
	});
});

describe('an IPv6 address', () => {
	it.each<[string, string]>([
		['no address', '[::]'],
		['this machine', '[::1]'],
		['this machine, written in full', '[0000:0000:0000:0000:0000:0000:0000:0001]'],
		['this machine as IPv4', '[::ffff:127.0.0.1]'],
		['this machine as IPv4, in hexadecimal', '[::FFFF:7F00:1]'],
		['this machine as IPv4, in the old form', '[::127.0.0.1]'],
		['an IPv4 address', '[::ffff:10.0.0.1]'],
		['an IPv4 address behind a translator', '[64:ff9b::10.0.0.1]'],
		['a local translator', '[64:ff9b:1::1]'],
		['nowhere', '[100::1]'],
		['less than the public range', '[1fff:ffff::1]'],
		['more than the public range', '[4000::1]'],
		['short in the first part', '[200::1]'],
		['public only in the second part', '[64:2606::1]'],
		['an example', '[2001:db8::1]'],
		['an example, in upper case', '[2001:DB8:1::1]'],
		['an example, written in full', '[2001:0db8:0000::1]'],
		['this machine through 6to4', '[2002:7f00:1::1]'],
		['another machine through 6to4', '[2002:808:808::1]'],
		['a network of its own', '[fc00::1]'],
		['a network of its own', '[fd12:3456:789a::1]'],
		['the end of the networks of their own', '[fdff:ffff::1]'],
		['a link', '[fe80::1]'],
		['the end of the links', '[febf::1]'],
		['a site of the old kind', '[fec0::1]'],
		['many machines', '[ff02::1]'],
		['a server that has a name as well', '[2001:4860:4860::8888]'],
	])('of %s, %s, does not count as on the internet', (_what, host) => {
		expect(judge(host)).toBe(false);
	});
});

describe('a name', () => {
	it.each(
		asRows([
			'example.com',
			'example.com.',
			'EXAMPLE.COM',
			'api.z-api.io',
			'n8n.example.com.br',
			'localhost.example.com',
			'mylocalhost.com',
			'local.example.com',
			'internal.example.com',
			'my-internal.net',
			'home.example.net',
			'lan.example.org',
			'example.notlocal',
			'example.xn--p1ai',
			'10.example.com',
			'arpa.example.net',
			'1.arpa',
			'são-paulo.example.com',
		]),
	)('%s is on the internet', (host) => {
		expect(judge(host)).toBe(true);
	});

	it.each(
		asRows([
			'localhost',
			'LOCALHOST',
			'localhost.',
			'x.localhost',
			'a.b.localhost.',
			'n8n',
			'n8n.',
			'host-1',
			'local',
			'printer.local',
			'PRINTER.LOCAL.',
			'cluster.svc.local',
			'host.docker.internal',
			'metadata.google.internal',
			'Metadata.Google.Internal.',
			'wiki.intranet',
			'router.lan',
			'router.home',
			'server.corp',
			'nas.home.arpa',
			'ｌｏｃａｌｈｏｓｔ',
			'printer。local',
			'localhost..',
			'x.localhost...',
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
	['https://localhost:8443/x', false],
	['https://example.com:443@127.0.0.1/', false],
	['https://user:password@example.com/', true],
	['https://127.0.0.1/example.com', false],
	['https://example.com/127.0.0.1?host=localhost#localhost', true],
	['https://localhost/?x=.example.com', false],
	['https:\\\\10.0.0.1\\example.com', false],
	['http://192.168.0.1:5678/', false],
	['file:///etc/passwd', false],
	['data:text/plain,x', false],
	['mailto:x@example.com', false],
])('Of %s, only the host counts', (address, isPublic) => {
	expect(isOnInternet(new URL(address))).toBe(isPublic);
});
