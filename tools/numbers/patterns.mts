/**
 * What the patterns of a numbering plan let through, as the beginnings and lengths of its numbers. The patterns use
 * digits, `\d`, sets such as `[2-57]`, groups, alternatives, `?` and counts; anything else is an error.
 */

/** How many digits of a number are looked at. Three tell areas and networks apart, and keep the table small. */
const PREFIX = 3;

const DIGITS = [...'0123456789'];

/** The beginnings (at most three digits) of all numbers of one length. */
export type Beginnings = Map<number, Set<string>>;

const NOTHING_YET: Beginnings = new Map([[0, new Set([''])]]);

function add(all: Beginnings, length: number, beginning: string): void {
	const ofLength = all.get(length) ?? new Set();
	all.set(length, ofLength.add(beginning));
}

/** @returns the beginnings of numbers that follow any of these patterns */
export function either(...patterns: Beginnings[]): Beginnings {
	const all: Beginnings = new Map();
	for (const pattern of patterns) {
		for (const [length, beginnings] of pattern) {
			for (const beginning of beginnings) add(all, length, beginning);
		}
	}
	return all;
}

function followedBy(first: Beginnings, second: Beginnings): Beginnings {
	const all: Beginnings = new Map();
	for (const [length, beginnings] of first) {
		for (const [furtherLength, further] of second) {
			const rests = new Set(
				[...further].map((rest) => rest.slice(0, Math.max(0, PREFIX - length))),
			);
			for (const beginning of beginnings) {
				for (const rest of rests) add(all, length + furtherLength, beginning + rest);
			}
		}
	}
	return all;
}

/**
 * Reads a pattern of libphonenumber.
 *
 * @returns the beginnings of the numbers that follow it, by their length
 * @throws Error when it uses anything but digits, sets, groups, alternatives and counts
 */
export function beginningsOf(pattern: string): Beginnings {
	let at = 0;
	const takes = (text: string) => {
		if (!pattern.startsWith(text, at)) return false;
		at += text.length;
		return true;
	};
	const oneOf = (digits: string[]): Beginnings => new Map([[1, new Set(digits)]]);

	const set = (): string[] => {
		const end = pattern.indexOf(']', at);
		const digits = pattern
			.slice(at, end)
			.replace(/(\d)-(\d)/g, (_range, from: string, to: string) =>
				DIGITS.slice(+from, +to + 1).join(''),
			);
		at = end + 1;
		return [...digits];
	};
	const atom = (): Beginnings => {
		if (takes('(?:')) {
			const inside = alternatives();
			if (takes(')')) return inside;
		} else if (takes('[')) return oneOf(set());
		else if (takes('\\d')) return oneOf(DIGITS);
		else if (/\d/.test(pattern.charAt(at))) return oneOf([pattern.charAt(at++)]);
		throw new Error(`Can't read the pattern ${pattern} at ${at}.`);
	};
	const count = (): [least: number, most: number] => {
		if (takes('?')) return [0, 1];
		const [counted, least, most] = /^\{(\d+)(?:,(\d+))?\}/.exec(pattern.slice(at)) ?? [''];
		at += counted.length;
		return counted === '' ? [1, 1] : [Number(least), Number(most ?? least)];
	};
	const sequence = (): Beginnings => {
		let all = NOTHING_YET;
		while (at < pattern.length && !/[|)]/.test(pattern.charAt(at))) {
			const one = atom();
			const [least, most] = count();
			let repeated = NOTHING_YET;
			const choices: Beginnings[] = least === 0 ? [NOTHING_YET] : [];
			for (let times = 1; times <= most; times++) {
				repeated = followedBy(repeated, one);
				if (times >= least) choices.push(repeated);
			}
			all = followedBy(all, either(...choices));
		}
		return all;
	};
	const alternatives = (): Beginnings => {
		const all = [sequence()];
		while (takes('|')) all.push(sequence());
		return either(...all);
	};

	const all = alternatives();
	if (at < pattern.length) throw new Error(`Can't read the pattern ${pattern} at ${at}.`);
	return all;
}

/** @returns a set such as `[2-57]`, a single digit, or `\d` */
export function setOf(digits: Iterable<string>): string {
	const sorted = [...new Set(digits)].sort().join('');
	if (sorted.length === 1) return sorted;
	if (sorted === DIGITS.join('')) return '\\d';
	const ranges = sorted.replace(/\d+/g, (all) => {
		const runs: string[] = [];
		for (const digit of all) {
			const run = runs.at(-1);
			if (run !== undefined && Number(digit) === Number(run.at(-1)) + 1)
				runs[runs.length - 1] = run + digit;
			else runs.push(digit);
		}
		return runs.map((run) => (run.length > 2 ? `${run[0]}-${run.at(-1)}` : run)).join('');
	});
	return `[${ranges}]`;
}

/** Writes beginnings as a pattern, as short as it gets without losing its reader. */
function patternOf(beginnings: Iterable<string>): string {
	const byFirst = new Map<string, string[]>();
	for (const beginning of beginnings) {
		if (beginning === '') return '';
		const rests = byFirst.get(beginning.charAt(0)) ?? [];
		rests.push(beginning.slice(1));
		byFirst.set(beginning.charAt(0), rests);
	}
	const byRest = new Map<string, string[]>();
	for (const [first, rests] of [...byFirst].sort(([one], [other]) => one.localeCompare(other))) {
		const rest = patternOf(rests);
		byRest.set(rest, [...(byRest.get(rest) ?? []), first]);
	}
	const choices = [...byRest].map(([rest, firsts]) => setOf(firsts) + rest);
	return choices.length === 1 ? choices[0]! : `(?:${choices.join('|')})`;
}

const anyDigits = (least: number, most: number) => {
	if (most === 0) return '';
	if (least === most) return least === 1 ? '\\d' : `\\d{${least}}`;
	return `\\d{${least},${most}}`;
};

/** Writes numbers as one pattern in which each length has the beginnings that belong to it. */
export function crossed(all: Beginnings): string {
	const lengthsOf = new Map<string, number[]>();
	for (const [length, beginnings] of [...all].sort(([one], [other]) => one - other)) {
		const pattern = patternOf(beginnings);
		lengthsOf.set(pattern, [...(lengthsOf.get(pattern) ?? []), length]);
	}
	const choices: string[] = [];
	for (const [pattern, lengths] of lengthsOf) {
		for (let first = 0; first < lengths.length; ) {
			let last = first;
			while (lengths[last + 1] === lengths[last]! + 1) last++;
			choices.push(pattern + anyDigits(lengths[first]! - PREFIX, lengths[last]! - PREFIX));
			first = last + 1;
		}
	}
	return choices.join('|');
}
