import { execFileSync } from 'node:child_process';

interface Packed {
	files: Array<{ path: string }>;
	/** In bytes, as they are downloaded. */
	size: number;
	unpackedSize: number;
}

/** What `npm publish` would send out. */
function pack(): Packed {
	const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	const [packed] = JSON.parse(output) as Packed[];
	if (!packed) throw new Error('Nothing was packed');
	return packed;
}

describe('the published package', () => {
	const { files, size, unpackedSize } = pack();
	const paths = files.map(({ path }) => path);

	it('has what n8n loads', () => {
		expect(paths).toEqual(
			expect.arrayContaining([
				'package.json',
				'dist/credentials/ZApi.credentials.js',
				'dist/nodes/ZApi/ZApi.node.js',
				'dist/nodes/ZApi/ZApi.node.json',
				'dist/nodes/ZApi/zApi.svg',
				'dist/nodes/ZApi/zApi.dark.svg',
				'dist/nodes/ZApi/__schema__/v1.0.0/community/unlinkGroups.json',
			]),
		);
	});

	it('has nothing that a user does not need', () => {
		const needed =
			/^(package\.json|README\.md|LICENSE\.md|dist\/(nodes|credentials)\/.+\.(js|json|svg))$/;
		expect(paths.filter((path) => !needed.test(path))).toEqual([]);
	});

	it('stays small', () => {
		expect(size).toBeLessThan(175_000);
		expect(unpackedSize).toBeLessThan(700_000);
	});

	it('is four files of code, since n8n reads each of them whenever it starts', () => {
		expect(paths.filter((path) => path.endsWith('.js'))).toEqual([
			'dist/credentials/ZApi.credentials.js',
			'dist/nodes/shared.js',
			'dist/nodes/ZApi/ZApi.node.js',
			'dist/nodes/ZApiTrigger/ZApiTrigger.node.js',
		]);
	});
});
