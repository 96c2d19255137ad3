import type { IDataObject } from 'n8n-workflow';
import { toOpaqueId } from './ids';
import { InvalidValue, quote } from './invalidValue';
import { parseJson } from './json';
import { isObject } from './objects';
import { cleanText, isBlank, trimText } from './cleanText';
import { toBoolean, toText, toWholeNumber, type Read } from './values';

/**
 * Reads the code of a currency.
 *
 * @returns the code in capital letters, such as `BRL`
 * @throws InvalidValue when it isn't one
 */
export const toCurrency: Read<string> = (value) => {
	const code = typeof value === 'string' ? cleanText(value).toUpperCase() : '';
	if (/^[A-Z]{3}$/.test(code)) return code;
	throw new InvalidValue(
		isBlank(value) ? 'is empty' : `isn't a currency code: ${quote(value)}`,
		'Use a three-letter code, such as BRL.',
	);
};

/**
 * Reads an amount of money.
 *
 * @returns a number, zero or more
 * @throws InvalidValue when it isn't one. A comma is refused, too: 1,000 can mean one or a thousand.
 */
export const toAmount: Read<number> = (value) => {
	const text = typeof value === 'string' ? cleanText(value) : value;
	const number = typeof text === 'string' && /^\d+(\.\d+)?$/.test(text) ? Number(text) : text;
	if (typeof number === 'number' && Number.isFinite(number) && number >= 0) return number;
	throw new InvalidValue(
		isBlank(value) ? 'is empty' : `isn't an amount: ${quote(value)}`,
		'Enter a number with a point before the cents, such as 19.90.',
	);
};

const ORDER_ADVICE = 'Pass the reviewAndPay or reviewOrder from the Z-API Trigger, as it is.';

/** Readers of the parts of an object, by Z-API's names for them. */
type Parts = Record<string, Read<unknown>>;

/**
 * Picks the parts that Z-API knows from an object that may have more, such as the trigger's event.
 *
 * @param what whose parts they are, if there are several objects, as in " of product 2"
 */
function partsOf(given: IDataObject, required: Parts, optional: Parts, what = ''): IDataObject {
	const parts = { ...required, ...optional };
	const missing = Object.keys(required).filter((name) => !Object.hasOwn(given, name));
	const present = Object.keys(given).filter(
		(name) =>
			Object.hasOwn(required, name) || (Object.hasOwn(optional, name) && !isBlank(given[name])),
	);
	const entries = [...missing, ...present].map((name) => {
		const place = `can't be used: the ${name}${what}`;
		return [
			name,
			InvalidValue.within(
				place,
				() => parts[name]?.(given[name]),
				() => ORDER_ADVICE,
			),
		];
	});
	return Object.fromEntries(entries) as IDataObject;
}

const PRODUCT: Parts = {
	productId: toOpaqueId,
	name: toText,
	value: toAmount,
	quantity: toWholeNumber(1),
};
const OF_PRODUCT: Parts = { isCustomItem: toBoolean };

const toProducts: Read<unknown[]> = (value) => {
	if (!Array.isArray(value)) throw new InvalidValue("aren't a list", ORDER_ADVICE);
	if (value.length === 0) throw new InvalidValue('are empty', ORDER_ADVICE);
	return value;
};

const ORDER: Parts = { currency: toCurrency, products: toProducts };
const OF_ORDER: Parts = { discount: toAmount, tax: toAmount, shipping: toAmount };

/**
 * Reads a whole order, as events about orders contain it, and keeps what Z-API accepts.
 *
 * @param value an object, or JSON
 * @returns the order with `currency`, `products` and its other known parts, in the order given
 * @throws InvalidValue when a part is missing or invalid, naming that part
 * @see https://developer.z-api.io/message/send-order-status-update
 */
export const toOrder: Read<IDataObject> = (value) => {
	if (isBlank(value)) throw new InvalidValue('is empty', ORDER_ADVICE);
	const order = typeof value === 'string' ? parseJson(trimText(value)) : value;
	if (!isObject(order)) throw new InvalidValue(`isn't an order: ${quote(value)}`, ORDER_ADVICE);
	const parts = partsOf(order, ORDER, OF_ORDER);
	const products = (parts.products as unknown[]).map((product, index) =>
		partsOf(isObject(product) ? product : {}, PRODUCT, OF_PRODUCT, ` of product ${index + 1}`),
	);
	return { ...parts, products };
};
