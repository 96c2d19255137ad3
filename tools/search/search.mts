import { sublimeSearch } from '@n8n/utils/search/sublime-search';
import recorded from './nodesOfN8n.json' with { type: 'json' };

/** A node, as the nodes panel searches it. */
export interface SearchedNode {
	name: string;
	displayName: string;
	/** Of the node's codex file. */
	alias: string[];
	/** Between 0 and 1; n8n knows it of its own nodes and of some others. */
	popularity: number;
}

/** The panel adds so much to what a node's words are worth. */
const POPULARITY_POINTS = 100;

/**
 * Searches as n8n's nodes panel does: with its own function, in n8n's nodes and another one.
 *
 * @param words what somebody enters
 * @param other a node that was installed
 * @returns the names of what is found, best first
 */
export function searchNodes(words: string, other: SearchedNode): string[] {
	const nodes: SearchedNode[] = [...recorded, other];
	const items = nodes.map(({ displayName, alias, ...node }) => ({
		...node,
		displayName,
		properties: { displayName, codex: { alias } },
	}));
	const found = sublimeSearch(words.toLowerCase().replace('trigger', '').trimEnd(), items);
	return found
		.map(({ score, item }) => ({ ...item, score: score + item.popularity * POPULARITY_POINTS }))
		.toSorted((one, two) => two.score - one.score)
		.map(({ displayName }) => displayName);
}
