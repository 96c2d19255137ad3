/**
 * Runs n8n's own lint on the action node's description as it is built. n8n's rules read literals, and are blind to what
 * functions make. So the description is written out as a literal, in a folder of its own.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { config } from '@n8n/node-cli/eslint';
import { ESLint, type Linter } from 'eslint';
import type { INodeType } from 'n8n-workflow';

/** What the rules say that is meant to be so, by rule: what their messages contain, and why. */
const MEANT: Record<string, Array<{ words: RegExp; why: string }>> = {
	'n8n-nodes-base/node-param-options-type-unsorted-items': [
		{ words: /Broadcast List \| Business Profile/, why: 'what most people use comes first' },
		{ words: /Friday \| Monday/, why: 'a week has an order' },
	],
	'n8n-nodes-base/node-param-fixed-collection-type-unsorted-items': [
		{
			words: /ID \| Label \| Phone \| Type \| URL/,
			why: 'the type decides which others there are',
		},
	],
	'n8n-nodes-base/node-param-operation-option-action-miscased': [
		{ words: /sentence case/, why: 'names such as GIF, Pix and QR keep their case' },
	],
	'n8n-nodes-base/node-param-description-wrong-for-upsert': [
		{ words: /upsert/, why: 'it has to say how a product is found' },
	],
};

const require = createRequire(import.meta.url);
const { ZApi } = require('../../dist/nodes/ZApi/ZApi.node.js') as { ZApi: new () => INodeType };

const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-z-api-lint-'));
try {
	const file = join(folder, 'nodes', 'ZApi', 'ZApi.node.ts');
	mkdirSync(join(folder, 'nodes', 'ZApi'), { recursive: true });
	const literal = JSON.stringify(new ZApi().description, null, '\t').replaceAll(
		/"([A-Za-z_]\w*)":/g,
		'$1:',
	);
	writeFileSync(
		file,
		`export class ZApi implements INodeType {\n\tdescription: INodeTypeDescription = ${literal};\n}\n`,
	);
	const eslint = new ESLint({
		cwd: folder,
		overrideConfigFile: true,
		overrideConfig: config as unknown as Linter.Config[],
	});
	const [result] = await eslint.lintFiles([file]);
	// The other rules are about files around it, which aren't here.
	const found = (result?.messages ?? []).filter(
		({ ruleId, message }) =>
			ruleId === null ||
			(ruleId.startsWith('n8n-nodes-base/') &&
				!MEANT[ruleId]?.some(({ words }) => words.test(message))),
	);
	for (const { ruleId, message, line } of found) {
		const lines = literal.split('\n').slice(0, line);
		const names = lines.filter((each) => /^\t{2,4}(displayName|name): /.test(each)).slice(-2);
		console.error(`${ruleId}: ${message} (near ${names.join(' ').replaceAll('\t', '')})`);
	}
	if (found.length > 0) process.exitCode = 1;
} finally {
	rmSync(folder, { recursive: true });
}
