import type { IDataObject } from 'n8n-workflow';

/** Whether a value from outside, such as a part of an answer, is an object with fields. A list isn't one. */
export function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
