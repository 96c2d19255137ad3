/**
 * Writes what follows from the operations' data: `npm run generate`. It takes the operations from `dist`, since
 * Node can't load the sources as they are.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Resource } from '../../nodes/ZApi/resources/operation.ts';
import { findLeftovers, generate } from './generated.mts';

const built = pathToFileURL(join('dist', 'nodes', 'ZApi', 'resources', 'index.js'));
const { resources } = (await import(built.href)) as { resources: Resource[] };
const files = generate(resources);
for (const [path, content] of files) {
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, content);
}
for (const path of findLeftovers(files)) rmSync(path);
