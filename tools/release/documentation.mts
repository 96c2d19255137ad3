import { repositoryOf, type Manifest } from './problems.mts';

/** The page about each node, by the file in which n8n looks for its address. */
const PAGES = {
	'nodes/ZApi/ZApi.node.json': 'README.md',
	'nodes/ZApiTrigger/ZApiTrigger.node.json': 'docs/trigger.md',
};

/**
 * Says what *Docs* in n8n opens: the pages of the installed version. n8n adds `?utm_…` to them, so none may lead to a
 * heading.
 *
 * @returns the addresses by the files that have to hold them; none, as long as package.json names no repository
 */
export function documentationOf(manifest: Manifest): Array<[string, string]> {
	const repository = repositoryOf(manifest);
	if (repository === undefined) return [];
	const base = `https://github.com/${repository}/blob/v${manifest.version}`;
	return Object.entries(PAGES).map(([file, page]) => [file, `${base}/${page}`]);
}
