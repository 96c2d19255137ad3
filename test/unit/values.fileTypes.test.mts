import {
	extensionOf,
	extensionOfUrl,
	extensionOfName,
	likelyExtension,
	withBetterExtension,
} from '../../nodes/shared/values/extensions.ts';
import {
	extensionOfType,
	isUnknownType,
	typeOfBase64,
	typeOfBytes,
	typeOfExtension,
} from '../../nodes/shared/values/fileTypes.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');

describe('a type', () => {
	it.each([
		...[' ', 'application/octet-stream'],
		...['application/force-download; charset=binary', 'application/download'],
		...['application/x-force-download', 'application/save-as'],
	])('%j says nothing', (type) => {
		expect(isUnknownType(type)).toBe(true);
		expect(extensionOfType(type)).toBeUndefined();
	});

	it.each(['application/pdf'])('%j says what a file is', (type) => {
		expect(isUnknownType(type)).toBe(false);
	});

	it.each([
		['application/x-zip-compressed', 'zip'],
		['image/pjpeg', 'jpg'],
		['audio/opus', 'ogg'],
		['audio/ogg', 'ogg'],
		['text/xml', 'xml'],
		['image/x-icon', 'ico'],
		['application/x-ofx', 'ofx'],
		['application/vnd.unknown-thing', undefined],
	])('%s has the extension %j', (type, extension) => {
		expect(extensionOfType(type)).toBe(extension);
	});

	it.each([
		['PDF', 'application/pdf'],
		['constructor', undefined],
	])('of the extension %s is %j', (extension, type) => {
		expect(typeOfExtension(extension)).toBe(type);
	});
});

describe('bytes', () => {
	it.each([
		['%PDF-1.7', 'application/pdf'],
		['\xFF\xD8\xFF\xE0', 'image/jpeg'],
		['RIFF\0\0\0\0AVI LIST', 'video/x-msvideo'],
		['II*\0\x08', 'image/tiff'],
		['BM\x36\0\0\0\0\0\0\0', 'image/bmp'],
		['\xEF\xBB\xBF <!DOCTYPE html><title>404', 'text/html'],
		['<html lang="pt">', 'text/html'],
		['<?xml version="1.0"?>', 'application/xml'],
		['{\\rtf1', 'application/rtf'],
		['BEGIN:VCARD\nFN:Ana', 'text/vcard'],
		['fLaC', 'audio/flac'],
		['\xFF\xFB\x90', 'audio/mpeg'],
		['\xFF\xFEa\0', undefined],
		['', undefined],
		['PK\x03\x04....nota.txt', 'application/zip'],
		[`PK\x03\x04${'x'.repeat(500)}word/document.xml`, /wordprocessingml/],
		[`PK\x03\x04${'x'.repeat(500)}xl/workbook.xml`, /spreadsheetml/],
		[`PK\x03\x04${'x'.repeat(500)}ppt/presentation.xml`, /presentationml/],
		['PK\x03\x04....mimetypeapplication/epub+zip', 'application/epub+zip'],
		['PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text', /opendocument\.text/],
		[`\xD0\xCF\x11\xE0${'\0'.repeat(500)}W\0o\0r\0k\0b\0o\0o\0k\0`, 'application/vnd.ms-excel'],
		['\xD0\xCF\x11\xE0', 'application/octet-stream'],
	])('%j are of the type %p', (content, type) => {
		const found = typeOfBytes(bytes(content));
		expect(found).toEqual(type instanceof RegExp ? expect.stringMatching(type) : type);
		expect(typeOfBase64(bytes(content).toString('base64'))).toBe(found);
	});
});

describe('an extension', () => {
	it.each([
		['Boleto Energia S.A', undefined],
		['voz.oga', 'ogg'],
		['voz.OPUS', 'opus'],
		['retorno.ret', 'ret'],
	])('of %j is %j: it is one of a table', (name, extension) => {
		expect(extensionOfName(name)).toBe(extension);
	});

	it.each([
		[{ name: 'a.csv', type: 'text/plain' }, 'csv'],
		[{ name: 'Boleto Energia S.A', type: 'application/pdf' }, 'pdf'],
		[{ name: 'a.bin', type: 'application/pdf' }, 'pdf'],
		[{ name: 'Boleto S.A', address: 'https://example.com/b.pdf' }, 'pdf'],
		[{ name: 'a.docx', type: 'application/zip' }, 'docx'],
		[{ name: 'a.bin', type: 'application/force-download' }, undefined],
		[{ address: 'https://example.com/b.php' }, undefined],
		[{}, undefined],
	])(
		'comes from a known name first, then from the type, then from the address: %j',
		(clues, found) => {
			expect(extensionOf(clues)).toBe(found);
		},
	);

	it.each([
		[{ name: 'desenho.skp' }, 'skp'],
		[{ name: 'Boleto S.A', extension: 'bin' }, 'bin'],
		[{ name: 'Boleto S.A' }, undefined],
		[{ address: 'https://example.com/a.xyz?b=c' }, 'xyz'],
		[{ address: 'https://example.com/a.aspx' }, undefined],
		[{}, undefined],
	])('may be guessed where nothing else tells: %j', (clues, found) => {
		expect(likelyExtension(clues)).toBe(found);
	});

	it.each([
		['voz.oga', 'voz.ogg'],
		['VOZ.OGA ', 'VOZ.ogg'],
		['a.oga.b', 'a.oga.b'],
		['voz.ogg', 'voz.ogg'],
		['oga', 'oga'],
	])('that apps know better replaces that of %j', (name, better) => {
		expect(withBetterExtension(name)).toBe(better);
	});

	it('of an address is one of a table, too', () => {
		expect(extensionOfUrl('https://example.com/v1.final')).toBeUndefined();
	});
});
