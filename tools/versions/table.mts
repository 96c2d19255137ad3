/** What a run says about one version of n8n, in the README's table. */
export interface Row {
	version: string;
	node: string;
	/** How much was tried. */
	checked: string;
	works: string;
	/** Of the run, such as 2026-07-31. */
	date: string;
}

/** What came of the checks in one version of n8n. */
export interface Outcome {
	version: string;
	/** What was tried, whether it works or not. */
	tried: string[];
	/** What doesn't work. */
	failed: string[];
	/** What this n8n lacks, each in words of its own. */
	lacking: string[];
	/** What can't be tried in this n8n, each with the reason. */
	skipped: string[];
}

const START = '<!-- compatibility:start -->';
const END = '<!-- compatibility:end -->';
const EXAMPLES = 'examples/';
const COLUMNS = ['n8n', 'Node', 'Checked', 'Works', 'Date'];

/** How to call the program. */
export const USAGE = `Usage: npm run test:versions                     in the usual versions of n8n
       npm run test:versions -- 1.123.81 2.41.1  in these
       npm run test:versions -- latest           in the newest on npm that can be installed
       npm run test:versions -- --n8n <folder>   in the n8n in this folder
       npm run test:versions -- --n8n <address>  in the one that runs there; if it has an owner, with
                                                 N8N_EMAIL and N8N_PASSWORD in the environment`;

/**
 * Reads which versions are asked for.
 *
 * @param values of the command line
 * @param usual what is taken if there are none
 * @param findNewest finds out what `latest` is
 * @throws Error with how to call it, if one isn't a version
 */
export async function readVersions(
	values: string[],
	usual: string[],
	findNewest: () => Promise<string>,
): Promise<string[]> {
	const versions = values.includes('latest')
		? [...values.filter((value) => value !== 'latest'), await findNewest()]
		: values;
	const wrong = versions.find((version) => !/^\d+\.\d+\.\d+$/.test(version));
	if (wrong !== undefined) throw new Error(`"${wrong}" is no version of n8n.\n\n${USAGE}`);
	return versions.length === 0 ? usual : [...new Set(versions)];
}

/** Sorts versions, the newest first. */
export function byVersion(a: string, b: string): number {
	return b.localeCompare(a, 'en', { numeric: true });
}

/** @returns names in a sentence */
function list(names: string[]): string {
	return new Intl.ListFormat('en-GB').format(names);
}

/** @returns how many there are, with the word for them */
function count(number: number, word: string): string {
	return `${number} ${word}${number === 1 ? '' : 's'}`;
}

/**
 * Puts into the table what a run has shown.
 *
 * @param node the version of Node that n8n ran on
 * @param date of the run
 */
export function toRow(
	{ version, tried, failed, lacking }: Outcome,
	node: string,
	date: string,
): Row {
	const examples = tried.filter((name) => name.startsWith(EXAMPLES));
	const points = count(tried.length - examples.length, 'point');
	const works = failed.length === 0 ? 'yes' : `no: ${failed.join(', ')}`;
	return {
		...{ version, node, date, works: [works, ...lacking].join('; ') },
		checked: `${points}, ${count(examples.length, 'example')}`,
	};
}

function blockOf(page: string): { before: string; block: string; after: string } {
	const [before, rest, ...more] = page.split(START);
	const [block, after, ...others] = rest?.split(END) ?? [];
	if (before === undefined || block === undefined || after === undefined) {
		throw new Error(`The page needs ${START} and ${END}`);
	}
	if (more.length + others.length > 0) throw new Error(`The page has ${START} or ${END} twice`);
	return { before, block, after };
}

/** @returns the rows that a page has; none before the first run */
export function readRows(page: string): Row[] {
	return blockOf(page)
		.block.split('\n')
		.map((line) => line.split('|').map((cell) => cell.trim()))
		.filter(([, version = '']) => /^\d+\.\d+\.\d+$/.test(version))
		.map(([, version = '', node = '', checked = '', works = '', date = '']) => {
			return { version, node, checked, works, date };
		});
}

/**
 * Writes the table into a page, between its markers. Rows of versions that weren't tried now stay as they are.
 *
 * @param page the README
 * @param rows of this run
 * @param oldest the oldest version that the package is made for
 * @param checks the names of all checks
 * @returns the page, its table not yet aligned
 * @throws Error if the page doesn't have the markers, each once
 */
export function writeTable(page: string, rows: Row[], oldest: string, checks: string[]): string {
	const { before, after } = blockOf(page);
	const all = new Map([...readRows(page), ...rows].map((row) => [row.version, row]));
	const sorted = [...all.values()].sort((a, b) => byVersion(a.version, b.version));
	const cells = [
		COLUMNS,
		COLUMNS.map(() => '---'),
		...sorted.map(({ version, node, checked, works, date }) => [
			...[version, node, checked, works, date],
		]),
	];
	const table = cells.map((row) => `| ${row.join(' | ')} |`).join('\n');
	const points = checks.filter((name) => !name.startsWith(EXAMPLES));
	const text = [
		`The package is made for n8n ${oldest} and newer. It was installed and tried in these versions:`,
		table,
		`The points are: ${list(points)}. The examples are those in \`examples/\`, run as they are. Other versions haven't been tried.`,
	];
	return `${before}${START}\n\n${text.join('\n\n')}\n\n${END}${after}`;
}
