import { quote } from '../ZApi/fields/values';
import { InvalidValue } from '../ZApi/transport/prepare';

/**
 * Whether something repeated is repeated again, as in (a+)+. That is the usual way in which a pattern takes for
 * ever on a text that someone made for it.
 */
function repeatsRepetition(pattern: string): boolean {
	const plain = pattern.replace(/\\./gs, 'x').replace(/\[[^\]]*\]/g, 'x');
	const holdsRepetition: boolean[] = [];
	for (const [, atom, repetition] of plain.matchAll(/([^])([*+]|\{\d+,\d*\})?/g)) {
		if (atom === '(') {
			holdsRepetition.push(false);
			continue;
		}
		const isRepetitive = atom === ')' && holdsRepetition.pop() === true;
		if (isRepetitive && repetition !== undefined) return true;
		if ((isRepetitive || repetition !== undefined) && holdsRepetition.length > 0) {
			holdsRepetition[holdsRepetition.length - 1] = true;
		}
	}
	return false;
}

function refuse(problem: string, value: string): InvalidValue {
	return new InvalidValue(
		`${problem}: ${quote(value)}`,
		'Write a pattern such as ^!sair, or use Text Contains to look for plain words.',
	);
}

/**
 * Reads the pattern of *Text Matches*: either bare, where case doesn't matter, or as /pattern/flags.
 *
 * @throws InvalidValue when it is no regular expression, or one that could keep the server busy for ever
 */
export function toPattern(value: string): RegExp {
	const [, source = value, flags = 'i'] = /^\/(.+)\/([imsu]*)$/s.exec(value) ?? [];
	if (repeatsRepetition(source)) {
		throw refuse('repeats something that is repeated already', value);
	}
	try {
		return new RegExp(source, flags);
	} catch {
		throw refuse("isn't a regular expression", value);
	}
}
