import type { INodeExecutionData, INodeParameters, NodeParameterValueType } from 'n8n-workflow';
import { resources } from '../../nodes/ZApi/resources/index.ts';
import type { ContractRow } from '../../tools/contract/derive.mts';
import { samples } from '../contract/rows.mts';
import type { GivenAnswer } from './set.mts';

/** A node that a user may have saved. */
export interface SampleAction {
	name: string;
	parameters: INodeParameters;
	answers: GivenAnswer[];
}

/** Nodes of one workflow, which all get the same items. */
export interface SampleWorkflow {
	/** The workflow's name. */
	name: string;
	items: INodeExecutionData[];
	actions: SampleAction[];
}

/** Whom and what the samples are about. */
export const PERSON = '5511900000001';
export const GROUP = '120363100000000012-group';
export const COMMUNITY = '120363019502650977';
export const CHANNEL = '999999999999999999@newsletter';

/** What Z-API answers: to what it sends, and to what it does. */
export const QUEUED: GivenAnswer = {
	status: 200,
	body: {
		zaapId: '3999984263738042930CD6ECDE9VDWSA',
		messageId: 'D241XXXX732339502B68',
		id: 'D241XXXX732339502B68',
	},
};
export const DONE: GivenAnswer = { status: 200, body: { value: true } };
export const SUCCESS: GivenAnswer = { status: 200, body: { success: true } };

/** @returns what a resource locator keeps; the name only where it was chosen from a list */
export function locator(mode: string, value: string, name?: string): NodeParameterValueType {
	return { __rl: true, mode, value, ...(name === undefined ? {} : { cachedResultName: name }) };
}

/** @returns what a field keeps that has a list of entries */
export const entries = (...values: INodeParameters[]) => ({ values });

/** @param operation resource and operation, as in `group.updateName` */
export function action(
	name: string,
	operation: string,
	parameters: INodeParameters,
	answer = QUEUED,
): SampleAction {
	const [resource = '', value = ''] = operation.split('.');
	return { name, parameters: { resource, operation: value, ...parameters }, answers: [answer] };
}

/** Each operation with what is documented as its sample, a workflow for each resource. */
export function documented(): Map<string, SampleWorkflow> {
	const nameOf = ({ title, endpoint }: ContractRow) => {
		const isOne = samples.filter((row) => row.title === title).length === 1;
		return isOne ? title : `${title} (${endpoint.id})`;
	};
	return new Map(
		resources.map(({ value, name }) => [
			`${value}.json`,
			{
				name: `${name}: every operation`,
				items: [{ json: {} }],
				actions: samples
					.filter(({ resource }) => resource === value)
					.map((row) => ({
						name: nameOf(row),
						parameters: {
							...{ resource: value, operation: row.operation },
							...row.parameters,
						} as INodeParameters,
						answers: [
							{ status: row.endpoint.response.status, body: row.answer },
							// A list is asked for its next page.
							{ status: 200, body: [] },
						],
					})),
			},
		]),
	);
}

/**
 * A documented sample with something else in some of its fields.
 *
 * @param title resource and operation, as in `group.updateName`
 * @throws {Error} if there is no such sample
 */
export function variant(name: string, title: string, parameters: INodeParameters): SampleAction {
	const row = samples.find((sample) => sample.title === title);
	if (!row) throw new Error(`Nothing is documented as ${title}`);
	const answer = { status: row.endpoint.response.status, body: row.answer };
	return action(`${name}: ${title}`, title, { ...row.parameters, ...parameters }, answer);
}

/** @returns a {@link variant} that sends a file of the item; the field says which */
export function fromFile(title: string, binaryPropertyName: string, more: INodeParameters = {}) {
	const source = { mediaSource: 'file', binaryPropertyName };
	return variant('From a file', title, {
		...source,
		options: { largestFileMegabytes: 1 },
		...more,
	});
}

/** @returns a {@link variant} whose list is given as JSON */
export function asJson(title: string, list: unknown[]) {
	return variant('As JSON', title, { define: 'json', entriesJson: JSON.stringify(list) });
}

/** @returns a {@link variant} with these options alone */
export function withOptions(title: string, options: INodeParameters, more: INodeParameters = {}) {
	return variant('With options', title, { options, ...more });
}
