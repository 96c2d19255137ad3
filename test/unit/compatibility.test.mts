import { readFile } from 'node:fs/promises';
import manifest from '../../package.json' with { type: 'json' };
import {
	byVersion,
	readRows,
	readVersions,
	toRow,
	writeTable,
	type Outcome,
} from '../../tools/versions/table.mts';

const PAGE =
	'# Title\n\n<!-- compatibility:start -->\n\nNothing yet.\n\n<!-- compatibility:end -->\n\nMore.\n';
const CHECKS = ['installation', 'Send Text', 'examples/a.json'];

function row(version: string, more: Partial<Outcome> = {}) {
	const outcome = { version, tried: CHECKS, failed: [], lacking: [], skipped: [], ...more };
	return toRow(outcome, '24.0.0', '2026-01-31');
}

describe('the versions that are asked for', () => {
	const usual = ['1.123.81', '2.41.1'];

	const newest = async () => await Promise.resolve('2.42.0');

	it.each([
		[[], usual],
		[
			['2.1.0', '1.9.10', '2.1.0'],
			['2.1.0', '1.9.10'],
		],
		[
			['latest', '2.1.0'],
			['2.1.0', '2.42.0'],
		],
	])('of %j are the usual ones, or any others, each once', async (asked, versions) => {
		expect(await readVersions(asked, usual, newest)).toEqual(versions);
	});

	it.each(['newest', '2.1', 'v2.1.0', '2.1.0-rc.1', '--help', '2.1.0 && true', '../2.1.0'])(
		'are refused if there is "%s"',
		async (wrong) => {
			await expect(readVersions(['2.1.0', wrong], usual, newest)).rejects.toThrow(
				`"${wrong}" is no version of n8n.\n\nUsage:`,
			);
		},
	);

	it('are sorted by their numbers, the newest first', () => {
		expect(['2.9.0', '1.123.81', '2.41.1', '2.10.0'].sort(byVersion)).toEqual([
			'2.41.1',
			'2.10.0',
			'2.9.0',
			'1.123.81',
		]);
	});
});

describe("a version's row", () => {
	it('says how much was tried', () => {
		expect(row('2.1.0')).toEqual({
			...{ version: '2.1.0', node: '24.0.0', date: '2026-01-31' },
			...{ checked: '2 points, 1 example', works: 'yes' },
		});
	});

	it('says what an n8n lacks, which is no failure', () => {
		const lacking = ['AI agents have no human review', 'examples/b.json needs a newer If node'];
		expect(row('2.1.0', { lacking }).works).toBe(
			'yes; AI agents have no human review; examples/b.json needs a newer If node',
		);
	});

	it('says what failed, and never that it works then', () => {
		const { works } = row('2.1.0', { failed: ['Send Text', 'examples/a.json'], lacking: ['x'] });
		expect(works).toBe('no: Send Text, examples/a.json; x');
	});
});

describe('the table', () => {
	const write = (page: string, ...rows: ReturnType<typeof row>[]) =>
		writeTable(page, rows, '1.123.81', CHECKS);

	it('takes the place of what is between the markers, and of nothing else', () => {
		const page = write(PAGE, row('2.1.0'));
		expect(page).toMatch(/^# Title\n\n<!-- compatibility:start -->\n\nThe package is made for /);
		expect(page).toMatch(/\n\n<!-- compatibility:end -->\n\nMore\.\n$/);
		expect(page).not.toContain('Nothing yet.');
		expect(page).toContain('made for n8n 1.123.81 and newer');
		expect(page).toContain('The points are: installation and Send Text.');
	});

	it('keeps the rows of versions that were not tried now', () => {
		const older = row('2.1.0', { lacking: ['AI agents have no human review'] });
		const first = write(PAGE, older, row('2.9.0', { failed: ['Send Text'] }));
		const again = { ...row('2.9.0'), date: '2026-02-28' };
		const newest = row('2.10.0');
		expect(readRows(write(first, again, newest))).toEqual([newest, again, older]);
	});

	it('replaces a row that says yes when it fails now', () => {
		const page = write(write(PAGE, row('2.1.0')), row('2.1.0', { failed: ['Send Text'] }));
		expect(readRows(page).map(({ works }) => works)).toEqual(['no: Send Text']);
	});

	it.each([
		['has no markers', '# Title\n'],
		['has them twice', PAGE + PAGE],
		['has the end first', PAGE.split('\n').reverse().join('\n')],
	])('is not written into a page that %s', (_, page) => {
		expect(() => write(page, row('2.1.0'))).toThrow(/The page (needs|has) <!-- compat/);
	});
});

describe('the oldest version', () => {
	it('was tried and works, as the README says', async () => {
		const readme = await readFile('README.md', 'utf8');
		const oldest = manifest.engines.n8n.replace('>=', '');
		const rows = readRows(readme);
		expect(rows).toContainEqual(expect.objectContaining({ version: oldest }));
		const supported = rows.filter(({ version }) => byVersion(version, oldest) <= 0);
		expect(supported.filter(({ works }) => !/^yes\b/.test(works))).toEqual([]);
		expect(readme).toContain(`made for n8n ${oldest} and newer`);
	});
});
