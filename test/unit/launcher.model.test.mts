import { byHand } from '../../tools/launcher/byHand.mts';
import { startAnsweringModel, type Asked } from '../../tools/launcher/model.mts';
import { answerByRule } from '../../tools/launcher/ruleModel.mts';

const LOOK_UP = 'Look_Up_a_Product';
const HAND_OVER = 'Hand_Over_to_the_Team';

/** As n8n's tool returns rows. */
const TABLE = JSON.stringify([
	{ id: 1, name: 'Pão francês', price: 'R$ 1' },
	{ id: 2, name: 'Bolo de cenoura', price: 'R$ 32' },
]);

function say(text: string, more: Partial<Asked> = {}) {
	return answerByRule({ text, results: [], tools: [LOOK_UP, HAND_OVER], ...more });
}

describe('a model that answers by rule', () => {
	it('looks in the table before it says anything, and hands over without that', () => {
		expect(say('Oi!')).toEqual({ tool: LOOK_UP, with: { word: '' } });
		expect(say('Quero falar com uma pessoa')).toEqual({ tool: HAND_OVER, with: {} });
		expect(say('Bolo para dez pessoas')).toEqual({ tool: LOOK_UP, with: { word: '' } });
	});

	it.each([
		['Oi!\nquanto custa\no bolo de cenoura?', '**Bolo de cenoura** custa R$ 32.'],
		['Vocês têm PAES?', 'Temos:\n- Pão francês: **R$ 1**\n- Bolo de cenoura: **R$ 32**'],
		['dois pãos e um bolo', '**Pão francês** custa R$ 1.\n**Bolo de cenoura** custa R$ 32.'],
		['Quero falar com um atendente', 'Certo! Alguém da equipe já vai responder.'],
	])('answers %j from what a tool gave', (text, answer) => {
		expect(say(text, { results: [TABLE] })).toBe(answer);
	});

	it('says so when the table is empty', () => {
		expect(say('Quanto custa?', { results: ['[]'] })).toBe('A tabela de produtos está vazia.');
	});

	it('greets, quotes, and says what else can be tried, with what there is', () => {
		expect(say('Obrigada\ne até logo', { results: [TABLE] })).toMatch(
			/^Você escreveu: "Obrigada \/ e até logo"\n\nPergunte, .*bolo.*\n\nOu escreva: .*pessoa/,
		);
		expect(say('Bom dia, tem alguém aí?', { tools: [] })).toMatch(
			/^Bom dia! Sou um modelo de teste.*\n\nVocê escreveu: "Bom dia, tem alguém aí\?"$/,
		);
	});

	it('says that it is back, and that it heard nothing', () => {
		expect(say('Voltar')).toContain('de volta');
		expect(say('Oi\n[voice note]')).toContain('áudio');
	});

	it('does what is written beside the examples', () => {
		const quotedIn = (file: string) =>
			[
				...byHand({ file }, true)
					.join()
					.matchAll(/"([^"]+)"/g),
			].map(([, text = '']) => text);
		const asked = quotedIn('attendant.json');
		const last = asked.pop() ?? '';
		expect(say(asked.join('\n'), { results: [TABLE] })).toContain('R$ 32');
		expect(say(last)).toEqual({ tool: HAND_OVER, with: {} });
		const [greeting = ''] = quotedIn('answer-with-ai.json');
		expect(say(greeting, { tools: [] })).toMatch(/^Bom dia!/);
	});
});

describe('the server of a model', () => {
	it('has a list of models, and refuses what it does not know, without ending', async () => {
		const model = await startAnsweringModel('Olá');
		try {
			const ask = async (path: string, options?: RequestInit) => {
				const response = await fetch(model.credential.url + path, options);
				return [response.status, await response.json()];
			};
			const listed = { data: [{ id: 'stand-in' }] };
			expect(await ask('/models')).toMatchObject([200, listed]);
			expect(await ask('/responses', { method: 'POST', body: '{}' })).toEqual([
				400,
				{ error: { message: "The stand-in model doesn't know POST /v1/responses" } },
			]);
			expect(await ask('/chat/completions', { method: 'POST', body: '' })).toMatchObject([400, {}]);
			const body = JSON.stringify({ messages: [{ role: 'user', content: 'Oi' }] });
			const answer = { choices: [{ message: { content: 'Olá' } }] };
			expect(await ask('/chat/completions', { method: 'POST', body })).toMatchObject([200, answer]);
		} finally {
			await model.close();
		}
	});
});
