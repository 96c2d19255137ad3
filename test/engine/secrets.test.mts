import { expectNoSecret } from './secrets.mts';

const account = { instance: 'INSTANCE', token: 'TO KEN', clientToken: 'CLIENT' };

it('finds each secret, in any case and in its encoded form', () => {
	for (const text of ['x INSTANCE', 'x instance y', 'TO KEN', '/TO%20KEN/', '{"a":"CLIENT"}']) {
		expect(() => expectNoSecret(account, 'harmless', text)).toThrow('shows after');
	}
});

it('is content with a text without secrets, and ignores a secret that is empty', () => {
	expectNoSecret(account, 'CLIEN', 'TOKEN', '');
	expectNoSecret({ ...account, clientToken: '' }, 'anything');
});
