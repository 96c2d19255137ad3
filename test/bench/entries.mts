import type { Job } from './job.mts';
import type { Options } from './options.mts';

/** One line of a table: who is measured, and how. */
export type Entry = Pick<Job, 'side' | 'parameters' | 'multiple'> & { label: string };

export const OURS: Entry = { label: 'This package', side: 'ours' };
export const HTTP_REQUEST: Entry = { label: "n8n's HTTP Request", side: 'http' };
export const EVOLUTION: Entry = { label: 'n8n-nodes-evolution-api', side: 'evolution' };
export const FLOOR: Entry = { label: 'Floor', side: 'floor' };
export const FLOOR_CONSTANTS: Entry = { label: 'Floor, constants', side: 'floorConstants' };
export const DECLARATIVE: Entry = { label: 'Least declarative node', side: 'declarative' };
export const DECLARATIVE_READER: Entry = {
	label: 'Quickest declarative node',
	side: 'declarativeReader',
};

/** @returns our node with each of the parameters that are to be compared */
export function variantsOf({ variants }: Options): Entry[] {
	return variants.map(({ label, parameters }) => ({
		label: `This package, ${label}`,
		side: 'ours',
		parameters,
	}));
}
