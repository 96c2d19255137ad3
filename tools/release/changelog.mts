/** What the changelog says about one version. */
export interface Section {
	/** Its heading, such as `0.1.0 (2026-07-01)`. */
	title: string;
	text: string;
}

/**
 * Splits a changelog at its headings of the second level.
 *
 * @param changelog the text of CHANGELOG.md
 * @returns its sections in their order, so the newest comes first
 */
export function sectionsOf(changelog: string): Section[] {
	return changelog
		.split(/^## /m)
		.slice(1)
		.map((section) => {
			const [title = '', ...lines] = section.split('\n');
			return { title: title.trim(), text: lines.join('\n').trim() };
		});
}

/** @returns the version that a section is about, which is the first word of its heading */
export function versionOf({ title }: Section): string {
	return title.split(' ')[0] ?? '';
}

/**
 * Finds what is published together with a version.
 *
 * @param changelog the text of CHANGELOG.md
 * @returns the text under the version's heading
 * @throws Error if there is none
 */
export function notesFor(changelog: string, version: string): string {
	const text = sectionsOf(changelog).find((section) => versionOf(section) === version)?.text;
	if (!text) throw new Error(`CHANGELOG.md says nothing about ${version}`);
	return text;
}
