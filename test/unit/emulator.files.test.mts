import { beforeEach, describe, expect, it } from '@jest/globals';
import * as client from '../../tools/emulator/client.mts';
import { emulator } from './emulatorWebhooks.mts';

describe('files', () => {
	const content = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0xff]);
	const file = (name: string, init?: RequestInit) =>
		fetch(`${emulator.baseUrl}/files/${name}`, init);

	beforeEach(() => {
		emulator.files.set('foto.png', { contentType: 'image/png', content });
	});

	it('are served as they are, without an account and without being counted', async () => {
		emulator.files.set('recibo nº 1.pdf', {
			contentType: 'application/pdf',
			content: Buffer.from('%PDF'),
		});
		const response = await file('foto.png?size=1');
		expect(response.status).toBe(200);
		expect(response.headers.get('content-type')).toBe('image/png');
		expect(response.headers.get('content-length')).toBe('6');
		expect(Buffer.from(await response.arrayBuffer())).toEqual(content);
		const other = await file(encodeURIComponent('recibo nº 1.pdf'));
		expect([other.headers.get('content-type'), await other.text()]).toEqual([
			...['application/pdf', '%PDF'],
		]);
		expect(emulator.requests).toEqual([]);
	});

	it('are not found if they are not there, nor with another method or in an instance', async () => {
		expect((await file('outra.png')).status).toBe(404);
		expect(emulator.requests).toEqual([]);
		expect((await file('foto.png', { method: 'POST' })).status).toBe(404);
		expect((await client.send(emulator, '/files/foto.png')).status).toBe(404);
		expect(emulator.requests).toHaveLength(2);
	});

	it('are gone after a reset', async () => {
		const { files } = emulator;
		emulator.reset();
		expect(emulator.files).toBe(files);
		expect((await file('foto.png')).status).toBe(404);
	});

	it('can be slow, refused and broken off', async () => {
		const when = ({ path }: { path: string }) => path === '/files/foto.png';
		emulator.misbehave({ when, times: 1, delayMilliseconds: 60 });
		emulator.misbehave({ when, times: 1, answer: { status: 403, body: content } });
		emulator.misbehave({ when, times: 1, hangUp: 'before' });
		emulator.misbehave({ when, times: 1, hangUp: 'during' });
		const start = performance.now();
		expect((await file('foto.png')).status).toBe(200);
		expect(performance.now() - start).toBeGreaterThanOrEqual(55);
		const forbidden = await file('foto.png');
		expect(forbidden.status).toBe(403);
		expect(Buffer.from(await forbidden.arrayBuffer())).toEqual(content);
		await expect(file('foto.png')).rejects.toThrow('fetch failed');
		const half = await file('foto.png');
		expect(half.headers.get('content-length')).toBe('6');
		await expect(half.arrayBuffer()).rejects.toThrow('terminated');
		expect((await file('foto.png')).status).toBe(200);
	});
});
