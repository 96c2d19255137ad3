import { checkFileUrl, toFileUrl, toFileUrlList } from '../../nodes/shared/values/fileUrls.ts';
import { problemOf } from './problemOf.mts';

const ID = '1AbCdEfGhIjKlMnOpQrStUvWxYz012345';
const GET = `https://drive.google.com/uc?export=download&id=${ID}`;

describe('the address of a page about a file', () => {
	it.each([
		['Google Drive', `https://drive.google.com/file/d/${ID}/view?usp=sharing`, GET],
		['Google Drive', `https://drive.google.com/file/d/${ID}/view`, GET],
		['Google Drive', `https://drive.google.com/file/u/0/d/${ID}/view`, GET],
		['Google Drive', `https://drive.google.com/open?id=${ID}`, GET],
		['Google Drive', `https://drive.google.com/u/1/open?usp=x&id=${ID}`, GET],
		[
			'Google Docs',
			`https://docs.google.com/document/d/${ID}/edit?usp=sharing#heading=h.1`,
			`https://docs.google.com/document/d/${ID}/export?format=pdf`,
		],
		[
			'Google Docs',
			`https://docs.google.com/spreadsheets/d/${ID}/edit#gid=0`,
			`https://docs.google.com/spreadsheets/d/${ID}/export?format=xlsx`,
		],
		[
			'Google Docs',
			`https://docs.google.com/presentation/d/${ID}/edit`,
			`https://docs.google.com/presentation/d/${ID}/export/pdf`,
		],
		[
			'Google Docs',
			`https://docs.google.com/a/example.com/document/d/${ID}/view`,
			`https://docs.google.com/document/d/${ID}/export?format=pdf`,
		],
		[
			'Dropbox',
			'https://www.dropbox.com/scl/fi/abc/foto.jpg?rlkey=xyz&dl=0',
			'https://www.dropbox.com/scl/fi/abc/foto.jpg?rlkey=xyz&dl=1',
		],
		['Dropbox', 'https://www.dropbox.com/s/abc/a.pdf', 'https://www.dropbox.com/s/abc/a.pdf?dl=1'],
		[
			'SharePoint',
			'https://empresa.sharepoint.com/:b:/g/abc?e=x',
			'https://empresa.sharepoint.com/:b:/g/abc?e=x&download=1',
		],
		[
			'GitHub',
			'https://github.com/a/b/blob/main/logo.png',
			'https://github.com/a/b/blob/main/logo.png?raw=true',
		],
	])('of %s is refused, with the address of the file: %s', (name, address, file) => {
		const { problem, advice } = problemOf(() => checkFileUrl(address));
		expect(problem).toMatch(new RegExp(`^leads to a page of ${name}, not to the file: https://`));
		expect(advice).toMatch(/^Use https/);
		expect(advice.split(' ')[1]?.replace(/,$/, '')).toBe(file);
		expect(() => checkFileUrl(file)).not.toThrow();
	});

	it.each([
		['Google Drive', `https://drive.google.com/drive/folders/${ID}?usp=sharing`],
		['Google Docs', 'https://docs.google.com/forms/d/e/1FAIpQLSabcdefghijkl/viewform'],
		['Google Photos', 'https://photos.app.goo.gl/abcdef'],
		['OneDrive', 'https://1drv.ms/b/s!abc'],
		['YouTube', 'https://youtu.be/abc'],
		['WeTransfer', 'https://we.tl/t-abc'],
	])('of %s is refused also where nobody can tell the file: %s', (name, address) => {
		const { problem, advice } = problemOf(() => toFileUrl(address, {}));
		expect(problem).toContain(`a page of ${name}`);
		expect(advice).toMatch(/^Enter an address that leads to the file itself/);
	});

	it('of a service where files are shared says that as well', () => {
		const advice = (address: string) => problemOf(() => checkFileUrl(address)).advice;
		expect(advice(`https://drive.google.com/open?id=${ID}`)).toContain(
			'share the file with anyone',
		);
		expect(advice('https://www.dropbox.com/s/abc/a.pdf')).not.toContain('share the file');
	});
});

describe('the address of a file', () => {
	it.each([
		GET,
		`https://drive.google.com/uc?id=${ID}`,
		`https://drive.usercontent.google.com/download?id=${ID}`,
		`https://docs.google.com/uc?export=download&id=${ID}`,
		`https://docs.google.com/spreadsheets/d/${ID}/gviz/tq?tqx=out:csv`,
		'https://docs.google.com/spreadsheets/d/e/2PACX-abc/pub?output=csv',
		'https://www.dropbox.com/s/abc/a.pdf?raw=1',
		'https://dl.dropboxusercontent.com/s/abc/a.pdf',
		'https://raw.githubusercontent.com/a/b/main/logo.png',
		'https://example.com/file/d/1/view',
		'http://8.8.8.8/a.jpg',
		'https://[2606:4700::1111]/a.jpg',
		'http://',
	])('is taken: %s', (address) => {
		expect(() => checkFileUrl(address)).not.toThrow();
	});

	it.each([
		'http://minio:9000/bucket/a.jpg',
		'http://localhost:5678/a.jpg',
		'https://127.0.0.1/a.jpg',
		'http://192.168.0.10/a.jpg',
		'http://10.1.2.3:8080/a.jpg',
		'http://host.docker.internal/a.jpg',
		'https://nas.local/a.jpg',
		'http://[::1]/a.jpg',
		'http://[fd00::1]/a.jpg',
		'http://[::ffff:10.0.0.1]/a.jpg',
	])('that only a private network knows is refused: %s', (address) => {
		const { problem, advice } = problemOf(() => toFileUrl(address, { ownHost: 'api.z-api.io' }));
		expect(problem).toBe(`is an address that Z-API can't reach: ${new URL(address).href}`);
		expect(advice).toContain(`${new URL(address).host} is in a private network`);
	});

	it('may be on the host of the credential, whatever its port, if that is local', () => {
		expect(toFileUrl(' http://127.0.0.1:9000/a.jpg\n', { ownHost: '127.0.0.1' })).toBe(
			'http://127.0.0.1:9000/a.jpg',
		);
		expect(
			problemOf(() => toFileUrl('http://localhost/a.jpg', { ownHost: '127.0.0.1' })).problem,
		).toContain("can't reach");
	});

	it('has to be one', () => {
		expect(problemOf(() => toFileUrl('a.jpg', {})).problem).toBe("isn't a web address: a.jpg");
	});

	it('may be one of several, which are all checked', () => {
		const files = 'https://example.com/a.jpg, https://example.com/b.jpg';
		expect(toFileUrlList(files, {})).toEqual(files.split(', '));
		const { problem } = problemOf(() => toFileUrlList(`${files}, http://minio/c.jpg`, {}));
		expect(problem).toBe(
			"has an entry that is an address that Z-API can't reach: http://minio/c.jpg",
		);
	});
});
