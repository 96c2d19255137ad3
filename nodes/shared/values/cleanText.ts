/** Invisible characters. Text that is copied from pages and chats often contains them. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** The same and blanks, without the characters that belong to the one before them, as in an emoji or a flag. */
const DANGLING =
	'[\\u034F\\s\\u00AD\\u061C\\u115F\\u1160\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\u3164\\uFEFF\\uFFA0]';
// Without the lookbehind, a long run of such characters inside the text would be searched again from each of them.
const DANGLING_AT_ENDS = new RegExp(`^${DANGLING}+|(?<!${DANGLING})${DANGLING}+$`, 'g');

/**
 * Sanitizes text that has a fixed form, such as an ID, a link, a phone number, a choice or a secret.
 *
 * @param text as it was typed, pasted or given by an expression
 * @returns the text without invisible characters, and without blanks around it
 */
export function cleanText(text: string): string {
	return text.replace(INVISIBLE, '').trim();
}

/**
 * Reads free text, such as a name or a message. Invisible characters inside it stay, because emoji and some scripts
 * need them.
 *
 * @param text as it was typed, pasted or given by an expression
 * @returns the text without blanks and invisible characters around it
 */
export function trimText(text: string): string {
	return text.replace(DANGLING_AT_ENDS, '');
}

/** @returns whether a text is what n8n makes of a missing value */
export function isMissing(text: string): boolean {
	return /^(undefined|null|NaN|Invalid Date(Time)?)$/.test(text);
}

/** @returns whether a value is missing, or has nothing but blanks and invisible characters; see {@link isNotGiven} */
export function isBlank(value: unknown): value is null | undefined | '' {
	return (
		value === undefined || value === null || (typeof value === 'string' && cleanText(value) === '')
	);
}

/**
 * Whether an option has no value, as models and tables leave it out: it is blank, a list of nothing else, or what n8n
 * makes of a missing value in an expression.
 */
export function isNotGiven(value: unknown): boolean {
	if (Array.isArray(value)) return value.every(isNotGiven);
	return (
		isBlank(value) ||
		Number.isNaN(value) ||
		(typeof value === 'string' && isMissing(cleanText(value)))
	);
}
