import type { Emulator } from '../emulator/types.mts';
import {
	attachCredential,
	createCredential,
	type CredentialReference,
	type ImportedWorkflow,
	type SavedWorkflow,
} from './examples.mts';
import { saveWorkflow } from './differences.mts';
import type { N8n } from './n8n.mts';
import { callerOf } from './runs/campaignOptOut.mts';
import { TRIGGER_TYPE } from './workflows/triggerVersion.mts';

/** It is called by another workflow, so that one is made, too. */
const OPT_OUT = 'campaign-opt-out.json';

/** What to do with an example, by its file. */
const BY_HAND: Readonly<Record<string, string>> = {
	'answer-order-status.json': 'Publish it. On the phone, send a cart as Ana Souza.',
	'answer-with-ai.json':
		"Choose a model's credential and publish it. On the phone, ask something as Ana Souza.",
	'ask-before-unlinking.json':
		'Publish "Unlink a group on command" and execute this one. On the phone, tap an answer as Ana Souza.',
	'ask-in-words.json':
		'Publish it and execute it. On the phone, answer in words of your own as Ana Souza.',
	'attendant.json':
		"Choose a model's credentials and publish it. On the phone, ask in several short messages as Ana Souza.",
	'campaign-from-table.json':
		'Execute it from "Every Minute", again and again. On the phone, read what Ana Souza, Bruno Carvalho and Camila Ferreira got.',
	[OPT_OUT]:
		'Publish it and "Messages that come in". On the phone, write SAIR as Camila Ferreira: the campaign leaves her out.',
	'forward-voice-note.json':
		'Publish it. On the phone, send a voice note as Ana Souza: it arrives in "Portaria e segurança".',
	'free-text-answer.json': 'Publish it and execute it. On the phone, answer as Ana Souza.',
	'reminders.json':
		'Publish it and execute it. On the phone, answer as Ana Souza, Bruno Carvalho and Camila Ferreira.',
	'send-qr-code-when-disconnected.json': 'Publish it. On the phone, disconnect the number.',
	'tell-team-when-disconnected.json': 'Publish it. On the phone, disconnect the number.',
	'unlink-from-form.json':
		'Publish it and "Unlink a group on command", and fill in its form. On the phone, tap an answer as Ana Souza.',
	'unlink-group-on-command.json': 'Publish it. On the phone, write !sair in the group "Bloco A".',
	'welcome-new-participants.json':
		'Publish it. On the phone, let someone join the group "Bloco A".',
};

/** The same for those that need a model, while there is one that answers by rule. */
const WITH_MODEL: Readonly<Record<string, string>> = {
	'answer-with-ai.json': 'Publish it. On the phone, write "bom dia" as Ana Souza.',
	'attendant.json':
		'Publish it. On the phone as Ana Souza, write "oi", "quanto custa" and "o bolo de cenoura?" one after the other. Then write "quero falar com uma pessoa".',
};

/** Those that need another one's trigger share its number. */
const SHARING: Readonly<Record<string, string>> = {
	'ask-before-unlinking.json': 'unlink-group-on-command.json',
	[OPT_OUT]: 'campaign-from-table.json',
	'unlink-from-form.json': 'unlink-group-on-command.json',
};

/** The trigger leaves out what it has had already, and the first message IDs went to the runs of the examples. */
const MADE_BEFORE = 100_000;

/** Makes up an instance's ID that spells out that it isn't a real one. */
function instanceId(index: number): string {
	return `FACADE${String(index).padStart(2, '0')}`.repeat(4);
}

/**
 * Gives each example with a trigger a number of its own at the emulator, with a credential of the same name: Z-API has
 * one address for each event and number, so only one workflow of a number gets it. Each is again as its file has it.
 *
 * @param workflows the examples, none of them published
 * @returns which of the emulator's numbers each example has, by its file; nothing of those that have the first
 */
export async function giveNumbers(
	n8n: N8n,
	emulator: Emulator,
	workflows: readonly ImportedWorkflow[],
): Promise<Map<string, number>> {
	const numbers = new Map<string, number>();
	emulator.state.made = MADE_BEFORE;
	const credentials = new Map<string, CredentialReference>();
	const isStarted = ({ nodes }: ImportedWorkflow) =>
		nodes.some(({ type }) => type === TRIGGER_TYPE);
	for (const [index, { file, name }] of workflows.filter(isStarted).entries()) {
		const { account, state } = emulator.addInstance({ instance: instanceId(index + 1) }, name);
		state.made = MADE_BEFORE;
		const data = { ...account, baseUrl: emulator.baseUrl };
		numbers.set(file, index + 1);
		credentials.set(file, await createCredential(n8n, data, `Z-API: ${name}`));
	}
	for (const workflow of workflows) {
		const { id, file } = workflow;
		const credential = credentials.get(SHARING[file] ?? file);
		// Its run may have changed it.
		const { nodes } = credential ? attachCredential(workflow, credential) : workflow;
		const { versionId } = await n8n.get<SavedWorkflow>(`/rest/workflows/${id}`);
		await n8n.patch(`/rest/workflows/${id}`, { nodes, versionId });
		if (file === OPT_OUT) await saveWorkflow(n8n, callerOf({ ...workflow, nodes }));
	}
	for (const [file, other] of Object.entries(SHARING)) numbers.set(file, numbers.get(other) ?? 0);
	return numbers;
}

/**
 * @param hasModel whether a model that answers by rule is chosen in the examples
 * @returns what to do with an example by hand, in lines for a person; none if that is plain
 */
export function byHand({ file }: Pick<ImportedWorkflow, 'file'>, hasModel = false): string[] {
	const todo = (hasModel ? WITH_MODEL[file] : undefined) ?? BY_HAND[file];
	return todo === undefined ? [] : [`    ${todo}`];
}
