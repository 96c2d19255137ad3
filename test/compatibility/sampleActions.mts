import type { INodeExecutionData, INodeParameters, NodeParameterValueType } from 'n8n-workflow';
import type { ContractRow } from '../../tools/contract/derive.mts';
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

/** What Z-API answers to an operation. */
export function answersOf({ endpoint, answer }: ContractRow): GivenAnswer[] {
	return [
		{ status: endpoint.response.status, body: answer },
		// A list is asked for its next page.
		{ status: 200, body: [] },
	];
}
