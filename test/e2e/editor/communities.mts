import type { NodeToAdd } from '../nodeToAdd.mts';
import { editor } from '../session.mts';

export const CONDOMINIUM = 'Condomínio Jardim das Acácias';
export const SCHOOL = 'Pais e Mães da Escola';
export const LONELY = 'Várzea Futebol Clube';
export const LONELY_GROUP = 'Elenco e comissão técnica';
export const Z_API = 'n8n-nodes-z-api.zApi';

export const trigger: NodeToAdd = { name: 'Start', type: 'n8n-nodes-base.manualTrigger' };
export const next: NodeToAdd = { name: 'Next', type: 'n8n-nodes-base.noOp' };

export function unlinkGroups(parameters: object = {}): NodeToAdd {
	return {
		name: 'Z-API',
		type: Z_API,
		credentials: editor.credentials,
		parameters: { resource: 'community', operation: 'unlinkGroups', ...parameters },
	};
}

export function community(name: string) {
	const found = editor.emulator.state.communities.find((candidate) =>
		candidate.name.startsWith(name),
	);
	if (!found) throw new Error(`The emulator has no community ${name}`);
	return found;
}

export function groupNames(name: string): string[] {
	return community(name)
		.subGroups.filter(({ isGroupAnnouncement }) => !isGroupAnnouncement)
		.map((group) => group.name);
}

export function inList(name: string): object {
	const { id } = community(name);
	return { __rl: true, mode: 'list', value: id, cachedResultName: community(name).name };
}
