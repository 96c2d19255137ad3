import type { IDataObject } from 'n8n-workflow';
import type { Endpoint } from '../../tools/contract/endpoints.mts';
import type { Emulator } from '../../tools/emulator/emulator.mts';
import { runNode } from '../engine/harness.mts';
import { useEmulator } from '../useEmulator.mts';
import { otherSamples, samples } from './rows.mts';

let emulator: Emulator;

useEmulator((started) => (emulator = started));

function hasNextPage({ query, response: { shape }, sample }: Endpoint): boolean {
	const { nextCursor = null, pagingState = null } = (shape ?? {}) as IDataObject;
	const isLast = Array.isArray(shape) && shape.length >= Number(sample.query.pageSize);
	const hasPages = query.some(({ name }) => name === 'page') && !isLast;
	return hasPages || (nextCursor ?? pagingState) !== null;
}

const UNLIKE_THE_SAMPLE = 'what is meant to differ: tools/contract/exceptions.mts';

it.each([...samples, ...otherSamples])(
	'$title sends a sample of $endpoint.id, byte by byte, and gives the documented answer',
	async ({
		endpoint,
		resource,
		operation,
		parameters,
		request: expected,
		answer,
		items: answered,
	}) => {
		const { status } = endpoint.response;
		emulator.misbehave({ answer: { status, body: answer }, times: 1 });
		// A list is asked for its next page.
		emulator.misbehave({ answer: { body: [] } });
		const { error, items } = await runNode({
			account: { ...emulator.account, baseUrl: emulator.baseUrl },
			parameters: { resource, operation, ...parameters },
		});
		expect({ 'the error': error?.message }).toEqual({ 'the error': undefined });
		const count = emulator.requests.length;
		const requests = 'requests, one for each page';
		expect({ [requests]: count }).toEqual({ [requests]: hasNextPage(endpoint) ? 2 : 1 });
		const [{ method, path, query, text } = {}] = emulator.requests;
		const request = `the request (for another order: bodyOrder; ${UNLIKE_THE_SAMPLE})`;
		expect({ [request]: { method, path, query, text } }).toEqual({ [request]: expected });
		const output = `the items (entries inside of the answer: entries; ${UNLIKE_THE_SAMPLE})`;
		expect({ [output]: items.map(({ json }) => json) }).toEqual({ [output]: answered });
	},
);
