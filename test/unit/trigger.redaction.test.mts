import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import documented from '../../tools/contract/webhooks.json' with { type: 'json' };
import { eventOf } from '../../nodes/ZApiTrigger/events.ts';
import { redactEvent } from '../../nodes/ZApiTrigger/receiving/redactEvent.ts';

interface Documented {
	event: string;
	samples: Array<{ title: string; body: IDataObject }>;
}

const samples = (documented as unknown as Documented[]).flatMap(({ event, samples }) =>
	samples.map(({ title, body }) => ({ type: event, title, body })),
);

function redact(body: IDataObject): IDataObject {
	const event = eventOf(body);
	if (!event) throw new Error(`No event: ${JSON.stringify(body)}`);
	return redactEvent(event, body);
}

/** What stands where the instance was. */
function nameOf({ instanceId }: IDataObject): string {
	return createHash('sha256')
		.update(instanceId as string)
		.digest('hex')
		.slice(0, 12);
}

const redactProxyText = (error: string) => redact({ type: 'ProxyCallback', error }).error;

describe('of a documented sample', () => {
	it('about the proxy, the address of the proxy is redacted, too', () => {
		const proxySamples = samples.filter(({ type }) => type === 'ProxyCallback');
		const before = structuredClone(proxySamples.map(({ body }) => body));
		expect(proxySamples.map(({ body }) => redact(body))).toEqual([
			{
				type: 'ProxyCallback',
				instanceId: nameOf(before[0] ?? {}),
				error:
					'The instance was connected without proxy, the configured proxy (***) failed 3 times to connect.',
			},
		]);
		expect(proxySamples.map(({ body }) => body)).toEqual(before);
	});
});

describe('the instance', () => {
	const shown = (instanceId: string) => redact({ type: 'ReceivedCallback', instanceId }).instanceId;

	it('has the same name in every event', () => {
		const types = ['ReceivedCallback', 'MessageStatusCallback', 'ProxyCallback'];
		const names = types.map((type) => redact({ type, instanceId: 'A1' }).instanceId);
		expect(new Set(names)).toEqual(new Set([shown('A1')]));
		expect(shown('A1')).toMatch(/^[\da-f]{12}$/);
	});

	it('has another name than another instance', () => {
		const names = Array.from({ length: 1000 }, (_, index) => shown(`3D1A${index}`));
		expect(new Set(names).size).toBe(1000);
	});
});

describe('the address of a proxy', () => {
	it.each([
		['a user and a password', 'socks5://user:password@192.0.2.7:1080'],
		['only a user', 'socks5://token@192.0.2.7:1080'],
		['an @ in the password', 'socks5://user:p@ss@192.0.2.7:1080'],
		['a / in the password', 'socks5://user:pass/word@192.0.2.7:1080'],
		['a :// in the password', 'socks5://user:pass://word@192.0.2.7:1080'],
		['a blank in the password', 'socks5://user:pass word@192.0.2.7:1080'],
		['a bracket in the password', 'socks5://user:pass)word@192.0.2.7:1080'],
		['a line break in the password', 'socks5://user:pass\nword@192.0.2.7:1080'],
		['the password behind', 'socks5://192.0.2.7:1080:user:password'],
		['no scheme', 'user:password@192.0.2.7:1080'],
		['no access', 'http://proxy.example.com:3128'],
	])('with %s is redacted', (_what, address) => {
		expect(redactProxyText(address)).toBe('***');
		expect(redactProxyText(`The proxy (${address}) failed 3 times.`)).toBe(
			'The proxy (***) failed 3 times.',
		);
		expect(redactProxyText(`The proxy ${address} failed 3 times.`)).toBe(
			'The proxy *** failed 3 times.',
		);
	});

	it.each([[''], ['The proxy failed.'], ['The proxy failed 3 times: timeout']])(
		'is all that is redacted: %s',
		(text) => {
			expect(redactProxyText(text)).toBe(text);
		},
	);

	it('is redacted in texts at any depth, and all else stays', () => {
		const body = {
			type: 'ProxyCallback',
			instanceId: 'A1',
			momment: 1580163342,
			connected: true,
			missing: null,
			details: {
				proxyUrl: 'socks5://user:password@192.0.2.7:1080',
				attempts: [
					{ number: 1, address: 'socks5://192.0.2.7:1080:user:password' },
					'http://user:password@192.0.2.7',
					['http://user:password@192.0.2.7', 3, null],
				],
				none: [],
			},
		};
		const before = structuredClone(body);
		expect(redact(body)).toEqual({
			type: 'ProxyCallback',
			instanceId: nameOf(before),
			momment: 1580163342,
			connected: true,
			missing: null,
			details: {
				proxyUrl: '***',
				attempts: [{ number: 1, address: '***' }, '***', ['***', 3, null]],
				none: [],
			},
		});
		expect(body).toEqual(before);
	});
});

describe('other events', () => {
	const text = 'See https://user:password@example.com:1080:x:y or write to someone@example.com';

	it.each<[string, IDataObject]>([
		['a message', { type: 'ReceivedCallback', text: { message: text } }],
		['a notification', { type: 'ReceivedCallback', notification: 'X', profileName: text }],
		['a failed message', { type: 'DeliveryCallback', error: text }],
		['a status', { type: 'MessageStatusCallback', ids: [text] }],
		['a presence', { type: 'PresenceChatCallback', status: text }],
		['a lost connection', { type: 'DisconnectedCallback', error: text }],
		['a new connection', { type: 'ConnectedCallback', phone: text }],
	])('keep texts that look like the address of a proxy: %s', (_what, body) => {
		const posted = { ...body, instanceId: 'A1' };
		expect(redact(posted)).toEqual({ ...body, instanceId: nameOf(posted) });
	});

	it('keep what is called like the instance inside of them', () => {
		const body = { type: 'ReceivedCallback', instanceId: 'A1', text: { instanceId: 'A1' } };
		expect(redact(body)).toEqual({ ...body, instanceId: nameOf(body) });
	});
});
