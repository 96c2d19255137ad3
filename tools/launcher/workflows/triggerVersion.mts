import type { N8n } from '../n8n.mts';

/** What the trigger is called in saved workflows. */
export const TRIGGER_TYPE = 'n8n-nodes-z-api.zApiTrigger';

const versions = new WeakMap<N8n, Promise<number>>();

async function readVersion(n8n: N8n): Promise<number> {
	const types =
		await n8n.get<Array<{ name: string; version: number | number[] }>>('/types/nodes.json');
	return Math.max(...types.flatMap(({ name, version }) => (name === TRIGGER_TYPE ? version : [])));
}

/** @returns the version of the trigger that the panel adds: an earlier state of this package has an earlier one */
export async function triggerVersion(n8n: N8n): Promise<number> {
	const version = versions.get(n8n) ?? readVersion(n8n);
	versions.set(n8n, version);
	return await version;
}
