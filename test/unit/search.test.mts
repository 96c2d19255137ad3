import codex from '../../nodes/ZApi/ZApi.node.json' with { type: 'json' };
import { searchNodes, type SearchedNode } from '../../tools/search/search.mts';
import { GENERAL, SEARCHED } from './searchWords.mts';

/** As the panel shows both nodes: as one, with the words of this one. */
const OURS: SearchedNode = {
	...{ name: 'n8n-nodes-z-api.zApi', displayName: 'Z-API', popularity: 0 },
	alias: codex.alias,
};

/** How many people look at. */
const FIRST = 3;

function withoutAccents(text: string): string {
	return text.normalize('NFD').replace(/\p{Mn}/gu, '');
}

describe.each(Object.entries(SEARCHED))('who searches in %s', (_language, words) => {
	it.each(words)('finds the node by "%s", also without accents', (word) => {
		for (const written of new Set([word, withoutAccents(word)])) {
			expect([written, searchNodes(written, OURS).slice(0, FIRST)]).toEqual([
				written,
				expect.arrayContaining(['Z-API']),
			]);
		}
	});
});

describe("n8n's own nodes", () => {
	it.each(Object.entries(GENERAL))('come first for "%s": %s', (word, name) => {
		expect(searchNodes(word, OURS)[0]).toBe(name);
	});
});

describe('the words that find the node', () => {
	it('stand there once, and also without their accents', () => {
		const { alias } = codex;
		expect(new Set(alias).size).toBe(alias.length);
		expect(alias.map(withoutAccents).filter((word) => !alias.includes(word))).toEqual([]);
	});
});
