import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { choice } from './choice';
import {
	isTyped,
	parameterOf,
	putAt,
	withTyped,
	readNamed,
	sentProperty,
	type Field,
} from './field';
import { columnProperties, columnOptions, refuseEmpty, rowsReader, type Rows } from './rows';

const define = choice(
	'define',
	'Define',
	{ fields: 'Using Fields Below', json: 'Using JSON' },
	{
		noDataExpression: true,
		default: 'fields',
		description: 'Use JSON where the number of entries varies from item to item',
	},
);

/** Where the list is, for each way to define it. */
const PARAMETERS = { fields: undefined, json: 'entriesJson' } as const;

/**
 * A list that people fill in row by row, or enter as JSON. It is required.
 *
 * @param label the plural, as in "Buttons". Errors begin with it.
 */
export function list<Row = IDataObject>(name: string, label: string, details: Rows<Row>): Field {
	const { description, entry, columns, example, sentAs = name } = details;
	const shownFor = (definition: keyof typeof PARAMETERS) => ({ show: { define: [definition] } });
	const properties: INodeProperties[] = [
		{
			displayName: label,
			name,
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, sortable: true },
			placeholder: `Add ${entry}`,
			required: true,
			displayOptions: shownFor('fields'),
			default: {},
			description,
			options: [
				{
					displayName: details.group ?? label,
					name: 'values',
					values: columnProperties(columns),
				},
			],
		},
		{
			displayName: label,
			name: PARAMETERS.json,
			type: 'json',
			typeOptions: { rows: 5 },
			required: true,
			displayOptions: shownFor('json'),
			default: '',
			hint: `A list such as ${JSON.stringify(example)}`,
			description,
		},
	];
	const read = rowsReader(details);
	return {
		properties: [
			define.property,
			...properties.map((property) => sentProperty(property, { sentAs })),
		],
		options: columnOptions(columns),
		fill(request, item) {
			const definition = readNamed(item, define.property.displayName, () =>
				define.read(parameterOf(item, 'define', 'fields'), item.settings),
			);
			const from = PARAMETERS[definition] ?? name;
			const given = parameterOf(item, from, '');
			const { settings } = withTyped(item, () => isTyped(item, from));
			const entries = readNamed(item, label, () => {
				const found = read(given, settings);
				return found.length > 0 ? found : refuseEmpty(entry);
			});
			putAt(request.body, sentAs, entries);
		},
	};
}
