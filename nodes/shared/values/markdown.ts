/** Code, which stays as it is: blocks between fences, also without an end. */
const FENCE = /^[ \t]*(```|~~~)/;
const HEADING = /^ {0,3}#{1,6}(?=[ \t]|$)/;
const RULE = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const BULLET = /^([ \t]*)[-*+][ \t]+(?=\S)/;
const QUOTE = /^[ \t]*>(?:[ \t]*>)*[ \t]?/;
/** The line between the head and the rows of a table. */
const TABLE_LINE = /^(?=[^-]*-)(?=[^|]*\|)[ \t|:-]+$/;

/** WhatsApp has no horizontal rule. */
const RULE_SHOWN = '———';

/** Signs that a text is Markdown: without any, `*word*` may be WhatsApp's own bold. */
const MARKDOWN = /\*\*[^\s*]|(?<!\w)__[^\s_]|^ {0,3}#{1,6}[ \t]|\]\(/m;

/**
 * The parts of a line that mean something: code, a character that is to stand for itself, images and links, addresses
 * (which may have any mark in them), and marks.
 */
const PARTS = new RegExp(
	[
		'(?<code>`[^`]+`)',
		'\\\\(?<escaped>[!-/:-@[-`{-~])',
		'!?\\[(?<text>[^[\\]]*)\\]\\([ \\t]*<?(?<target>[^\\s()<>]+(?:\\([^\\s()<>]*\\)[^\\s()<>]*)*)>?(?:[ \\t]+"[^"]*")?[ \\t]*\\)',
		'<(?<link>https?://[^\\s<>]+)>',
		'(?<address>https?://(?:[^\\s<>*~]|~(?!~))+)',
		'(?<mark>(?<!\\*)\\*{1,3}(?!\\*)|(?<!_)_{2,3}(?!_)|(?<!~)~~(?!~))',
	].join('|'),
	'g',
);

/** A mark that may begin or end something. */
interface Mark {
	/** Where it is in the output. */
	at: number;
	kind: string;
}

/** What each mark becomes, where it has a counterpart. */
const SHOWN: Record<string, string> = { '**': '*', __: '*', '*': '_', '~~': '~', _: '_' };

/** How a line is written. */
interface Style {
	/** Whether `*word*` is Markdown's italic, and not WhatsApp's bold. */
	hasItalics: boolean;
	/** Whether the line as a whole is bold, so that nothing in it can be. */
	isBold?: boolean;
}

/** A link as people can read and tap it. */
function linkOf(text: string, target: string): string {
	const address = target.replace(/^(mailto|tel):/i, '');
	return text === '' || text === address || text === target ? address : `${text} (${address})`;
}

/** Three marks are two, with one inside; at their end, what was begun last ends first. */
function kindsOf(run: string, isEnd: boolean, last?: Mark): string[] {
	if (run.length < 3) return [run];
	const kinds = [run.slice(1), run.slice(2)];
	return isEnd && last?.kind !== kinds[0] ? kinds.reverse() : kinds;
}

function canBe(kind: string, outer: string, inner: string): boolean {
	// Inside of a word, as in 2*3*4 and snake__case, these are what they are.
	const isOfWord = kind !== '**' && kind !== '~~' && /[\p{L}\p{N}]/u.test(outer);
	return inner !== '' && !/\s/.test(inner) && !isOfWord;
}

