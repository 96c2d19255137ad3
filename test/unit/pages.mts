import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** A page of Markdown, as far as the tests look at it. */
export interface Page {
	path: string;
	lines: string[];
	headings: Array<{ level: number; text: string }>;
	/** What other headings and pages link to. */
	anchors: string[];
	/** Within the project, as they are written. */
	links: string[];
	/** Paths from the project's folder. */
	pictures: string[];
	/** Error messages of the tables that say what to do about each. */
	errors: string[];
}

/** The first cell of the tables of error messages. */
const HEADS_OF_ERRORS = ['Error', 'It says', 'Erro', 'O n8n diz'];

/** @returns the paths of all pages of Markdown, in the project's folder and in `docs/`, and the guide in Portuguese */
export function findPages(): string[] {
	return ['.', 'docs', join('docs', 'pt-BR')].flatMap((folder) =>
		readdirSync(folder)
			.filter((name) => name.endsWith('.md'))
			.map((name) => join(folder, name)),
	);
}

/** Makes of headings what GitHub lets people link to. */
function anchorsOf(headings: string[]): string[] {
	const counts = new Map<string, number>();
	return headings.map((heading) => {
		const anchor = heading
			.toLowerCase()
			.replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
			.replace(/\s/g, '-');
		const count = counts.get(anchor) ?? 0;
		counts.set(anchor, count + 1);
		return count === 0 ? anchor : `${anchor}-${count}`;
	});
}

function firstCell(line: string): string {
	return line.startsWith('|') ? (line.split('|')[1] ?? '').trim() : '';
}

function errorsOf(lines: string[]): string[] {
	let isTable = false;
	return lines.flatMap((line) => {
		const cell = firstCell(line);
		if (HEADS_OF_ERRORS.includes(cell)) isTable = true;
		else if (cell === '') isTable = false;
		if (!isTable) return [];
		return [...cell.matchAll(/_([^_]+)_/g)].map(([, error = '']) => error);
	});
}

/**
 * Reads a page of Markdown.
 *
 * @param path from the project's folder
 * @param text what is in it, where that isn't the file's content
 */
export function readPage(path: string, text = readFileSync(path, 'utf8')): Page {
	const prose = text.replace(/^```.*?^```$/gms, '');
	const headings = [...prose.matchAll(/^(#{1,6}) (.+)$/gm)].map(([, marks = '', heading = '']) => ({
		level: marks.length,
		text: heading,
	}));
	const withoutCode = prose.replace(/`[^`\n]*`/g, '');
	const pictures = [...withoutCode.matchAll(/!\[[^\]]*\]\(([^)\s]+)\)|<img src="([^"]+)"/g)].map(
		([, inMarkdown, inHtml]) => inMarkdown ?? inHtml ?? '',
	);
	const links = [...withoutCode.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
	return {
		path,
		lines: text.trimEnd().split('\n'),
		headings,
		anchors: anchorsOf(headings.map((heading) => heading.text)),
		links: [...new Set([...links, ...pictures])].filter((link) => !/^[a-z]+:/i.test(link)),
		pictures: pictures.map((picture) => normalize(join(dirname(path), picture))),
		errors: errorsOf(prose.split('\n')),
	};
}
