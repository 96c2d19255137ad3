import { expectNoSecret } from './secrets.mts';

const account = { instance: 'INSTANCE', token: 'TO KEN', clientToken: 'CLIENT' };

it('finds each secret, in any case and in its encoded form', () => {
	for (const text of ['x INSTANCE', 'x instance y', 'TO KEN', '/TO%20KEN/', '{"a":"CLIENT"}']) {
		expect(() => expectNoSecret(account, 'harmless', text)).toThrow('shows after');
	}
});

it.each(['', 'a', 'ab', 'abc:'])(
	'finds each secret in the base64 of a text that begins with %j',
	(before) => {
		for (const secret of Object.values(account)) {
			for (const encoding of ['base64', 'base64url'] as const) {
				const text = `Basic ${Buffer.from(`${before}${secret}:ÿ`).toString(encoding)}`;
				expect(() => expectNoSecret(account, text)).toThrow('shows after: Basic ');
			}
		}
	},
);

it('finds a secret of which every character is percent-encoded, or that JSON escapes', () => {
	expect(() => expectNoSecret(account, '/%49%4e%53%54%41%4E%43%45/')).toThrow('The instance');
	const quoted = { ...account, token: 'TO"KEN' };
	expect(() => expectNoSecret(quoted, JSON.stringify({ quoted }))).toThrow('shows after');
});

it('is content with a text without secrets, and ignores a secret that is empty', () => {
	expectNoSecret(account, 'CLIEN', 'TOKEN', '');
	expectNoSecret({ ...account, clientToken: '' }, 'anything');
});
