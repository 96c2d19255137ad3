import { isDeepStrictEqual } from 'node:util';
import { messagesOf } from '../../emulator/messages.mts';
import { publishWorkflow, unpublishWorkflow } from '../examples.mts';
import { executionsOf } from '../executions.mts';
import { recordingOf, startAnsweringModel, type Asked, type ToolCall } from '../model.mts';
import { createDataTable } from './dataTable.mts';
import {
	allSucceeded,
	ANA,
	change,
	describe,
	nodeOfType,
	quoted,
	textsOf,
	type ExampleRun,
	type Stage,
} from './run.mts';

/** Nobody who looks on wants to wait for long. */
const WITHIN_SECONDS = 3;

/** The agent's tools, as a model is offered them. */
export const LOOK_UP = 'Look_Up_a_Product';
export const HAND_OVER = 'Hand_Over_to_the_Team';

/** The columns that the example's note asks for. */
export const PRODUCT_COLUMNS = ['name', 'price'];
export const PRODUCTS: Array<Record<string, string>> = [
	{ name: 'Pão francês', price: 'R$ 1' },
	{ name: 'Bolo de cenoura', price: 'R$ 32' },
];

/** Looks up what is asked for, hands over where that is wanted, and otherwise says something. */
function decide({ text, results }: Asked): string | ToolCall {
	const [result] = results;
	if (/quanto custa/i.test(text)) {
		if (result === undefined) return { tool: LOOK_UP, with: { word: 'bolo' } };
		const price = /R\$ ?\d+/.exec(result)?.[0];
		const about = 'É o nosso mais pedido, feito todos os dias de manhã, com cenouras frescas. ';
		return `O **bolo de cenoura** custa ${price}.\n\n${about.repeat(4).trim()}\n\nE sim, entregamos!`;
	}
	if (/com uma pessoa/i.test(text)) {
		return result === undefined ? { tool: HAND_OVER, with: {} } : 'Alguém já vai responder.';
	}
	return 'Pois não?';
}

/** Has everything ready that the notes ask for. */
async function prepare(stage: Stage, data: object): Promise<Stage> {
	const { n8n, workflow } = stage;
	const { id, name } = await n8n.post<{ id: string; name: string }>('/rest/credentials', {
		...{ name: 'OpenAI of the attendant', type: 'openAiApi', data },
	});
	const products = await createDataTable(n8n, 'Products', PRODUCT_COLUMNS);
	await products.insert(PRODUCTS);
	const { parameters } = nodeOfType(workflow, 'n8n-nodes-z-api.zApiTrigger');
	const options = { ...(parameters.options as object), joinMessagesWithin: WITHIN_SECONDS };
	const credentials = { openAiApi: { id, name } };
	return await change(stage, {
		'Z-API Trigger': (node) => ({ ...node, parameters: { ...parameters, options } }),
		'Chat Model': (node) => ({ ...node, credentials }),
		Transcribe: (node) => ({ ...node, credentials }),
	});
}

/**
 * Ana asks for a price in three texts and two voice notes, and then for a person: the agent is silent until she writes
 * the word. Somebody on the team answers by hand: it is silent once more, until the team writes it.
 */
export const attendant: ExampleRun = {
	file: 'attendant.json',
	async run(given) {
		const { n8n, emulator, signal } = given;
		const model = await startAnsweringModel(decide);
		try {
			const { workflow } = await prepare(given, model.credential);
			await publishWorkflow(n8n, workflow, signal);
			const answers = () =>
				messagesOf(emulator.state, ANA).filter(({ endpoint }) => endpoint === 'send-text');

			const write = async (text: string) => {
				emulator.whatsApp.write(ANA, text);
				// Before it, Z-API tells of what was sent.
				const answer = (await emulator.tell()).at(-1);
				return answer?.text.includes('Paused') ?? false;
			};
			const say = (name: string, words: string) => {
				const file = { contentType: 'audio/ogg', content: recordingOf(words) };
				emulator.files.set(name, file);
				const audioUrl = `${emulator.baseUrl}/files/${name}`;
				const mimeType = 'audio/ogg; codecs=opus';
				emulator.whatsApp.write(ANA, { audio: { ptt: true, seconds: 2, audioUrl, mimeType } });
			};
			const byHand = async (text: string) => {
				emulator.whatsApp.writeByHand(ANA, text);
				await emulator.tell();
			};
			const answered = async (count: number) => await executionsOf(n8n, workflow, count, signal);

			emulator.whatsApp.write(ANA, 'Oi!');
			emulator.whatsApp.write(ANA, 'Quanto custa');
			say('one.ogg', 'o bolo de cenoura?');
			emulator.whatsApp.write(ANA, 'E mais uma coisa:');
			say('two.ogg', 'vocês entregam?');
			await emulator.tell();
			await answered(1);
			const parts = answers();

			await write('Quero falar com uma pessoa');
			await answered(2);
			const isHandedOver = await write('Alô?');
			await write('Voltar');
			await answered(3);

			await byHand('Oi, Ana, aqui é a Bia.');
			const isSilent = await write('Oi, Bia!');
			await byHand('voltar');
			await write('Obrigada!');
			const executions = await answered(4);
			await unpublishWorkflow(n8n, workflow, signal);

			const asked = [...new Set(model.asked.map(({ text }) => text))];
			const told = textsOf(answers());
			const typing = parts.map(({ fields }) => fields?.delayTyping);
			return {
				passed:
					executions.length === 4 &&
					allSucceeded(executions) &&
					isDeepStrictEqual(asked, [
						'Oi!\nQuanto custa\no bolo de cenoura?\nE mais uma coisa:\nvocês entregam?',
						'Quero falar com uma pessoa',
						'Voltar',
						'Obrigada!',
					]) &&
					isDeepStrictEqual([...model.tools].sort(), [HAND_OVER, LOOK_UP]) &&
					parts.length > 1 &&
					told[0]?.startsWith('O *bolo de cenoura* custa R$ 32.') === true &&
					typing.every((seconds) => seconds === 3) &&
					isDeepStrictEqual(told.slice(parts.length), [
						'Alguém já vai responder.',
						'Pois não?',
						'Pois não?',
					]) &&
					isHandedOver &&
					isSilent,
				lines: [
					...describe(workflow, executions),
					`  The agent was asked: ${quoted(asked).replaceAll('\n', ' / ')}`,
					`  Ana was told: ${quoted(told)}`,
					`  It was silent after it handed over: ${isHandedOver}; after somebody wrote by hand: ${isSilent}`,
				],
			};
		} finally {
			await model.close();
		}
	},
};
