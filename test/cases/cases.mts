import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

interface Case {
	id: string;
	/** The kind of fault. */
	class: string;
	parameters: INodeParameters;
}

/** A small input that once went out wrong, or was refused, and what has to happen. */
export interface ActionCase extends Case {
	kind: 'action';
	/** Items for a Z-API node with these parameters. `__item` is a whole item, with its files. */
	items: Array<IDataObject & { __item?: INodeExecutionData }>;
	want: {
		body?: IDataObject;
		bodyWithout?: string[];
		bodyStarts?: Record<string, string>;
		url?: string;
		/** That it must be refused, with words about this. */
		error?: string;
	};
}

/** A small event that once came out wrong, and what it has to become. */
export interface EventCase extends Case {
	kind: 'trigger';
	/** What Z-API posts at a trigger with these parameters. */
	body: IDataObject;
	want: { json: IDataObject; jsonWithout?: string[] };
}

const cases = readdirSync(__dirname)
	.filter((name) => name.endsWith('.json'))
	.map((name) => JSON.parse(readFileSync(join(__dirname, name), 'utf8')) as ActionCase | EventCase);

/** Each is a JSON file in this folder. */
export const actionCases = cases.filter((one) => one.kind === 'action');
export const eventCases = cases.filter((one) => one.kind === 'trigger');
