import type { NamedList } from '../../shared/pickers/namedLists';
import { failureOfError } from '../../shared/requests/errors';
import { idKindOf } from '../../shared/values/ids';
import { InvalidValue } from '../../shared/values/invalidValue';
import { toWholeListOf } from '../../shared/values/lists';
import { idOfName } from '../../shared/values/names';
import { trimText } from '../../shared/values/cleanText';
import type { Read } from '../../shared/values/values';
import type { Item, Sending } from './field';

/** Something that has a name and an ID. */
export interface Named {
	/** As in "group". */
	what: string;
	/** Reads an ID, or throws InvalidValue. */
	toId: Read<string>;
	/** What can only be an ID: then nothing is looked up. */
	surely: RegExp;
	/** Where its names are found, and what that list belongs to. May throw what reading a field throws. */
	list: (item: Item) => Promise<[NamedList, string?]>;
}

/** @returns the ID, or undefined if the value can't be one */
function idIn(value: unknown, { toId }: Named): string | undefined {
	try {
		return toId(value);
	} catch (error) {
		if (error instanceof InvalidValue) return undefined;
		throw error as Error;
	}
}

const COMMA_ADVICE = 'In a text, commas separate names: if a name has one, pass a list.';

/** Short numbers are names as often as IDs. */
const MAY_BE_NAME = /\p{L}|\p{Extended_Pictographic}|^\d{1,9}$/u;

/** Reads an ID or a name, whichever it is. What looks like the ID of something else is refused. */
function toIdOrName(named: Named): Read<string> {
	return (value) => {
		const id = idIn(value, named);
		if (id !== undefined) return id;
		const text =
			typeof value === 'string' || typeof value === 'number' ? trimText(String(value)) : '';
		const kind = idKindOf(text);
		const isOfAnother = kind !== undefined && kind !== 'a name' && kind !== "a community's ID";
		// The reader says what is wrong.
		return isOfAnother || !MAY_BE_NAME.test(text) ? named.toId(value) : text;
	};
}

/** Finds the ID of what has been read. */
async function lookUp(text: string, named: Named, item: Item): Promise<string> {
	if (named.surely.test(text)) return text;
	const id = idIn(text, named);
	const place = await named.list(item);
	const entries = await item.readList(...place).catch((error: unknown) => {
		// Without the list, nobody knows better.
		if (id !== undefined) return undefined;
		const { message, description } = failureOfError(error);
		throw new InvalidValue(`can't be looked up: ${message}`, description);
	});
	return entries === undefined ? text : idOfName(text, entries, named.what);
}

/** How something with a name and an ID is read and sent. The ID of a name is looked up before the request. */
export function byName(
	named: Named,
): Required<Pick<Sending<string>, 'read' | 'isKnown' | 'lookUp'>> {
	return {
		read: toIdOrName(named),
		isKnown: (text) => named.surely.test(text),
		lookUp: async (text, item) => await lookUp(text, named, item),
	};
}

/**
 * The same for several.
 *
 * @param emptyAdvice what the user should do if there is none
 * @param key what the ID is called in objects, such as those that Z-API returns
 */
export function allByName(
	named: Named,
	emptyAdvice: string,
	key: string,
): Required<Pick<Sending<string[]>, 'read' | 'isKnown' | 'lookUp'>> {
	return {
		read: toWholeListOf(toIdOrName(named), emptyAdvice, key, (text) => named.surely.test(text)),
		isKnown: (texts) => texts.every((text) => named.surely.test(text)),
		lookUp: async (texts, item) => {
			const ids: string[] = [];
			for (const text of texts) {
				ids.push(
					await lookUp(text, named, item).catch((error: unknown) =>
						InvalidValue.within(
							'has an entry that',
							() => {
								throw error;
							},
							(advice) => `${advice} ${COMMA_ADVICE}`,
						),
					),
				);
			}
			return [...new Set(ids)];
		},
	};
}
