import { createRequire } from 'node:module';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { numberingPlans } from './plans.mts';

const TABLE = fileURLToPath(
	new URL('../../nodes/shared/numbers/numberingPlans.ts', import.meta.url),
);

const { version } = createRequire(import.meta.url)('google-libphonenumber/package.json') as {
	version: string;
};

const HEAD = `// Written by \`npm run numbers\` from the metadata of Google's libphonenumber, in google-libphonenumber ${version}.
// Copyright (C) The Libphonenumber Authors, Apache License 2.0: https://github.com/google/libphonenumber

/** The numbers of one calling code. */
export interface NumberingPlan {
	/** A pattern of mobiles and landlines without their calling code: each length with the first digits that belong to it. */
	national: string;
	/** A pattern of what else a person may have, such as VoIP. Premium and toll-free numbers are left out. */
	others?: string;
	/** What mobiles and landlines begin with. A zero stays also in calls from abroad, as in Italy. */
	first: string;
	/** The least and most digits of mobiles and landlines. */
	lengths: [number, number];
	/** How many digits are dialled within an area. */
	local?: number[];
	/** What is dialled before a number within the country. */
	trunk?: string;
	/** A pattern of the carriers' codes that may follow the trunk prefix. */
	carriers?: string;
}

/** The numbering plans of all calling codes. */
export const NUMBERING_PLANS: Record<string, NumberingPlan> = `;

/** @returns the table as it should be */
async function table(): Promise<string> {
	const text = `${HEAD}${JSON.stringify(numberingPlans())};\n`;
	return await format(text, { ...(await resolveConfig(TABLE)), filepath: TABLE });
}

const isCheck = process.argv.includes('--check');
const wanted = await table();
if (!isCheck) await writeFile(TABLE, wanted);
else if (wanted !== (await readFile(TABLE, 'utf8'))) {
	console.error('The table of numbering plans is out of date. Run `npm run numbers`.');
	process.exitCode = 1;
}
