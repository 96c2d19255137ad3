import { readFileSync } from 'node:fs';
import { N8N_VERSION } from '../../tools/launcher/cache.mts';

interface Manifest {
	devDependencies: Record<string, string>;
	dependencies: Record<string, string>;
}

function manifestAt(path: string): Manifest {
	return JSON.parse(readFileSync(path, 'utf8')) as Manifest;
}

describe('the n8n that the package is made for', () => {
	const { devDependencies } = manifestAt('package.json');

	it('is the one whose engine the tests run', () => {
		expect(devDependencies['n8n-core']).toBe(N8N_VERSION);
	});

	it('comes with the n8n-workflow that the nodes are compiled with', () => {
		const { dependencies } = manifestAt('node_modules/n8n-core/package.json');
		expect(devDependencies['n8n-workflow']).toBe(dependencies['n8n-workflow']);
	});

	it('is the one that the README names', () => {
		expect(readFileSync('README.md', 'utf8')).toContain(N8N_VERSION);
	});
});
