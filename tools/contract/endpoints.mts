import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A documented field of a body, or a parameter of a path or query. */
export interface Field {
	/** `$` is the body itself, where that is an array. */
	name: string;
	type: string;
	required: boolean;
	enum?: unknown[];
	/** Of a number its value, of a string its length, of an array its number of items. */
	min?: number;
	max?: number;
	note?: string;
	/** The fields of an object. */
	fields?: Field[];
	/** The fields of each object in an array. */
	items?: Field[];
}

/** Where Z-API's documentation contradicts itself about an endpoint, in sentences. */
export interface Conflict {
	what: string;
	/** What the node does. In backticks: fields, paths and values as the endpoint has them. */
	chosen: string;
	why: string;
}

/** What Z-API documents about an endpoint. Endpoints that share a method and a path differ in their fields. */
export interface Endpoint {
	id: string;
	section: string;
	/** The page of Z-API's documentation, relative to its address. */
	page: string;
	method: string;
	path: string;
	/** `partner` for what takes a partner's token instead of an instance's. */
	auth: string;
	pathParams: Field[];
	query: Field[];
	body: Field[];
	/** Without a documented answer, the shape is null. */
	response: { status: number; shape: object | null; isArray: boolean };
	sample: {
		path: string;
		query: Record<string, unknown>;
		body: Record<string, unknown> | unknown[] | null;
	};
	/** Further bodies that the page has, where their fields are others or in another order. */
	otherSamples?: Array<Record<string, unknown>>;
	conflicts?: Conflict[];
	/**
	 * Smaller differences between the sources that the data was gathered from, about which nothing had to be chosen but
	 * wording and samples: HAR is the example file of a page, PT and EN its languages.
	 */
	sources?: string[];
}

const FOLDER = join(import.meta.dirname, 'endpoints');

function readSection(file: string): Endpoint[] {
	return JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Endpoint[];
}

/** Every endpoint that Z-API documents, from one file for each section of its documentation. */
export const endpoints: readonly Endpoint[] = readdirSync(FOLDER).sort().flatMap(readSection);

/**
 * @param id the `id` in the data
 * @returns the endpoint
 * @throws {Error} if there is none
 */
export function endpointOf(id: string): Endpoint {
	const endpoint = endpoints.find((candidate) => candidate.id === id);
	if (!endpoint) throw new Error(`tools/contract/endpoints has no endpoint ${id}`);
	return endpoint;
}
