import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';
import type { Field, Item } from './field';
import type { Option } from './option';
import type { Request } from './request';

/**
 * The versions of the node. A saved workflow stays with the one that it was saved with, so a version stays for ever.
 * New nodes have the last one.
 */
export const VERSIONS = [1];

/**
 * @param properties what is shown
 * @param versions the versions of the node in which it is
 * @returns the properties; as they are, if they are shown in all versions
 */
export function shownIn(properties: INodeProperties[], versions: number[]): INodeProperties[] {
	if (versions.length === VERSIONS.length) return properties;
	return updateDisplayOptions({ show: { '@version': versions } }, properties);
}

/** A field, an option, or what is both. */
type AnyPart = Pick<Field, 'properties' | 'fill'> & Pick<Option, 'put'>;

/** Something that only nodes of some versions have. */
function onlyIn<Part extends AnyPart>(versions: number[], part: Part): Part {
	const isIn = ({ context }: Item) => versions.includes(context.getNode().typeVersion);
	const { fill, put } = part;
	return {
		...part,
		properties: shownIn(part.properties, versions),
		...(fill && {
			fill(request: Request, item: Item) {
				if (isIn(item)) fill(request, item);
			},
		}),
		...(put && {
			put(request: Request, value: unknown, item: Item) {
				if (isIn(item)) put(request, value, item);
			},
		}),
	};
}

/**
 * A field or an option that became another one: it was renamed, or got another default.
 *
 * @param version the first version of the node with the new one
 * @param before as it was; it never changes again
 * @param after as it is from then on
 * @returns both, to be listed in place of the one
 */
export function changedIn<Part extends AnyPart>(
	version: number,
	before: Part,
	after: Part,
): Part[] {
	const isEarlier = (each: number) => each < version;
	return [
		onlyIn(VERSIONS.filter(isEarlier), before),
		onlyIn(
			VERSIONS.filter((each) => !isEarlier(each)),
			after,
		),
	];
}
