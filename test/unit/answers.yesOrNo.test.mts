import { readYesOrNo } from '../../nodes/shared/answers/yesOrNo.ts';

describe('a yes', () => {
	it.each([
		...['Sim', 'Siiiim', 'Sim, confirmo!'],
		...['Claro que sim', 'Com certeza!'],
		...['Confirmado ✅', 'Ok.'],
		...['Eu confirmo', 'Bom dia, sim', 'Boa tarde! Confirmo sim, obrigada', '👍'],
		...['Sim, não tem problema', 'Não tem problema'],
		...['Sim! Que horas?', 'sim eu vou às 15h', 'Sim, pode entregar no portão', 'Tá bom'],
		...['sim, na segunda', 'Yes, thanks!', "that's right"],
		...['Sí, claro', '¡Sí!'],
	])('%s', (text) => {
		expect(readYesOrNo(text)).toBe(true);
	});
});

describe('a no', () => {
	it.each([
		...['Não', 'nao', 'Não, obrigado', 'Não quero'],
		...['não não', 'de jeito nenhum'],
		...['Bom dia! Não, obrigado', 'Não, recebi nada', 'Não, isso está errado'],
		...['Não. Obrigada!', 'no, thanks'],
	])('%s', (text) => {
		expect(readYesOrNo(text)).toBe(false);
	});
});

describe('neither', () => {
	it.each([
		...['', 'Bom dia', '🙏'],
		...['não sei', 'Ñ sei', 'Não, não sei', 'Talvez'],
		...['por que não?', 'acho que sim'],
		...['sim?', 'sim ou não?', 'não, sim', 'sim. não.', 'vou sim ou não'],
		...['Sim, mas só depois das 18h', 'Sim, se não chover', 'não recebi o boleto'],
		...['quero saber o preço', 'Vou ver e te aviso'],
		...['pode me ligar amanhã', 'Você pode me explicar?', 'claro ou escuro'],
		...['no sábado', 'simpático'],
		...['Meu filho não pode ir na segunda, pode ser na terça', 'Você não me respondeu'],
		...['Sim. Não vou.', 'ok mas e o valor?'],
		...['why not?', 'yes but not today'],
		...['Is it ok?', 'quizás', '¿por qué no?'],
		...['sí, pero mañana'],
		`Sim ${'muito '.repeat(200)}`,
	])('%s', (text) => {
		expect(readYesOrNo(text)).toBeUndefined();
	});
});
