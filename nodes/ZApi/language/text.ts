import type { INodeProperties } from 'n8n-workflow';
import { isBlank, isNotGiven } from '../../shared/values/cleanText';
import { toText, type ReadFor } from '../../shared/values/values';
import { value, type Column, type RequiredValue, type Sending, type Value } from './field';

/** What n8n's panel says about a field, under n8n's names. */
export type Words = Partial<
	Pick<
		INodeProperties,
		'description' | 'displayOptions' | 'hint' | 'placeholder' | 'required' | 'typeOptions'
	>
>;

type OfColumn = Pick<Column, 'part' | 'onlyFor'>;

/** What a field has besides its name. */
export type Details<Result> = Words & OfColumn & Omit<Sending<Result>, 'read'>;

/** A text that Z-API needs. */
type RequiredText<Result> = Omit<Details<Result>, 'required'> & {
	default?: string;
	/** Reads what the user entered; by default, any text. */
	read?: ReadFor<Result>;
};

/** A text that isn't sent if it is empty. */
type OptionalText<Result> = RequiredText<Result> & { optional: true };

/** A text that may be empty; the value is what is then sent. */
type EmptyableText<Result> = RequiredText<Result> & { whenEmpty: Result };

/** n8n's property, in the order in which n8n itself writes its keys. */
export function propertyOf(
	name: string,
	displayName: string,
	type: INodeProperties['type'],
	fallback: INodeProperties['default'],
	details: Words & Partial<Pick<INodeProperties, 'noDataExpression' | 'options'>>,
): INodeProperties {
	const { noDataExpression, typeOptions, required, displayOptions, options } = details;
	const { placeholder, hint, description } = details;
	return {
		displayName,
		name,
		type,
		...(noDataExpression && { noDataExpression }),
		...(typeOptions && { typeOptions }),
		...(required && { required }),
		...(displayOptions && { displayOptions }),
		...(options && { options }),
		default: fallback,
		...(placeholder && { placeholder }),
		...(hint && { hint }),
		...(description && { description }),
	};
}

/** @returns what a value has beside its property when it is a column */
export function asColumn({ part, onlyFor }: OfColumn): OfColumn {
	return { ...(part && { part }), ...(onlyFor && { onlyFor }) };
}

/**
 * A text. It is required, unless it says `optional` or `whenEmpty`.
 *
 * @param name as saved workflows contain it
 * @param label as the panel shows it, in title case
 */
export function text<Result = string>(
	name: string,
	label: string,
	details: OptionalText<Result> | EmptyableText<Result>,
): Value<Result | undefined>;
export function text<Result = string>(
	name: string,
	label: string,
	details: RequiredText<Result>,
): RequiredValue<Result>;
export function text<Result>(
	name: string,
	label: string,
	details: RequiredText<Result> & { optional?: true; whenEmpty?: Result },
): Value<Result | undefined> | RequiredValue<Result> {
	const {
		read = toText as ReadFor<unknown> as ReadFor<Result>,
		optional = false,
		whenEmpty,
	} = details;
	const isRequired = !optional && whenEmpty === undefined && !details.onlyFor;
	const property = propertyOf(name, label, 'string', details.default ?? '', {
		...details,
		required: isRequired,
	});
	const mayBeEmpty = optional || whenEmpty !== undefined;
	const field = value<Result | undefined>(property, {
		...(details as Sending<Result | undefined>),
		read: (given, settings) => {
			const isLeftOut =
				isBlank(given) ||
				(optional && isNotGiven(given) && !(typeof given === 'string' && settings.isTyped?.()));
			return mayBeEmpty && isLeftOut ? whenEmpty : read(given, settings);
		},
	});
	return mayBeEmpty
		? { ...field, isOptional: true, ...asColumn(details) }
		: { ...(field as Value<Result>), isOptional: false, ...asColumn(details) };
}
