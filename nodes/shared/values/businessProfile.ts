import { toOpaqueId } from './ids';
import { InvalidValue, quote } from './invalidValue';
import { toListOf } from './lists';
import { cleanText, isBlank } from './cleanText';
import { toUrlList } from './urls';
import type { Read } from './values';

const MOST_WEBSITES = 2;
const MOST_CATEGORIES = 3;

function atMost(most: number, list: string[]): string[] {
	if (list.length <= most) return list;
	throw new InvalidValue(
		`has ${list.length} entries, more than the ${most} that WhatsApp allows`,
		`Use up to ${most}.`,
	);
}

/**
 * Reads an email address.
 *
 * @throws InvalidValue when it is something else
 * @see https://developer.z-api.io/business/company-email
 */
export const toEmail: Read<string> = (value) => {
	const text = typeof value === 'string' ? cleanText(value) : '';
	if (/^[^\s@\p{Cs}]+@[^\s@.\p{Cs}]+(\.[^\s@.\p{Cs}]+)+$/u.test(text)) return text;
	throw new InvalidValue(
		`isn't an email address: ${quote(value)}`,
		'Enter one such as contact@example.com, or leave the field empty to remove it.',
	);
};

/**
 * Reads the addresses of a business's websites.
 *
 * @returns up to two
 * @throws InvalidValue when there are more, or one isn't an address
 * @see https://developer.z-api.io/business/company-websites
 */
export const toWebsiteList: Read<string[]> = (value) => {
	const isEmpty = Array.isArray(value) && value.length === 0;
	return isEmpty ? [] : atMost(MOST_WEBSITES, toUrlList(value));
};

const toCategories = toListOf(toOpaqueId, 'Choose one to three categories.', { key: 'id' });

/**
 * Reads the categories of a business, by their IDs or labels.
 *
 * @returns one to three
 * @throws InvalidValue when there are none or more, or an entry can't be one
 * @see https://developer.z-api.io/business/company-categories
 */
export const toCategoryList: Read<string[]> = (value) =>
	atMost(MOST_CATEGORIES, toCategories(value));

/**
 * Reads a time of the day.
 *
 * @returns the time as `08:00`
 * @throws InvalidValue when it isn't one
 */
export const toTimeOfDay: Read<string> = (value) => {
	const text = typeof value === 'string' ? cleanText(value) : '';
	const [, hour = '', minute] = /^(\d|[01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
	if (minute !== undefined) return `${hour.padStart(2, '0')}:${minute}`;
	const problem = isBlank(value) ? 'is empty' : `isn't a time: ${quote(value)}`;
	throw new InvalidValue(problem, 'Write hours and minutes, such as 08:00 or 18:30.');
};

function isTimeZone(name: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone: name });
		return true;
	} catch {
		return false;
	}
}

/**
 * Reads the name of a time zone.
 *
 * @throws InvalidValue when there is no such time zone
 */
export const toTimeZoneName: Read<string> = (value) => {
	const text = typeof value === 'string' ? cleanText(value) : '';
	if (text !== '' && isTimeZone(text)) return text;
	const problem = isBlank(value) ? 'is empty' : `isn't a time zone: ${quote(value)}`;
	throw new InvalidValue(problem, 'Write its name, such as America/Sao_Paulo.');
};
