/** Prints what the changelog says about the version in package.json: the text of its release on GitHub. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { notesFor } from './changelog.mts';

const root = join(import.meta.dirname, '../..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
	version: string;
};
console.log(notesFor(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), version));
