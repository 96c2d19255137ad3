import { saveNodes, type CredentialReference, type ImportedWorkflow } from './examples.mts';
import { startAnsweringModel, type Asked, type ToolCall } from './model.mts';
import type { N8n } from './n8n.mts';
import { HAND_OVER, LOOK_UP } from './runs/attendant.mts';

/** What n8n calls the credential of the model that the examples use. */
const MODEL_CREDENTIAL = 'openAiApi';

/** The nodes that work with it. */
const MODEL_NODES = /^@n8n\/n8n-nodes-langchain\.(lmChatOpenAi|openAi)$/;

const GREETING = /^(ol[áa]|oi+|bom dia|boa tarde|boa noite)(?!\p{L})/iu;
const FOR_A_PERSON = /(?<!\p{L})(pessoa|atendente|algu[ée]m|equipe|humano)(?!\p{L})/iu;
const FOR_A_PRODUCT = /(?<!\p{L})(quanto|pre[çc]os?|custam?|t[êe]m|vendem?|produtos?)(?!\p{L})/iu;

interface Product {
	name: string;
	price: string;
}

/** Finds the rows in whatever a tool wraps them in. */
function productsIn(value: unknown): Product[] {
	if (typeof value === 'string') {
		try {
			return productsIn(JSON.parse(value));
		} catch {
			return [];
		}
	}
	if (typeof value !== 'object' || value === null) return [];
	const { name, price } = value as Partial<Product>;
	if (typeof name === 'string' && typeof price === 'string') return [{ name, price }];
	return Object.values(value).flatMap(productsIn);
}

/** @returns the words of a text, as they are compared: without accents, and in the singular */
function wordsOf(text: string): string[] {
	const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
	return (plain.match(/\p{L}{3,}/gu) ?? []).map((word) => word.replace(/s$/, ''));
}

function aboutProducts(text: string, all: Product[]): string | undefined {
	const asked = wordsOf(text);
	const named = all.filter(({ name }) => wordsOf(name).some((word) => asked.includes(word)));
	if (named.length > 0) {
		return named.map(({ name, price }) => `**${name}** custa ${price}.`).join('\n');
	}
	if (!FOR_A_PRODUCT.test(text)) return undefined;
	if (all.length === 0) return 'A tabela de produtos está vazia.';
	return `Temos:\n${all.map(({ name, price }) => `- ${name}: **${price}**`).join('\n')}`;
}

/** Says what was written, and what else can be tried. */
function echo(text: string, tools: string[]): string {
	const [greeting] = GREETING.exec(text) ?? [];
	const about = 'Sou um modelo de teste e respondo por regras simples.';
	const tips = [
		...(tools.includes(LOOK_UP) ? ['Pergunte, por exemplo: quanto custa o bolo de cenoura?'] : []),
		...(tools.includes(HAND_OVER) ? ['Ou escreva: quero falar com uma pessoa.'] : []),
	];
	const said = `Você escreveu: "${text.split(/\s*\n\s*/).join(' / ')}"`;
	if (greeting === undefined) return [said, ...tips].join('\n\n');
	const returned = greeting.charAt(0).toUpperCase() + greeting.slice(1).toLowerCase();
	return [`${returned}! ${about}`, said, ...tips].join('\n\n');
}

/**
 * Decides by rule what to say: it returns a greeting, quotes what was written, looks a product up in the table, and
 * hands over to the team.
 *
 * @param asked what was written, and the tools that there are
 */
export function answerByRule({ text, results, tools }: Asked): string | ToolCall {
	if (/^voltar[.!]?$/i.test(text.trim())) return 'Estou de volta! Como posso ajudar?';
	if (text.includes('[voice note]')) return 'Não consegui ouvir o áudio. Pode escrever?';
	if (tools.includes(HAND_OVER) && FOR_A_PERSON.test(text)) {
		return results.length === 0
			? { tool: HAND_OVER, with: {} }
			: 'Certo! Alguém da equipe já vai responder.';
	}
	if (!tools.includes(LOOK_UP)) return echo(text, tools);
	// Which words name a product is seen only in the table, so all of it is asked for.
	if (results.length === 0) return { tool: LOOK_UP, with: { word: '' } };
	return aboutProducts(text, productsIn(results)) ?? echo(text, tools);
}

/** A model that answers by rule, chosen in the examples. */
export interface RuleModel {
	close(): Promise<void>;
}

/**
 * Starts a model that answers by rule, and chooses its credential in the examples with AI.
 *
 * @param workflows the examples
 */
export async function giveModel(
	n8n: N8n,
	workflows: readonly ImportedWorkflow[],
): Promise<RuleModel> {
	const model = await startAnsweringModel(answerByRule);
	const { id, name } = await n8n.post<CredentialReference>('/rest/credentials', {
		...{ name: 'Stand-in model', type: MODEL_CREDENTIAL, data: model.credential },
	});
	const credentials = { [MODEL_CREDENTIAL]: { id, name } };
	for (const workflow of workflows) {
		if (!workflow.nodes.some(({ type }) => MODEL_NODES.test(type))) continue;
		await saveNodes(n8n, workflow, (node) =>
			MODEL_NODES.test(node.type) ? { ...node, credentials } : node,
		);
	}
	return model;
}
