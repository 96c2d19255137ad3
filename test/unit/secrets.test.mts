import { hideInData, hideInText } from '../../nodes/shared/account/secrets.ts';

const secrets = ['TOKEN%2BCANARY', 'TOKEN+CANARY', 'INSTANCE'];

describe('hideInText', () => {
	it.each([
		['No secret here', 'No secret here'],
		['INSTANCE not found', '*** not found'],
		['TOKEN+CANARY and TOKEN+CANARY', '*** and ***'],
		['Cannot POST /instances/INSTANCE/token/TOKEN%2BCANARY/communities', 'Cannot POST ***'],
		['See "https://api.z-api.io/instances/other/token/other/x?y" now', 'See "***" now'],
	])('%j', (text, hidden) => {
		expect(hideInText(text, secrets)).toBe(hidden);
	});
});

describe('hideInData', () => {
	it('gives back the same object when there is nothing to hide', () => {
		const json = { success: true };
		expect(hideInData(json, secrets)).toBe(json);
	});

	it('hides secrets at any depth, and nothing else', () => {
		const json = { id: 'INSTANCE', list: [{ a: 'x TOKEN+CANARY y' }], count: 3, none: null };
		expect(hideInData(json, secrets)).toEqual({
			id: '***',
			list: [{ a: 'x *** y' }],
			count: 3,
			none: null,
		});
	});

	it('hides secrets in keys, too', () => {
		const json = { INSTANCE: 1, in: [{ 'x TOKEN+CANARY y': { CLIENT: 'INSTANCE' } }] };
		expect(hideInData(json, secrets)).toEqual({
			'***': 1,
			in: [{ 'x *** y': { CLIENT: '***' } }],
		});
	});
});
