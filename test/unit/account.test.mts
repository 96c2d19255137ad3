import type { ICredentialDataDecryptedObject, UserError } from 'n8n-workflow';
import { readAccount, secretsOf } from '../../nodes/shared/account/account.ts';

const credential = {
	baseUrl: 'https://api.z-api.io',
	instance: '3C01CAFE01CAFE01CAFE01CAFE01CAFE',
	token: '8F7ECAFE8F7ECAFE8F7ECAFE8F7ECAFE',
	clientToken: 'Fcafe0cafe0cafe0cafe0cafe0cafe0caS',
};
const NAMES = { instance: 'Instance ID', token: 'Instance Token', clientToken: 'Client-Token' };

function read(changes: object) {
	return readAccount({ ...credential, ...changes } as ICredentialDataDecryptedObject);
}

/** @returns the words with which a credential is refused */
function refusalOf(changes: object): string {
	try {
		read(changes);
	} catch (error) {
		const { message, description } = error as UserError;
		return `${message}. ${description}`;
	}
	return 'not refused';
}

describe('the token, and what is like it', () => {
	it.each([
		'TOKEN ',
		'\tTOKEN\n',
		'\u00A0TOKEN\u3000',
		'\u200BTO\u2060KEN\uFEFF',
		'\u202ATOKEN\u202C',
		'\u200ETO\u200FKEN',
	])('%j is read as the value that it shows', (value) => {
		expect(read({ token: value })).toMatchObject({ token: 'TOKEN' });
	});

	it.each([
		'\u2022'.repeat(8),
		'\u25CF'.repeat(8),
		'********',
		'TOKEN\u2026',
		'TOKEN...',
		'TO\nKEN',
		'TO\0KEN',
		'two words',
		'T\u00D6KEN',
		'TOKEN\uD800',
		'a?b',
		'a/b',
		'a\\b',
		'"TOKEN"',
		'https://api.z-api.io/instances/x/token/y/send-text',
	])('%j is refused in words', (value) => {
		const words = refusalOf({ token: value });
		expect(words).toContain("Instance Token in the Z-API credential isn't valid");
		expect(words).not.toContain(value);
	});

	it.each(Object.entries(NAMES))('%s is read, and refused by its name', (name, fieldName) => {
		expect(read({ [name]: '\u200BTOKEN ' })).toMatchObject({ [name]: 'TOKEN' });
		expect(read({ [name]: 12345 })).toMatchObject({ [name]: '12345' });
		const words = refusalOf({ [name]: 'a/b' });
		expect(words).toContain(`${fieldName} in the Z-API credential isn't valid`);
		expect(words).toContain(`paste the ${fieldName} again`);
	});
});

it.each<[keyof typeof NAMES, unknown]>([
	['instance', ''],
	['instance', {}],
	['token', '  '],
	['token', '\u200B'],
])('%s: %j is missing', (name, value) => {
	expect(refusalOf({ [name]: value })).toBe(
		`${NAMES[name]} is missing in the Z-API credential. Open the Z-API credential and fill in the ${NAMES[name]}. If it is an expression, give each item the value that it reads.`,
	);
});

it.each([undefined, null])('an expression that gives %j is told from an empty field', (token) => {
	expect(refusalOf({ token })).toMatch(
		/^Instance Token .* is an expression that returned nothing\./,
	);
});

it.each(['', '   ', undefined, null, '\u200B'])('clientToken: %j is none', (clientToken) => {
	expect(read({ clientToken }).clientToken).toBe('');
});

describe('baseUrl', () => {
	it.each([
		['https://api.z-api.io/', 'https://api.z-api.io/'],
		['\u200Bhttps://api.z-api.io\u00A0', 'https://api.z-api.io/'],
		['https://example.com/z-api/', 'https://example.com/z-api'],
		['http://localhost:4000', 'http://localhost:4000/'],
		['http://127.1.2.3', 'http://127.1.2.3/'],
		['http://[::1]:4000', 'http://[::1]:4000/'],
		['http://emulator.localhost', 'http://emulator.localhost/'],
	])('may be %j', (baseUrl, href) => {
		expect(read({ baseUrl }).baseUrl.href).toBe(href);
	});

	it.each([
		['', "isn't a web address"],
		['api.z-api.io', "isn't a web address"],
		['http://api.z-api.io', 'must start with https://'],
		['http://localhost.example.com', 'must start with https://'],
		['http://127.0.0.1.example.com', 'must start with https://'],
		['ftp://localhost', 'must start with https://'],
		['https://api.z-api.io#x', 'has more in it than an address'],
		['https://api.z-api.io?x=1', 'has more in it than an address'],
		['https://user:secret@api.z-api.io', 'has more in it than an address'],
		['https://:secret@api.z-api.io', 'has more in it than an address'],
		['https://api.z-api.io/ and more', 'has more in it than an address'],
		['https://api.z-api\n.io', 'has more in it than an address'],
		['https://api.z-api.io/\0', 'has more in it than an address'],
		['https://api.z-api.io/instances', 'is the address of a whole instance'],
		['https://api.z-api.io/instances/X/token/Y/send-text', 'is the address of a whole instance'],
		[
			'https://api.z-api.io/instances/X/token/Y/send-text?x#y',
			'is the address of a whole instance',
		],
	])('%j is refused in words', (baseUrl, words) => {
		const refusal = refusalOf({ baseUrl });
		expect(refusal).toContain(words);
		expect(refusal).not.toMatch(/secret|token\/Y/);
	});
});

describe('secretsOf', () => {
	it('lists each secret as it is and as it looks in an address, longest first', () => {
		expect(secretsOf({ instance: 'inst', token: 'a+b+c', clientToken: '' })).toEqual([
			'a%2Bb%2Bc',
			'a+b+c',
			'inst',
		]);
	});

	it('leaves out what is too short to be a secret, and what is missing', () => {
		expect(secretsOf({ instance: '1', token: undefined } as never)).toEqual([]);
	});

	it('lists what is not valid, too, even half a character', () => {
		expect(secretsOf({ token: 'half \uD800', clientToken: '\u200Btwo words' })).toEqual([
			'two words',
			'half \uD800',
		]);
	});
});
