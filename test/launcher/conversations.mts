import { isDeepStrictEqual } from 'node:util';
import { messagesOf } from '../emulator/messages.mts';
import type { Emulator, Message } from '../emulator/types.mts';
import {
	firstExecution,
	operationsIn,
	OPERATIONS_TO_COME,
	publishWorkflow,
	runWorkflow,
	unpublishWorkflow,
	type Execution,
	type ImportedWorkflow,
} from './examples.mts';
import type { Launched } from './launch.mts';
import { startAnsweringModel } from './model.mts';
import { exampleIn, quoted, type SmokeResult } from './smoke.mts';

const AGENT_EXAMPLE = 'answer-with-ai.json';
const CAMPAIGN_EXAMPLE = 'campaign-from-table.json';
const VOICE_NOTE_EXAMPLE = 'forward-voice-note.json';
const WELCOME_EXAMPLE = 'welcome-new-participants.json';

const ANA = '5511900000001';
const BLOCK = '120363100000000012-group';
const GATE = '120363100000000014-group';

type Parts = Pick<Launched, 'n8n' | 'workflows' | 'emulator'>;

function textsOf(messages: Message[]): string[] {
	return messages.map(({ content }) => (content.text?.message ?? '') as string);
}

/** How a run ended, in lines for a person. */
function describe({ name }: ImportedWorkflow, { status, error }: Execution): string[] {
	return [
		`The workflow "${name}" ended with: ${status}`,
		...(error ? [`  ${error.message}`, `  ${error.description}`] : []),
	];
}

/**
 * Runs an example against the emulator in its seeded state.
 *
 * @returns that it was left out, if it uses operations that the node doesn't have yet
 */
async function runExample(
	{ workflows, emulator }: Parts,
	file: string,
	run: (workflow: ImportedWorkflow, emulator: Emulator) => Promise<SmokeResult>,
): Promise<SmokeResult> {
	const workflow = exampleIn(workflows, file);
	const missing = operationsIn(workflow).filter((name) => OPERATIONS_TO_COME.includes(name));
	if (missing.length > 0) {
		const why = `the node doesn't have ${missing.join(', ')} yet`;
		return { passed: true, lines: [`The workflow "${workflow.name}" was left out: ${why}`] };
	}
	if (!emulator) throw new Error(`${file} needs the emulator`);
	emulator.reset();
	return await run(workflow, emulator);
}

/** Publishes a workflow, lets something happen that starts it, and takes it back. */
async function runPublished(
	{ n8n }: Parts,
	workflow: ImportedWorkflow,
	happen: () => Promise<unknown>,
	signal?: AbortSignal,
): Promise<Execution> {
	await publishWorkflow(n8n, workflow, signal);
	await happen();
	const execution = await firstExecution(n8n, workflow, signal);
	await unpublishWorkflow(n8n, workflow, signal);
	return execution;
}

/**
 * Publishes the example in which an AI agent answers, with a model that stands in for a real one.
 *
 * @throws Error if the example can't be run at all; a wrong outcome is a result
 */
export async function runAgentExample(parts: Parts, signal?: AbortSignal): Promise<SmokeResult> {
	const { n8n } = parts;
	return await runExample(parts, AGENT_EXAMPLE, async (imported, emulator) => {
		const model = await startAnsweringModel('Sim, **até as 20h**.');
		try {
			const { id, name } = await n8n.post<{ id: string; name: string }>('/rest/credentials', {
				...{ name: 'OpenAI', type: 'openAiApi', data: model.credential },
			});
			const nodes = imported.nodes.map((node) =>
				node.name === 'Chat Model' ? { ...node, credentials: { openAiApi: { id, name } } } : node,
			);
			const { versionId } = imported;
			const saved = await n8n.patch<ImportedWorkflow>(`/rest/workflows/${imported.id}`, {
				nodes,
				versionId,
			});
			const workflow = { ...imported, ...saved };
			const happen = async () => {
				emulator.whatsApp.write(ANA, 'Vocês abrem hoje?');
				await emulator.tell();
			};
			const execution = await runPublished(parts, workflow, happen, signal);
			const [question, ...answers] = textsOf(messagesOf(emulator.state, ANA));
			return {
				passed:
					execution.status === 'success' &&
					isDeepStrictEqual(answers, ['Sim, *até as 20h*.']) &&
					model.questions.some((asked) => asked.includes(question ?? '')),
				lines: [
					...describe(workflow, execution),
					`  Ana asked ${quoted([question ?? ''])}, and got: ${quoted(answers)}`,
				],
			};
		} finally {
			await model.close();
		}
	});
}

