/**
 * Brings a text into the form in which texts are compared as people type them: "Sao" finds "São".
 *
 * Each character is taken apart by itself: in a whole text, accents are sorted, which keeps n8n busy for minutes if
 * someone sends a text of nothing else.
 *
 * @returns the text in lower case and without accents
 */
export function searchable(text: string): string {
	return text
		.replace(/\P{ASCII}/gu, (character) => character.normalize('NFD'))
		.replace(/\p{Mn}/gu, '')
		.toLowerCase();
}
