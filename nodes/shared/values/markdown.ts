/**
 * Turns Markdown, as language models write it, into WhatsApp's own formatting.
 *
 * @param markdown a text with Markdown in it
 * @returns the text with `*bold*`, `_italic_` and `~struck~`; code stays as it is
 * @see https://developer.z-api.io/tips/formattingtext
 */
export function toWhatsAppFormat(markdown: string): string {
	return markdown
		.split(/(```[^]*?```|`[^`\n]*`)/)
		.map((part, index) => (index % 2 === 1 ? part : part.replace(/\*\*([^*\n]+)\*\*/g, '*$1*')))
		.join('');
}
