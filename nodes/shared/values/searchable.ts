/**
 * Brings a text into the form in which texts are compared as people type them: "Sao" finds "São".
 *
 * @returns the text in lower case and without accents
 */
export function searchable(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{Mn}/gu, '')
		.toLowerCase();
}
