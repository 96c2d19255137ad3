import type { INodePropertyOptions } from 'n8n-workflow';
import { toOneOf } from '../../shared/values/values';
import { value, type Value } from './field';
import { asColumn, propertyOf, type Details } from './text';

/** The labels of a choice by Z-API's values, in the order in which the panel shows them. */
export type Labels<Chosen extends string> = Record<
	Chosen,
	string | { name: string; description: string }
>;

/** @returns what the panel offers */
export function toPropertyOptions(labels: Labels<string>): INodePropertyOptions[] {
	return Object.entries(labels).map(([chosen, label]) =>
		typeof label === 'string'
			? { name: label, value: chosen }
			: { name: label.name, value: chosen, description: label.description },
	);
}

/**
 * A choice of one value. What the panel offers is what is accepted.
 *
 * @param labels the labels by Z-API's values, in the order in which the panel shows them
 */
export function choice<Chosen extends string>(
	name: string,
	label: string,
	labels: Labels<Chosen>,
	details: Details<Chosen> & {
		default: NoInfer<Chosen>;
		/** Whether no expression can make the choice, as where other fields depend on it. */
		noDataExpression?: true;
	},
): Value<Chosen> {
	const property = propertyOf(name, label, 'options', details.default, {
		...details,
		options: toPropertyOptions(labels),
	});
	return {
		...value(property, { ...details, read: toOneOf(...(Object.keys(labels) as Chosen[])) }),
		...asColumn(details),
	};
}
