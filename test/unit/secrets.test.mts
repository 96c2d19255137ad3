import { redactData, redactText } from '../../nodes/shared/account/redact.ts';

const secrets = ['TOKEN%2BCANARY', 'TOKEN+CANARY', 'INSTANCE'];

describe('redactText', () => {
	it.each([
		['No secret here', 'No secret here'],
		['INSTANCE not found', '*** not found'],
		['TOKEN+CANARY and TOKEN+CANARY', '*** and ***'],
		['Cannot POST /instances/INSTANCE/token/TOKEN%2BCANARY/communities', 'Cannot POST ***'],
		['See "https://api.z-api.io/instances/other/token/other/x?y" now', 'See "***" now'],
	])('%j', (text, redacted) => {
		expect(redactText(text, secrets)).toBe(redacted);
	});
});

describe('a secret that was written in another way', () => {
	const token = '8F7ECAFE8F7ECAFE+F7ECAFE8F7ECAFE';
	const hex = Buffer.from(token).toString('hex');
	const base64 = (text: string) => Buffer.from(text).toString('base64');

	it.each([
		['in small letters', token.toLowerCase()],
		['with every character encoded', hex.replace(/../g, '%$&')],
		['in an address within an address', encodeURIComponent(encodeURIComponent(token))],
		['in base64', base64(token)],
		['in base64 for addresses', Buffer.from(`~~${token}~~`).toString('base64url')],
		['in base64, behind something else', base64(`u:${token}`)],
		['in base64, between other things', base64(`me:${token}:x`)],
	])('is redacted, too: %s', (_what, form) => {
		const redacted = expect.stringMatching(/^a .{0,8}\*\*\*.{0,8} b$/) as string;
		expect(redactText(`a ${form} b`, [token])).toEqual(redacted);
		expect(redactData({ text: `a ${form} b` }, [token])).toEqual({ text: redacted });
	});
});

it('a short secret redacts nothing but itself', () => {
	const text = 'A chave 0b2 foi trocada por T09L, e a outra ficou: tok.';
	expect(redactText(text, ['tok'])).toBe(text.replace('tok', '***'));
});

describe('redactData', () => {
	it('gives back the same object when there is nothing to redact', () => {
		const json = { success: true };
		expect(redactData(json, secrets)).toBe(json);
	});

	it('redacts secrets at any depth, and nothing else', () => {
		const json = { id: 'INSTANCE', list: [{ a: 'x TOKEN+CANARY y' }], count: 3, none: null };
		expect(redactData(json, secrets)).toEqual({
			id: '***',
			list: [{ a: 'x *** y' }],
			count: 3,
			none: null,
		});
	});

	it('redacts secrets in keys, too', () => {
		const json = { INSTANCE: 1, in: [{ 'x TOKEN+CANARY y': { CLIENT: 'INSTANCE' } }] };
		expect(redactData(json, secrets)).toEqual({
			'***': 1,
			in: [{ 'x *** y': { CLIENT: '***' } }],
		});
	});
});
