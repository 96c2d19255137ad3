import type { INodeProperties } from 'n8n-workflow';
import type { Option } from './option';

/**
 * How many requests of a run are sent at once by default (concurrency). Servers commonly let 511 connections wait;
 * beyond that they drop some, which costs seconds.
 */
export const REQUESTS_AT_ONCE = 500;

/** Files are in n8n's memory as a whole, and take up about five times their size there. */
export const FILES_AT_ONCE = 4;

const property: INodeProperties = {
	displayName: 'Requests at Once',
	name: 'requestsAtOnce',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: REQUESTS_AT_ONCE,
	description:
		'How many requests may run at the same time. Fewer put less load on Z-API, but take longer.',
};

/** An option of every operation. The run reads it once; it isn't sent. */
export const requestsAtOnce: Option = {
	properties: [property],
};
