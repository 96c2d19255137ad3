import type { IDataObject } from 'n8n-workflow';

/**
 * Reads what most people enter, a field dragged from the input, without n8n's expression engine, which takes half of an
 * item's time. Whatever is more than that is left to n8n, so that values and errors are n8n's own.
 */

const NAME = String.raw`[A-Za-z_]\w*`;
const STEP = String.raw`\.${NAME}|\["[^"\\{}\n\r]+"\]|\['[^'\\{}\n\r]+'\]|\[\d{1,9}\]`;
const PATH = new RegExp(String.raw`\{\{\s*\$json((?:${STEP})+)\s*\}\}`, 'g');
const WHOLE = new RegExp(String.raw`^=\{\{\s*\$json((?:${STEP})+)\s*\}\}$`);
const EACH_STEP = new RegExp(STEP, 'g');

/** n8n refuses expressions with this, wherever it is. */
const REFUSED = /\.\s*constructor/;

/** n8n doesn't let expressions read these, and what every object inherits isn't the item's. */
const FORBIDDEN = new Set([
	...Object.getOwnPropertyNames(Object.prototype),
	...['prototype', 'getPrototypeOf', 'setPrototypeOf', 'defineProperty', 'defineProperties'],
	...['getOwnPropertyDescriptor', 'getOwnPropertyDescriptors', 'getBuiltinModule', 'mainModule'],
	...['binding', '_linkedBinding', '_load', 'dlopen', 'execve', 'loadEnvFile'],
	...['prepareStackTrace', 'captureStackTrace', 'stackTraceLimit', 'caller', 'callee', 'arguments'],
]);

const DEEPEST = 50;

/** What was read. */
interface Plain {
	value: unknown;
}

function isPlainObject(value: object): value is IDataObject {
	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === Object.prototype || prototype === null;
}

/** @returns a copy: changing what one item sends changes no item. Undefined for what isn't plain data all the way down. */
function copyOf(value: unknown, levels = DEEPEST): Plain | undefined {
	if (typeof value === 'string' || typeof value === 'boolean' || value === null) return { value };
	if (typeof value === 'number') {
		return Number.isFinite(value) && !Object.is(value, -0) ? { value } : undefined;
	}
	if (typeof value !== 'object' || levels === 0) return undefined;
	if (!Array.isArray(value) && !isPlainObject(value)) return undefined;
	const isArray = Array.isArray(value);
	const keys = Reflect.ownKeys(value).filter((key) => !(isArray && key === 'length'));
	if (isArray && (keys.length !== value.length || !isDense(value))) return undefined;
	const copy: unknown[] | Record<string, unknown> = isArray ? [] : {};
	for (const key of keys) {
		if (typeof key !== 'string' || FORBIDDEN.has(key)) return undefined;
		const found = ownValue(value, key);
		const part = found && copyOf(found.value, levels - 1);
		if (part === undefined) return undefined;
		(copy as Record<string, unknown>)[key] = part.value;
	}
	return { value: copy };
}

function isDense(list: unknown[]): boolean {
	return list.every((_, index) => Object.hasOwn(list, index)) && list.length < 2 ** 31;
}

/** @returns an own property that is no getter, and that one sees */
function ownValue(target: object, key: string): Plain | undefined {
	const property = Object.getOwnPropertyDescriptor(target, key);
	return property?.enumerable && 'value' in property ? { value: property.value } : undefined;
}

function nameOf(step: string): string {
	if (step.startsWith('.')) return step.slice(1);
	const inside = step.slice(1, -1);
	return /^\d/.test(inside) ? String(Number(inside)) : inside.slice(1, -1);
}

/** Follows a path into an item. */
function follow(json: unknown, path: string): Plain | undefined {
	let value = json;
	for (const step of path.match(EACH_STEP) ?? []) {
		const name = nameOf(step);
		if (typeof value !== 'object' || value === null || FORBIDDEN.has(name)) return undefined;
		if (Array.isArray(value) ? !/^\d+$/.test(name) : !isPlainObject(value)) return undefined;
		const found = ownValue(value, name);
		if (found === undefined) return undefined;
		value = found.value;
	}
	return copyOf(value);
}

function readText(raw: string, json: unknown): Plain | undefined {
	if (!raw.startsWith('=')) return { value: raw };
	if (REFUSED.test(raw)) return undefined;
	const [, whole] = WHOLE.exec(raw) ?? [];
	if (whole !== undefined) return follow(json, whole);
	let isPlain = true;
	const around = raw.slice(1).replace(PATH, '');
	if (/[\\{}]/.test(around)) return undefined;
	const value = raw.slice(1).replace(PATH, (_match, path: string) => {
		const found = follow(json, path);
		isPlain &&= ['string', 'number', 'boolean'].includes(typeof found?.value);
		return String(found?.value);
	});
	return isPlain ? { value } : undefined;
}

/**
 * @param raw a parameter as the node has it, with its expressions
 * @param json of the item
 * @returns its value for the item; undefined where n8n has to evaluate it
 */
export function readPlain(raw: unknown, json: unknown): Plain | undefined {
	if (typeof raw === 'string') return readText(raw, json);
	if (typeof raw !== 'object' || raw === null)
		return raw === undefined ? undefined : { value: raw };
	const isArray = Array.isArray(raw);
	const copy: unknown[] | Record<string, unknown> = isArray ? [] : {};
	for (const [key, part] of Object.entries(raw)) {
		const found = readPlain(part, json);
		if (found === undefined) return undefined;
		(copy as Record<string, unknown>)[key] = found.value;
	}
	return { value: copy };
}

/**
 * @param parameters of the node, as it has them
 * @param name with dots leading into collections
 * @param fallback for a parameter that the node doesn't have
 */
export function rawParameter(parameters: unknown, name: string, fallback?: unknown): unknown {
	let target = parameters;
	for (const key of name.split('.')) {
		if (typeof target !== 'object' || target === null) return fallback;
		target = Object.hasOwn(target, key) ? (target as Record<string, unknown>)[key] : undefined;
	}
	return target === undefined ? fallback : target;
}
