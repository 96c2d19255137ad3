/**
 * Writes what follows from the operations' data: `npm run generate`, which compiles each file on its own before, since
 * Node can't load the sources as they are.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Resource } from '../../nodes/ZApi/language/operation.ts';
import type * as Events from '../../nodes/ZApiTrigger/events.ts';
import type * as Simplifying from '../../nodes/ZApiTrigger/receiving/simplifyEvent.ts';
import { findLeftovers, generate } from './generated.mts';

async function built<Module>(...path: string[]): Promise<Module> {
	return (await import(pathToFileURL(join('dist', 'nodes', ...path)).href)) as Module;
}

const { resources } = await built<{ resources: Resource[] }>('ZApi', 'resources', 'index.js');
const { events } = await built<typeof Events>('ZApiTrigger', 'events.js');
const { simplifyEvent } = await built<typeof Simplifying>(
	'ZApiTrigger',
	'receiving/simplifyEvent.js',
);
const files = generate(resources, events, simplifyEvent);
for (const [path, content] of files) {
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, content);
}
for (const path of findLeftovers(files)) rmSync(path);