/**
 * Publishes the example that welcomes new participants, and lets someone join a group.
 *
 * @throws Error if the example can't be run at all; a wrong outcome is a result
 */
export async function runWelcomeExample(parts: Parts, signal?: AbortSignal): Promise<SmokeResult> {
	return await runExample(parts, WELCOME_EXAMPLE, async (workflow, emulator) => {
		const newcomer = '5511900000012';
		const happen = async () => {
			emulator.whatsApp.joinGroup(BLOCK, newcomer);
			await emulator.tell();
		};
		const execution = await runPublished(parts, workflow, happen, signal);
		const messages = messagesOf(emulator.state, BLOCK);
		const texts = textsOf(messages);
		return {
			passed:
				execution.status === 'success' &&
				texts.length === 1 &&
				texts.join().includes(`@${newcomer}`) &&
				isDeepStrictEqual(messages[0]?.fields?.mentioned, [newcomer]),
			lines: [...describe(workflow, execution), `  The group was told: ${quoted(texts)}`],
		};
	});
}

/**
 * Runs the example that sends a picture to everyone in a table.
 *
 * @throws Error if the example can't be run at all; a wrong outcome is a result
 */
export async function runCampaignExample(parts: Parts, signal?: AbortSignal): Promise<SmokeResult> {
	return await runExample(parts, CAMPAIGN_EXAMPLE, async (workflow, emulator) => {
		// The second picture is refused, so that each outcome is met.
		emulator.misbehave({
			when: ({ path, text }) => path === '/send-image' && text.includes('Bruno'),
			answer: { status: 400, body: { error: 'Invalid phone' } },
		});
		const trigger = workflow.nodes.find(({ type }) => type === 'n8n-nodes-base.manualTrigger');
		const execution = await runWorkflow(parts.n8n, workflow, trigger?.name ?? '', signal);
		const rows = execution.itemsOf('Write to the Table') as Array<Record<string, string>>;
		const outcomes = rows.map(({ name, result }) => `${name}: ${result}`).sort();
		const captions = messagesOf(emulator.state, ANA).map(({ content }) => content.image?.caption);
		return {
			passed:
				execution.status === 'success' &&
				isDeepStrictEqual(outcomes, ['Ana: queued', 'Bruno: failed', 'Sofia: not on WhatsApp']) &&
				rows.some(({ reason }) => reason?.includes('Invalid phone')) &&
				captions.length === 1 &&
				String(captions[0]).includes('Ana'),
			lines: [...describe(workflow, execution), `  The table got: ${quoted(outcomes)}`],
		};
	});
}

/**
 * Publishes the example that forwards voice notes, and lets someone send one.
 *
 * @throws Error if the example can't be run at all; a wrong outcome is a result
 */
export async function runVoiceNoteExample(
	parts: Parts,
	signal?: AbortSignal,
): Promise<SmokeResult> {
	return await runExample(parts, VOICE_NOTE_EXAMPLE, async (workflow, emulator) => {
		const file = { contentType: 'audio/ogg', content: Buffer.from('OggS, not really') };
		emulator.files.set('nota.ogg', file);
		const audioUrl = `${emulator.baseUrl}/files/nota.ogg`;
		const happen = async () => {
			const mimeType = 'audio/ogg; codecs=opus';
			emulator.whatsApp.write(ANA, { audio: { ptt: true, seconds: 3, audioUrl, mimeType } });
			await emulator.tell();
		};
		const execution = await runPublished(parts, workflow, happen, signal);
		const [note, from] = messagesOf(emulator.state, GATE);
		const sent = String(note?.content.audio?.audioUrl);
		const said = textsOf(from ? [from] : []);
		return {
			passed:
				execution.status === 'success' &&
				sent.startsWith('data:audio/ogg') &&
				sent.endsWith(`;base64,${file.content.toString('base64')}`) &&
				said.join().includes('Ana Souza'),
			lines: [
				...describe(workflow, execution),
				`  The group got ${note ? 'the voice note' : 'nothing'}, and was told: ${quoted(said)}`,
			],
		};
	});
}
