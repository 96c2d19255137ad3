import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { parameterOf, type Field, type Item } from './field';
import type { Request } from './request';

/** What people can add to an operation. What isn't added isn't sent. */
export interface Option {
	properties: INodeProperties[];
	/** What is required is no option. */
	isOptional?: true;
	/** What it brings along itself. */
	options?: Option[];
	/**
	 * Puts the user's value into the request, if the user has added the option. Without it, somebody else reads the
	 * option.
	 */
	put?(request: Request, value: unknown, item: Item): void;
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
				if (Object.hasOwn(given, name)) put?.(request, given[name], item);
			}
		},
	};
}
