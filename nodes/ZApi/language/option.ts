import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { isBlank, isNotGiven } from '../../shared/values/cleanText';
import { isTyped, parameterOf, withTyped, type Field, type Item } from './field';
import type { Request } from './request';

/** What people can add to an operation. What isn't added isn't sent. */
export interface Option {
	properties: INodeProperties[];
	/** What is required is no option: a text says `optional` or `whenEmpty`. */
	isOptional?: true;
	/** What it brings along itself. */
	options?: Option[];
	/**
	 * Puts the user's value into the request, if the user has added the option. Without it, somebody else reads the
	 * option.
	 */
	put?(request: Request, value: unknown, item: Item): void;
}

/** Whether an option that was added has no value, and is left out. What people type is text, also "null". */
function isBlankOption(given: unknown, isTypedHere: () => boolean): boolean {
	return isNotGiven(given) && (isBlank(given) || typeof given !== 'string' || !isTypedHere());
}

/**
 * Makes a collection of options.
 *
 * @param property the collection as the panel shows it, without its options
 * @param options what can be added to it
 */
export function collection(property: INodeProperties, options: Option[]): Field {
	return {
		properties: [{ ...property, options: options.flatMap(({ properties }) => properties) }],
		fill(request, item) {
			const given = parameterOf(item, property.name, {}) as IDataObject;
			for (const { properties, put } of options) {
				const [{ name } = { name: '' }] = properties;
				if (!put || !Object.hasOwn(given, name)) continue;
				const isTypedHere = () => isTyped(item, `${property.name}.${name}`);
				if (isBlankOption(given[name], isTypedHere)) continue;
				put(request, given[name], withTyped(item, isTypedHere));
			}
		},
	};
}
