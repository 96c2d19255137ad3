import type { N8n } from '../n8n.mts';

type Row = Record<string, string>;

/** A data table of n8n's, in the owner's project. */
export interface DataTable {
	/** Adds rows. */
	insert(rows: Row[]): Promise<void>;
	/** @returns all rows, the oldest first, with nothing but the table's own columns */
	rows(): Promise<Row[]>;
}

/**
 * Creates a data table, as a user would before running a workflow that needs one.
 *
 * @param columns their names; all of them hold text
 * @throws Error with n8n's words if it refuses, for example a name that is taken
 */
export async function createDataTable(
	n8n: N8n,
	name: string,
	columns: string[],
): Promise<DataTable> {
	const all = await folderOfTables(n8n);
	const { id } = await n8n.post<{ id: string }>(all, {
		name,
		columns: columns.map((column) => ({ name: column, type: 'string' })),
	});
	return tableAt(n8n, `${all}/${id}`, columns);
}

/**
 * Finds a data table that a workflow has created.
 *
 * @param columns those to read
 * @throws Error if there is none with that name
 */
export async function useDataTable(n8n: N8n, name: string, columns: string[]): Promise<DataTable> {
	const place = await placeOf(n8n, name);
	if (place === undefined) throw new Error(`There is no data table "${name}"`);
	return tableAt(n8n, place, columns);
}

/**
 * Adds rows to a data table, which is created if there is none.
 *
 * @param columns their names; all of them hold text
 */
export async function fillDataTable(
	n8n: N8n,
	name: string,
	columns: string[],
	rows: Row[],
): Promise<void> {
	const place = await placeOf(n8n, name);
	const table = place ? tableAt(n8n, place, columns) : await createDataTable(n8n, name, columns);
	await table.insert(rows);
}

/** Deletes all rows of all data tables. */
export async function emptyDataTables(n8n: N8n): Promise<void> {
	// n8n deletes no rows without a condition.
	const condition = { columnName: 'id', condition: 'gte', value: 0 };
	const filter = encodeURIComponent(JSON.stringify({ type: 'and', filters: [condition] }));
	for (const { place } of await tablesIn(n8n)) await n8n.delete(`${place}/rows?filter=${filter}`);
}

async function tablesIn(n8n: N8n): Promise<Array<{ name: string; place: string }>> {
	const all = await folderOfTables(n8n);
	const { data } = await n8n.get<{ data: Array<{ id: string; name: string }> }>(`${all}?take=100`);
	return data.map(({ id, name }) => ({ name, place: `${all}/${id}` }));
}

async function placeOf(n8n: N8n, name: string): Promise<string | undefined> {
	return (await tablesIn(n8n)).find((table) => table.name === name)?.place;
}

async function folderOfTables(n8n: N8n): Promise<string> {
	const project = await n8n.get<{ id: string }>('/rest/projects/personal');
	return `/rest/projects/${project.id}/data-tables`;
}

function tableAt(n8n: N8n, place: string, columns: string[]): DataTable {
	return {
		async insert(data) {
			await n8n.post(`${place}/insert`, { data, returnType: 'count' });
		},
		async rows() {
			const { data } = await n8n.get<{ data: Row[] }>(`${place}/rows?take=250&sortBy=id:asc`);
			return data.map((row) =>
				Object.fromEntries(columns.map((column) => [column, row[column] ?? ''])),
			);
		},
	};
}
