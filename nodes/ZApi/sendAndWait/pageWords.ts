import { isNotGiven } from '../../shared/values/cleanText';
import { toOneOf } from '../../shared/values/values';
import type { Question } from './question';

/** The languages of the page, as browsers and screen readers know them. */
export const PAGE_LANGUAGES = ['en', 'pt-BR', 'es'] as const;

export type PageLanguage = (typeof PAGE_LANGUAGES)[number];

/** What the page itself says; the question and the labels are the user's. */
export interface PageWords {
	/** Before the link, in the message. */
	answerHere: string;
	/** The title, unless the user has one. */
	title: string;
	/** Below the question. */
	once: string;
	/** Where the question has buttons or is answered in words. */
	inChat: string;
	textLabel: string;
	send: string;
	empty: string;
	received: string;
	answered: string;
	/** Unless the user has a thank-you text. */
	thanks: string;
	/** n8n's own page is in English. */
	usedUp: string;
	closed: string;
	closedWhy: string;
	unavailable: string;
	tryLater: string;
	/** Whose way to write a date and a time is used. */
	locale: string;
}

export const PAGE_WORDS: Record<PageLanguage, PageWords> = {
	en: {
		answerHere: 'Answer here:',
		title: 'Your answer is needed',
		once: 'The first answer counts, and it can’t be changed.',
		inChat: 'Answer in the chat in WhatsApp.',
		textLabel: 'Your answer',
		send: 'Send',
		empty: 'Write your answer first.',
		received: 'Answer received',
		answered: 'You answered:',
		thanks: 'Your answer has been passed on. You can close this page.',
		usedUp: 'This link is used up. Opened again, it says “No action required”.',
		closed: 'This question is no longer open',
		closedWhy: 'It has been answered, or its time is over. There is nothing left to do here.',
		unavailable: 'Your answer can’t be taken right now',
		tryLater: 'Open the link again later.',
		locale: 'en-GB',
	},
	'pt-BR': {
		answerHere: 'Responda aqui:',
		title: 'Precisamos da sua resposta',
		once: 'Vale a primeira resposta, e ela não pode ser alterada.',
		inChat: 'Responda na conversa do WhatsApp.',
		textLabel: 'Sua resposta',
		send: 'Enviar',
		empty: 'Escreva sua resposta primeiro.',
		received: 'Resposta recebida',
		answered: 'Você respondeu:',
		thanks: 'Sua resposta foi encaminhada. Você já pode fechar esta página.',
		usedUp:
			'Este link já foi usado. Se for aberto de novo, dirá “No action required” (nenhuma ação necessária).',
		closed: 'Esta pergunta não está mais aberta',
		closedWhy: 'Ela já foi respondida, ou o prazo acabou. Não há mais nada a fazer aqui.',
		unavailable: 'Não é possível receber sua resposta agora',
		tryLater: 'Abra o link de novo mais tarde.',
		locale: 'pt-BR',
	},
	es: {
		answerHere: 'Responde aquí:',
		title: 'Necesitamos tu respuesta',
		once: 'Vale la primera respuesta, y no se puede cambiar.',
		inChat: 'Responde en el chat de WhatsApp.',
		textLabel: 'Tu respuesta',
		send: 'Enviar',
		empty: 'Primero escribe tu respuesta.',
		received: 'Respuesta recibida',
		answered: 'Respondiste:',
		thanks: 'Tu respuesta fue enviada. Ya puedes cerrar esta página.',
		usedUp:
			'Este enlace ya se usó. Si se abre de nuevo, dirá “No action required” (no hay nada que hacer).',
		closed: 'Esta pregunta ya no está abierta',
		closedWhy: 'Ya fue respondida, o se acabó el plazo. No queda nada por hacer aquí.',
		unavailable: 'No es posible recibir tu respuesta ahora',
		tryLater: 'Abre el enlace de nuevo más tarde.',
		locale: 'es',
	},
};

/** Frequent words that only one of the languages has. */
const FREQUENT: Record<PageLanguage, Set<string>> = {
	en: new Set(
		'yes approve approved decline accept reject confirm cancel the is are was you your we what which when how of to and or for with this that please can may do shall later now not'.split(
			' ',
		),
	),
	'pt-BR': new Set(
		'sim não nao aprovar aprovo recusar rejeitar aceitar aceito você voce vocês é são estes isto isso qual quais quando seu sua seus suas em na nas do dos da das um uma com os ao até ou mais bem hoje amanhã agora depois quero posso pode olá obrigado obrigada'.split(
			' ',
		),
	),
	es: new Set(
		'sí si aprobar apruebo rechazar aceptar acepto usted ustedes es estos esto eso cuál cuáles cuándo su sus el los las del una con y en hasta más hoy mañana ahora después quiero puedo puede hola gracias'.split(
			' ',
		),
	),
};

/** Letters and marks that only one of the languages has. */
const OWN_LETTERS: Array<[PageLanguage, RegExp]> = [
	['pt-BR', /[ãõçâêô]/],
	['es', /[ñ¿¡]/],
];

function languageIn(text: string): PageLanguage | undefined {
	const words = text.toLowerCase().split(/[^\p{L}¿¡]+/u);
	const scores = PAGE_LANGUAGES.map((language) => ({
		language,
		score: words.filter(
			(word) =>
				FREQUENT[language].has(word) ||
				OWN_LETTERS.some(([of, letters]) => of === language && letters.test(word)),
		).length,
	})).sort((one, other) => other.score - one.score);
	const [best, second] = scores;
	return best && best.score > (second?.score ?? 0) ? best.language : undefined;
}

/** @returns the language of the labels; if they don't show it, that of the question; otherwise English */
function languageOf({ labels, message }: Question): PageLanguage {
	return languageIn(labels.join(' ')) ?? languageIn(message) ?? 'en';
}

const toChosen = toOneOf('labels', ...PAGE_LANGUAGES);

/**
 * Reads *Page Language*.
 *
 * @throws InvalidValue when it doesn't exist, as in a workflow from a newer version
 */
export function readPageLanguage(chosen: unknown, question: Question): PageLanguage {
	const language = isNotGiven(chosen) ? 'labels' : toChosen(chosen);
	return language === 'labels' ? languageOf(question) : language;
}
