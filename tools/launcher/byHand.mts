import type { Emulator } from '../emulator/types.mts';
import {
	attachCredential,
	createCredential,
	type CredentialReference,
	type ImportedWorkflow,
	type SavedWorkflow,
} from './examples.mts';
import type { N8n } from './n8n.mts';
import { TRIGGER_TYPE } from './workflows/triggerVersion.mts';

/** What to do on the phone once the example is published, by its file. */
const BY_HAND: Readonly<Record<string, string>> = {
	'answer-order-status.json': 'as Ana Souza, send a cart',
	'answer-with-ai.json': "choose a model's credential; as Ana Souza, ask something",
	'ask-before-unlinking.json':
		'publish "Unlink a group on command", execute this one, and tap an answer as Ana Souza',
	'ask-in-words.json': 'execute it as well; as Ana Souza, answer in words',
	'attendant.json': "choose a model's credentials; as Ana Souza, ask in several short messages",
	'forward-voice-note.json':
		'as Ana Souza, send a voice note; it arrives in "Portaria e segurança"',
	'free-text-answer.json': 'make the table of its note, execute it; as Ana Souza, answer',
	'reminders.json': 'fill the table of its note, execute it, and answer as those in it',
	'send-qr-code-when-disconnected.json': 'disconnect the number',
	'tell-team-when-disconnected.json': 'disconnect the number',
	'unlink-group-on-command.json': 'in the group "Bloco A", write !sair',
	'welcome-new-participants.json': 'in the group "Bloco A", let someone join',
};

/** Those that need another one's trigger share its number. */
const SHARING: Readonly<Record<string, string>> = {
	'ask-before-unlinking.json': 'unlink-group-on-command.json',
};

/** Makes up an instance's ID that spells out that it isn't a real one. */
function instanceId(index: number): string {
	return `FACADE${String(index).padStart(2, '0')}`.repeat(4);
}

/**
 * Gives each example with a trigger a number of its own at the emulator, with a credential of the same name: Z-API has
 * one address for each event and number, so only one workflow of a number gets it.
 *
 * @param workflows the examples, none of them published
 */
export async function giveNumbers(
	n8n: N8n,
	emulator: Emulator,
	workflows: readonly ImportedWorkflow[],
): Promise<void> {
	const credentials = new Map<string, CredentialReference>();
	const isStarted = ({ nodes }: ImportedWorkflow) =>
		nodes.some(({ type }) => type === TRIGGER_TYPE);
	for (const [index, { file, name }] of workflows.filter(isStarted).entries()) {
		const { account } = emulator.addInstance({ instance: instanceId(index + 1) }, name);
		const data = { ...account, baseUrl: emulator.baseUrl };
		credentials.set(file, await createCredential(n8n, data, `Z-API: ${name}`));
	}
	for (const { id, file } of workflows) {
		const credential = credentials.get(SHARING[file] ?? file);
		if (!credential) continue;
		// The run of the example may have changed it.
		const saved = await n8n.get<ImportedWorkflow & SavedWorkflow>(`/rest/workflows/${id}`);
		const { nodes } = attachCredential(saved, credential);
		await n8n.patch(`/rest/workflows/${id}`, { nodes, versionId: saved.versionId });
	}
}

/** @returns what to do with an example by hand, in a line for a person; nothing if that is plain */
export function byHand({ file, nodes }: ImportedWorkflow): string[] {
	const todo = BY_HAND[file];
	if (todo === undefined) return [];
	const isStarted = nodes.some(({ type }) => type === TRIGGER_TYPE);
	return [`    ${isStarted ? `Publish it. On its number: ${todo}` : `To try it: ${todo}`}`];
}