/** Turns the marks of a line into WhatsApp's, where they come in pairs; each is looked at once. */
function withMarks(line: string, style: Style): string {
	const output: string[] = [];
	const open: Mark[] = [];
	const openOf = new Map<string, number>();

	/** Of three marks that begin, the two may end before the one: then they are inside of it. */
	const turnRound = (kind: string) => {
		const [outer, inner] = open.slice(-2);
		if (!outer || !inner || outer.kind !== kind || outer.at + 1 !== inner.at) return;
		[outer.kind, inner.kind] = [inner.kind, outer.kind];
		output[outer.at] = outer.kind;
		output[inner.at] = inner.kind;
	};
	const end = (kind: string): boolean => {
		const isOpen = (openOf.get(kind) ?? 0) > 0;
		if (isOpen) turnRound(kind);
		for (let mark = isOpen ? open.pop() : undefined; mark; mark = open.pop()) {
			openOf.set(mark.kind, (openOf.get(mark.kind) ?? 0) - 1);
			if (mark.kind !== kind) continue;
			const isHidden = style.isBold && SHOWN[kind] === '*';
			const shown = isHidden ? '' : (SHOWN[kind] ?? '');
			output[mark.at] = shown;
			output.push(shown);
			return true;
		}
		return false;
	};
	const begin = (kind: string) => {
		open.push({ at: output.length, kind });
		openOf.set(kind, (openOf.get(kind) ?? 0) + 1);
		output.push(kind);
	};
	const putMark = (run: string, before: string, after: string) => {
		const isEnd = canBe(run, after, before);
		for (const kind of kindsOf(run, isEnd, open.at(-1))) {
			const isPlain = kind === '*' && !style.hasItalics;
			if (!isPlain && isEnd && end(kind)) continue;
			if (!isPlain && canBe(run, before, after)) begin(kind);
			else output.push(kind);
		}
	};

	let from = 0;
	for (const { 0: part, index, groups = {} } of line.matchAll(PARTS)) {
		const { escaped, text, target, link, mark } = groups;
		output.push(line.slice(from, index));
		from = index + part.length;
		if (mark !== undefined) putMark(mark, line.charAt(index - 1), line.charAt(from));
		else if (target !== undefined) output.push(linkOf(withMarks(text ?? '', style), target));
		else output.push(escaped ?? link ?? part);
	}
	output.push(line.slice(from));
	return output.join('');
}

function bold(text: string, style: Style): string {
	const shown = withMarks(text.trim(), { ...style, isBold: true });
	return shown === '' ? '' : `*${shown}*`;
}

/** A table's row, whose cells can't be put below each other on a phone. */
function rowOf(line: string, toCell: (cell: string) => string): string {
	const cells = line
		.trim()
		.replace(/^\|/, '')
		.replace(/(?<!\\)\|$/, '');
	return cells
		.split(/(?<!\\)\|/)
		.map((cell) => toCell(cell.trim()))
		.join(' | ');
}

function lineOf(line: string, style: Style): string {
	const [quote] = QUOTE.exec(line) ?? [];
	if (quote !== undefined) return `> ${lineOf(line.slice(quote.length), style)}`;
	if (RULE.test(line)) return RULE_SHOWN;
	const [marks] = HEADING.exec(line) ?? [];
	if (marks !== undefined) {
		return bold(
			line
				.slice(marks.length)
				.trim()
				.replace(/(?<=^|\s)#+$/, ''),
			style,
		);
	}
	const [bullet, indentation] = BULLET.exec(line) ?? [];
	if (bullet === undefined) return withMarks(line, style);
	return `${indentation}- ${withMarks(line.slice(bullet.length), style)}`;
}

/**
 * Turns Markdown, as language models write it, into WhatsApp's own formatting.
 *
 * @param markdown a text with Markdown in it
 * @returns the text with `*bold*`, `_italic_` and `~struck~`, and with links that can be tapped; code stays as it is
 * @see https://developer.z-api.io/tips/formattingtext
 */
export function toWhatsAppFormat(markdown: string): string {
	const style: Style = { hasItalics: MARKDOWN.test(markdown) };
	const lines = markdown.split(/\r\n?|\n/);
	const shown: string[] = [];
	let fence: string | undefined;
	let isTable = false;
	for (let index = 0; index < lines.length; index++) {
		const line = lines[index] ?? '';
		const [, marks] = FENCE.exec(line) ?? [];
		// A fence with its end on the same line is code within a text.
		const isFence = marks !== undefined && !line.trim().slice(3).includes(marks);
		if (fence !== undefined || isFence) {
			const isEdge = isFence && (fence ?? marks) === marks;
			shown.push(isEdge ? line.replace('~~~', '```') : line);
			if (isEdge) fence = fence === undefined ? marks : undefined;
		} else if (!isTable && line.includes('|') && TABLE_LINE.test(lines[index + 1] ?? '')) {
			isTable = true;
			shown.push(rowOf(line, (cell) => bold(cell, style)));
			// The line below the head only parts it from the rows.
			index += 1;
		} else {
			isTable &&= line.includes('|');
			shown.push(isTable ? rowOf(line, (cell) => withMarks(cell, style)) : lineOf(line, style));
		}
	}
	return shown.join('\n');
}
