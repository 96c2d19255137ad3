/** Marks that don't show. They come along when text is copied from WhatsApp or a web page. */
const INVISIBLE_MARKS = /[\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g;

/** @returns the text without invisible marks, and without blanks around it */
export function cleanText(text: string): string {
	return text.replace(INVISIBLE_MARKS, '').trim();
}
