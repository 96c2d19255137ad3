import { describe, expect, it } from '@jest/globals';
import { endpointOf, endpoints } from '../../tools/contract/endpoints.mts';
import webhooks from '../../tools/contract/webhooks.json' with { type: 'json' };
import { startEmulator } from '../../tools/emulator/emulator.mts';
import { seedState } from '../../tools/emulator/seed.mts';
import { emulator, ok, get, put, refused, types } from './emulatorWebhooks.mts';

describe('the documented webhooks', () => {
	it('have samples of their own type, each with a title of its own', () => {
		expect(types.map(({ type }) => type).sort()).toEqual(Object.keys(seedState().webhooks).sort());
		for (const { event, samples } of webhooks) {
			expect(samples.length).toBeGreaterThan(0);
			expect(samples.map(({ body }) => body.type)).toEqual(samples.map(() => event));
			expect(new Set(samples.map(({ title }) => title)).size).toBe(samples.length);
		}
	});

	it('are shown in the documented fields, and have the documented setters', () => {
		const shape = endpointOf('instance-me').response.shape ?? {};
		const setters = endpoints.filter(({ method }) => method === 'PUT').map(({ path }) => path);
		for (const { meField, path } of types) {
			if (meField) expect(Object.keys(shape)).toContain(meField);
			expect(setters).toContain(path);
		}
		expect(types.filter(({ meField }) => !meField)).toMatchObject([{ type: 'ProxyCallback' }]);
	});
});

const unset = Object.fromEntries(types.map(({ type }) => [type, '']));

/** What `GET /me` shows of the webhooks. */
async function shown() {
	const body = (await get('/me')).body as Record<string, unknown>;
	const names = Object.keys(body).filter((name) => /CallbackUrl$|SentByMe$/.test(name));
	return Object.fromEntries(names.map((name) => [name, body[name]]));
}

describe('the address of a webhook', () => {
	const nothing = {
		...{ connectedCallbackUrl: '', deliveryCallbackUrl: '', disconnectedCallbackUrl: '' },
		...{ messageStatusCallbackUrl: '', presenceChatCallbackUrl: '', receivedCallbackUrl: '' },
		...{ initialDataCallbackUrl: '', receiveCallbackSentByMe: false },
		...{ receivedAndDeliveryCallbackUrl: '', receivedStatusCallbackUrl: '' },
	};
	const address = 'https://example.com/webhook';

	it('is empty at the start', async () => {
		expect(emulator.state).toMatchObject({ webhooks: unset, notifySentByMe: false });
		expect(await shown()).toEqual(nothing);
	});

	it.each(types)('is set for $type alone, and shown', async ({ type, path, meField }) => {
		expect(await put(path, { value: address })).toEqual(ok({ value: true }));
		expect(emulator.state.webhooks).toEqual({ ...unset, [type]: address });
		expect(await shown()).toEqual({ ...nothing, ...(meField ? { [meField]: address } : {}) });
		expect(await put(path, { value: `${address}/other` })).toEqual(ok({ value: true }));
		expect(emulator.state.webhooks).toEqual({ ...unset, [type]: `${address}/other` });
	});

	it('is set for all of them at once', async () => {
		await put('/update-webhook-delivery', { value: `${address}/delivery` });
		expect(await put('/update-every-webhooks', { value: address })).toEqual(ok({ value: true }));
		const every = Object.fromEntries(types.map(({ type }) => [type, address]));
		expect(emulator.state).toMatchObject({ webhooks: every, notifySentByMe: false });
		const fields = types.flatMap(({ meField }) => (meField ? [[meField, address]] : []));
		expect(await shown()).toEqual({ ...nothing, ...Object.fromEntries(fields) });
	});

	it.each([...types.map(({ path }) => path), '/update-every-webhooks'])(
		'is unset with an empty one: %s',
		async (path) => {
			await put(path, { value: address });
			expect(await put(path, { value: '' })).toEqual(ok({ value: true }));
			expect(emulator.state.webhooks).toEqual(unset);
		},
	);

	it.each([
		...['http://example.com/webhook', 'http://192.168.0.1:5678/', 'http://localhost.example.com/'],
		...['http://127.0.0.1.example.com/', 'http://user:127.0.0.1@example.com/'],
		...['ftp://localhost/', 'example.com', 'https://', 'https', ' ', '/webhook'],
	])('is refused unless it is https: %j', async (value) => {
		const error = refused('value must be an https address');
		for (const path of ['/update-webhook-received', '/update-proxy-webhook']) {
			expect(await put(path, { value })).toEqual(error);
		}
		expect(await put('/update-every-webhooks', { value, notifySentByMe: true })).toEqual(error);
		expect(emulator.state).toEqual(seedState());
	});

	const local = ['http://127.0.0.1:5678/webhook', 'http://localhost/', 'http://[::1]:5678/a?b=c'];

	it.each(local)('may be http on this machine: %s', async (value) => {
		for (const path of ['/update-webhook-connected', '/update-every-webhooks']) {
			expect(await put(path, { value })).toEqual(ok({ value: true }));
		}
		expect(emulator.state.webhooks.ProxyCallback).toBe(value);
	});

	it('may not be http even there, if the emulator is told so', async () => {
		const other = await startEmulator({ httpsWebhooksOnly: true });
		try {
			for (const value of local) {
				for (const path of ['/update-webhook-connected', '/update-every-webhooks']) {
					const answer = await put(path, { value }, other);
					expect(answer).toEqual(refused('value must be an https address'));
				}
			}
			for (const value of ['https://localhost/', address, '']) {
				const answer = await put('/update-webhook-connected', { value }, other);
				expect(answer).toEqual(ok({ value: true }));
				expect(other.state.webhooks).toEqual({ ...unset, ConnectedCallback: value });
			}
		} finally {
			await other.close();
		}
	});

	it('is gone after a reset', async () => {
		await put('/update-every-webhooks', { value: address, notifySentByMe: true });
		emulator.reset();
		expect(await shown()).toEqual(nothing);
	});
});

describe('being told of messages of the instance itself', () => {
	const isOn = async () => (await shown()).receiveCallbackSentByMe;

	it('is set alone', async () => {
		for (const notifySentByMe of [true, false]) {
			const answer = await put('/update-notify-sent-by-me', { notifySentByMe });
			expect(answer).toEqual(ok({ value: true }));
			expect(await isOn()).toBe(notifySentByMe);
		}
		expect(emulator.state.webhooks).toEqual(unset);
	});

	it('is set with all webhooks, and left as it is without being named', async () => {
		const value = 'https://example.com/';
		for (const notifySentByMe of [true, undefined, false, undefined]) {
			const before = await isOn();
			await put('/update-every-webhooks', { value, notifySentByMe });
			expect(await isOn()).toBe(notifySentByMe ?? before);
		}
	});
});
