import { isDeepStrictEqual } from 'node:util';
import { messagesOf } from '../../emulator/messages.mts';
import type { Message } from '../../emulator/types.mts';
import { publishWorkflow, unpublishWorkflow } from '../examples.mts';
import { executionsOf, type Execution } from '../executions.mts';
import { poll } from '../waiting.mts';
import { groupNames } from './communities.mts';
import {
	allSucceeded,
	ANA,
	describe,
	exampleIn,
	nodeOfType,
	pressButton,
	quoted,
	textsOf,
	type ExampleRun,
} from './run.mts';

/** Any published workflow that gets messages takes the answers. */
const LISTENING = 'unlink-group-on-command.json';

const COMMUNITY = 'condominio jardim das acacias';
const LIMIT_MILLISECONDS = 30_000;

/** What is submitted, and what Ana says to it; she isn't asked about a name that nobody has. */
const SUBMISSIONS: Array<{ groups: string; says?: string; gone: string[]; tells: RegExp }> = [
	{ groups: 'Bloco A, Bloco B', says: 'Não', gone: [], tells: /^Combinado\. Nada mudou/ },
	{ groups: 'Bloco A\r\nBlocco B', gone: [], tells: /Blocco B.*The nearest names are: Bloco B/s },
	{
		groups: 'bloco a\r\nPortaria e segurança',
		says: 'Sim',
		gone: ['Bloco A', 'Portaria e segurança'],
		tells: /^Pronto! Saíram/,
	},
];

/** Somebody submits the form three times: Ana refuses, then a name is wrong, and then she agrees. */
export const unlinkFromForm: ExampleRun = {
	file: 'unlink-from-form.json',
	async run({ n8n, workflows, workflow, emulator, signal }) {
		const listening = exampleIn(workflows, LISTENING);
		await publishWorkflow(n8n, listening, signal);
		await publishWorkflow(n8n, workflow, signal);
		const { options } = nodeOfType(workflow, 'n8n-nodes-base.formTrigger').parameters;
		const address = `${n8n.url}/form/${(options as { path: string }).path}`;
		const toAna = (): Message[] => messagesOf(emulator.state, ANA).filter(({ fromMe }) => fromMe);

		const linked = (): string[] =>
			emulator.state.communities.flatMap((community) => [...groupNames(community).values()]);
		let passed = true;
		let executions: Execution[] = [];
		const lines: string[] = [];
		for (const [index, { groups, says, gone, tells }] of SUBMISSIONS.entries()) {
			const before = toAna().length;
			const all = linked();
			await submit(address, COMMUNITY, groups);
			executions = await executionsOf(n8n, workflow, index + 1, signal);
			if (says !== undefined) {
				pressButton(emulator, toAna().at(-1), says);
				await emulator.tell();
			}
			const expected = says === undefined ? 1 : 2;
			const told = await poll(
				() => (toAna().length === before + expected ? toAna().at(-1) : undefined),
				() => `Ana wasn't told what came of ${groups}`,
				signal,
			);
			const [text = ''] = textsOf([told]);
			const left = all.filter((name) => !linked().includes(name));
			passed &&= isDeepStrictEqual(left, gone) && tells.test(text);
			lines.push(`  ${groups.replace('\r\n', ', ')} ${says ?? ''}: ${text.replace(/\s+/g, ' ')}`);
			lines.push(`    Groups that left: ${quoted(left)}`);
		}
		executions = await executionsOf(n8n, workflow, SUBMISSIONS.length, signal);
		await unpublishWorkflow(n8n, workflow, signal);
		await unpublishWorkflow(n8n, listening, signal);
		return {
			passed: passed && allSucceeded(executions),
			lines: [...describe(workflow, executions), ...lines],
		};
	},
};

/** Sends the form as a browser does. */
async function submit(address: string, ...values: string[]): Promise<void> {
	const form = new FormData();
	for (const [index, value] of values.entries()) form.append(`field-${index}`, value);
	const answer = await fetch(address, {
		method: 'POST',
		body: form,
		signal: AbortSignal.timeout(LIMIT_MILLISECONDS),
	});
	if (!answer.ok) throw new Error(`The form answered ${answer.status}: ${await answer.text()}`);
}
