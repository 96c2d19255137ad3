/** What shows nothing by itself. Pages and chats bring such marks along with copied text. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** The same, without those that belong to the character before them, as in an emoji or a flag. */
const DANGLING =
	'[\\u034F\\s\\u00AD\\u061C\\u115F\\u1160\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\u3164\\uFEFF\\uFFA0]';
// Without the lookbehind, a long run of marks inside the text would be searched anew from each of them.
const DANGLING_AT_ENDS = new RegExp(`^${DANGLING}+|(?<!${DANGLING})${DANGLING}+$`, 'g');

/**
 * Reads text that has a fixed form, such as an ID, a link, a phone number, a choice or a secret.
 *
 * @param text as it was typed, pasted or given by an expression
 * @returns the text without invisible marks, and without blanks around it
 */
export function cleanText(text: string): string {
	return text.replace(INVISIBLE, '').trim();
}

/**
 * Reads text that people write freely, such as a name or a message. Marks inside it stay, because emoji and some
 * scripts are made with them.
 *
 * @param text as it was typed, pasted or given by an expression
 * @returns the text without blanks and invisible marks around it
 */
export function trimText(text: string): string {
	return text.replace(DANGLING_AT_ENDS, '');
}

/** @returns whether a text is what a workflow makes of something that isn't there, where it wants a text */
export function isMissing(text: string): boolean {
	return /^(undefined|null|NaN|Invalid Date(Time)?)$/.test(text);
}

/** @returns whether there is nothing in a value, or nothing but blanks and invisible marks */
export function isBlank(value: unknown): value is null | undefined | '' {
	return (
		value === undefined || value === null || (typeof value === 'string' && cleanText(value) === '')
	);
}
