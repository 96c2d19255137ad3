import type { N8n } from './n8n.mts';
import { PRODUCT_COLUMNS, PRODUCTS } from './runs/attendant.mts';
import { CAMPAIGN_COLUMNS } from './runs/campaignFromTable.mts';
import { CONTACT_COLUMNS } from './runs/contactsFromTable.mts';
import { fillDataTable } from './runs/dataTable.mts';
import { REMINDER_COLUMNS } from './runs/reminders.mts';
import { ANA, BRUNO } from './runs/run.mts';

const CAMILA = '5511900000003';

interface Table {
	name: string;
	columns: string[];
	rows: Array<Record<string, string>>;
}

/** People whom the emulator's number knows, and what the attendant sells. */
const TABLES: readonly Table[] = [
	{ name: 'Products', columns: PRODUCT_COLUMNS, rows: PRODUCTS },
	{
		name: 'WhatsApp campaign',
		columns: CAMPAIGN_COLUMNS,
		rows: [
			{ name: 'Ana', phone: ANA },
			{ name: 'Bruno', phone: BRUNO },
			{ name: 'Camila', phone: CAMILA },
		],
	},
	{
		name: 'WhatsApp contacts',
		columns: CONTACT_COLUMNS,
		rows: [{ name: 'Sofia Prado', phone: '+55 (11) 95555-4444' }],
	},
	{
		name: 'WhatsApp reminders',
		columns: REMINDER_COLUMNS,
		rows: [
			{ name: 'Ana', phone: ANA, appointment: 'quinta-feira, às 15h' },
			{ name: 'Bruno', phone: BRUNO, appointment: 'sexta-feira, às 9h' },
			{ name: 'Camila', phone: CAMILA, appointment: 'sexta-feira, às 10h' },
		],
	},
];

/** Fills the tables of the examples, so that these can be tried by hand at once. */
export async function fillTables(n8n: N8n): Promise<void> {
	for (const { name, columns, rows } of TABLES) await fillDataTable(n8n, name, columns, rows);
}
