/**
 * Normalizes a text for searching, so that differences in case and accents (diacritics) don't matter: "Sao" finds
 * "São".
 *
 * Each character is decomposed separately: for a whole text, normalizing sorts the accents, which keeps n8n busy for
 * minutes if someone sends a text of nothing but accents.
 *
 * @returns the text in lower case and without accents
 */
export function searchable(text: string): string {
	return text
		.replace(/\P{ASCII}/gu, (character) => character.normalize('NFD'))
		.replace(/\p{Mn}/gu, '')
		.toLowerCase();
}
