import type { IDataObject } from 'n8n-workflow';
import { mediaOf } from '../../nodes/ZApiTrigger/receiving/downloadMedia.ts';

describe('the file of a message', () => {
	it.each([
		['image', 'imageUrl'],
		['audio', 'audioUrl'],
		['video', 'videoUrl'],
		['document', 'documentUrl'],
		['sticker', 'stickerUrl'],
	])('of the kind %s, also in the header of a template, has its address in %s', (kind, name) => {
		const content = { [name]: 'https://example.com/x', url: 'https://example.com/y' };
		const expected = { kind, url: 'https://example.com/x', fileName: `${kind}-1` };
		expect(mediaOf({ messageId: '1', [kind]: content })).toEqual(expected);
		const hydratedTemplate = { header: { [kind]: content } };
		expect(mediaOf({ messageId: '1', hydratedTemplate })).toEqual(expected);
	});

	it('comes before the one of a template', () => {
		const hydratedTemplate = { header: { image: { imageUrl: 'https://example.com/template' } } };
		const video = { videoUrl: 'https://example.com/own' };
		expect(mediaOf({ hydratedTemplate, video })).toMatchObject({
			kind: 'video',
			url: 'https://example.com/own',
		});
	});

	it.each<[IDataObject]>([
		[{}],
		[{ image: null }],
		[{ image: [{ imageUrl: 'https://example.com/x.jpg' }] }],
		[{ hydratedTemplate: { header: null } }],
		[{ hydratedTemplate: { header: 'https://example.com/x.jpg' } }],
		[{ hydratedTemplate: { header: [{ image: { imageUrl: 'https://example.com' } }] } }],
		[{ statusImage: { imageUrl: 'https://example.com/x.jpg' } }],
		[{ photo: 'https://example.com/x.jpg', senderPhoto: 'https://example.com/y.jpg' }],
	])('is not there in %j', (body) => {
		expect(mediaOf(body)).toBeUndefined();
	});

	it.each<[unknown]>([[undefined], [null], [7], [{}], [['https://example.com/x']]])(
		'has no address where it is %j',
		(imageUrl) => {
			expect(mediaOf({ image: { imageUrl } as IDataObject })).toMatchObject({ url: '' });
		},
	);

	it.each<[unknown, string | undefined]>([
		['image/jpeg', 'image/jpeg'],
		['audio/ogg; codecs=opus', 'audio/ogg; codecs=opus'],
		[
			'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
			'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
		],
		['', undefined],
		['jpeg', undefined],
		[' image/jpeg', undefined],
		['\r\nX: y', undefined],
		[null, undefined],
		[7, undefined],
		[['image/jpeg'], undefined],
	])('of the media type %j has %j', (mimeType, expected) => {
		const media = mediaOf({ document: { documentUrl: 'https://', mimeType } as IDataObject });
		expect(media).toBeDefined();
		expect(media?.mimeType).toBe(expected);
	});

	it.each<[unknown, string | undefined]>([
		['Not found', 'Not found'],
		[null, undefined],
		[undefined, undefined],
	])('that has the error %j has the error %j', (downloadError, expected) => {
		const media = mediaOf({ image: { imageUrl: 'https://', downloadError } as IDataObject });
		expect(media).toBeDefined();
		expect(media?.downloadError).toBe(expected);
	});
});

describe('the name of a file', () => {
	function nameOf(fileName: unknown, messageId?: unknown): string | undefined {
		return mediaOf({ document: { fileName }, messageId } as IDataObject)?.fileName;
	}

	it.each([
		['nome.pdf', 'nome.pdf'],
		['Relatório de março (2).pdf', 'Relatório de março (2).pdf'],
		['/etc/passwd', '_etc_passwd'],
		['../../etc/passwd', '_.._etc_passwd'],
		['..\\..\\windows\\system.ini', '_.._windows_system.ini'],
		['x/../../y.pdf', 'x_.._.._y.pdf'],
		['.htaccess', 'htaccess'],
		['a\u0000b\r\nc\td\u001B\u007F\u0085e.pdf', 'a_b__c_d___e.pdf'],
		['a*b?c"d<e>f|g.pdf', 'a_b_c_d_e_f_g.pdf'],
	])('%j becomes %j', (fileName, expected) => {
		expect(nameOf(fileName, '1')).toBe(expected);
	});

	it('that is very long keeps its end', () => {
		expect(nameOf(`${'x'.repeat(150)}.pdf`)).toBe(`${'x'.repeat(146)}.pdf`);
		expect(nameOf(`${'x'.repeat(146)}.pdf`)).toBe(`${'x'.repeat(146)}.pdf`);
		expect(nameOf(`${'../'.repeat(10_000)}x.pdf`)).toHaveLength(150);
	});

	it.each<[unknown]>([[''], [undefined], [null], [7], [{}], [['x.pdf']]])(
		'that is %j is made of the kind and the message',
		(fileName) => {
			expect(nameOf(fileName, '3EB0796D')).toBe('document-3EB0796D');
		},
	);

	it.each<[unknown, string]>([
		['1779374011-59', 'document-1779374011-59'],
		['../../etc/passwd', 'document-.._.._etc_passwd'],
		['a\\b\u0000c', 'document-a_b_c'],
		[7, 'document-7'],
		[undefined, 'document'],
		[null, 'document'],
		[{ toString: 1 }, 'document'],
		[['x'], 'document'],
	])('made of the message %j is %j', (messageId, expected) => {
		expect(nameOf('', messageId)).toBe(expected);
	});
});

it.each([
	[{ imageUrl: 'https://example.com/a/A20DA9.jpeg?x=1' }, 'A20DA9.jpeg'],
	[{ imageUrl: 'https://example.com/a/b/', fileName: '...' }, 'image-1'],
	[{ imageUrl: 'https://example.com/a.b/c', fileName: ' ' }, 'image-1'],
	[{ imageUrl: 'https://example.com/..%2f..%2fx.png' }, '%2f..%2fx.png'],
	[{ imageUrl: 'https://example.com/x.png', fileName: 'boleto\u202efdp.exe' }, 'boleto_fdp.exe'],
	[
		{ imageUrl: 'https://example.com/x.png', fileName: `${'👍'.repeat(200)}.png` },
		/^👍{146}\.png$/u,
	],
])('The file %j is called %s', (image, fileName) => {
	const found = mediaOf({ messageId: '1', image })?.fileName;
	if (typeof fileName === 'string') expect(found).toBe(fileName);
	else expect(found).toMatch(fileName);
});
