import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endpoints, type Endpoint } from '../../tools/contract/endpoints.mts';

const conflicts = endpoints.flatMap((endpoint) =>
	(endpoint.conflicts ?? []).map((conflict) => ({ endpoint, conflict })),
);

/** What an endpoint has by name: its method and path, its fields, its answer and its sample. */
function namesIn({ method, path, pathParams, query, body, response, sample }: Endpoint): string {
	return JSON.stringify([`${method} ${path}`, pathParams, query, body, response, sample]);
}

function codeIn(text: string): string[] {
	return [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}

describe('where the documentation contradicts itself', () => {
	it('says what, what was chosen, and why, each in a sentence', () => {
		const isSentence = (text: unknown) => typeof text === 'string' && /^[^a-z].+\.$/.test(text);
		const incomplete = conflicts.filter(({ conflict }) => {
			const { what, chosen, why, ...rest } = conflict;
			return ![what, chosen, why].every(isSentence) || Object.keys(rest).length > 0;
		});
		expect(conflicts.length).toBeGreaterThan(100);
		expect(incomplete.map(({ endpoint, conflict }) => [endpoint.id, conflict])).toEqual([]);
	});

	it('chooses only what the endpoint has, to which the operations are held', () => {
		const unknown = conflicts.flatMap(({ endpoint, conflict }) =>
			codeIn(conflict.chosen)
				.filter((code) => !namesIn(endpoint).includes(code))
				.map((code) => `${endpoint.id}: ${code}`),
		);
		expect(unknown).toEqual([]);
	});

	it('says so in the data, and in no file of an operation', () => {
		const folder = join(import.meta.dirname, '../../nodes/ZApi/resources');
		const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
		const talking = files
			.filter((file) => file.endsWith('.ts'))
			.filter((file) => /contradict/i.test(readFileSync(join(folder, file), 'utf8')));
		const where = 'move it to `conflicts` in tools/contract/endpoints';
		expect({ [where]: talking }).toEqual({ [where]: [] });
	});
});
