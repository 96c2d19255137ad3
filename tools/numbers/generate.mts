import { createRequire } from 'node:module';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { numberingPlans, type Plan } from './plans.mts';

const TABLE = fileURLToPath(
	new URL('../../nodes/shared/numbers/numberingPlans.ts', import.meta.url),
);

const { version } = createRequire(import.meta.url)('google-libphonenumber/package.json') as {
	version: string;
};

const HEAD = `// Written by \`npm run numbers\` from the metadata of Google's libphonenumber, in google-libphonenumber ${version}.
// Copyright (C) The Libphonenumber Authors, Apache License 2.0: https://github.com/google/libphonenumber

/**
 * The numbering plans of all calling codes, a line each: it takes half the room of an object. plans.ts says what the
 * columns are.
 */
export const NUMBERING_PLANS = `;

const lineOf = ([code, plan]: [string, Plan]) =>
	[
		code,
		plan.first,
		plan.lengths.join('-'),
		plan.national,
		plan.others ?? '',
		plan.local?.join(',') ?? '',
		plan.trunk ?? '',
		plan.carriers ?? '',
	]
		.join(' ')
		.trimEnd();

/** @returns the table as it should be */
async function table(): Promise<string> {
	const lines = Object.entries(numberingPlans()).map(lineOf).join('\n');
	const text = `${HEAD}String.raw\`\n${lines}\n\`;\n`;
	return await format(text, { ...(await resolveConfig(TABLE)), filepath: TABLE });
}

const isCheck = process.argv.includes('--check');
const wanted = await table();
if (!isCheck) await writeFile(TABLE, wanted);
else if (wanted !== (await readFile(TABLE, 'utf8'))) {
	console.error('The table of numbering plans is out of date. Run `npm run numbers`.');
	process.exitCode = 1;
}
