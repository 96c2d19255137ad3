/**
 * What people write when they are asked something, in Portuguese, English and Spanish. All of it is in lower case and
 * without accents or apostrophes, as texts are compared.
 */

/** Mean yes, whatever follows. */
export const CERTAIN_YES = ['sim', 'yes', 'yep', 'yeah', 'yup', '👍', '✅', '👌'];

/** Are also other words, such as "no" in Portuguese: they count only where nothing unknown stands beside them. */
export const AMBIGUOUS = ['no', 'n', 's', 'y', 'si'];

/** Mean yes if nothing unknown follows: "ok" does, "quero saber o preço" doesn't. */
export const YES = [
	...[
		'si',
		's',
		'y',
		'ok',
		'okay',
		'okey',
		'oki',
		'claro',
		'claro que sim',
		'claro que si',
		'certeza',
	],
	...['com certeza', 'pode ser', 'pode', 'pode sim', 'pode confirmar', 'pode mandar', 'podemos'],
	...['isso', 'isso mesmo', 'isso ai', 'exato', 'exatamente', 'certo', 'correto', 'perfeito'],
	...[
		'confirmo',
		'confirmado',
		'confirmada',
		'confirmadissimo',
		'esta confirmado',
		'ta confirmado',
	],
	...['aceito', 'concordo', 'autorizo', 'aprovo', 'aprovado', 'de acordo', 'quero', 'vou', 'topo'],
	...['beleza', 'blz', 'fechado', 'combinado', 'positivo', 'bora', 'uhum', 'aham', 'show', 'otimo'],
	...['vamos', 'ta bom', 'ta bem', 'esta bom', 'tudo bem', 'tudo certo', 'sem duvida', 'logico'],
	...['sem problema', 'sem problemas', 'nao tem problema', 'nao ha problema'],
	...['sure', 'of course', 'absolutely', 'definitely', 'correct', 'right', 'thats right', 'i do'],
	...['agreed', 'i agree', 'confirmed', 'i confirm', 'confirm', 'accept', 'i accept', 'approve'],
	...['approved', 'i approve', 'sounds good', 'go ahead', 'please do', 'no problem', 'all right'],
	...['alright', 'fine', 'deal', 'perfect', 'great'],
	...['por supuesto', 'vale', 'dale', 'de acuerdo', 'esta bien', 'correcto', 'exacto', 'acepto'],
	...['estoy de acuerdo', 'apruebo', 'confirmada', 'como no', 'sin problema', 'no hay problema'],
	...['desde luego', 'quiero', 'perfecto', 'hecho', 'listo'],
];

/** Mean no if nothing unknown follows: "não recebi o boleto" doesn't. */
export const NO = [
	...[
		'nao',
		'n',
		'naum',
		'nop',
		'nope',
		'nah',
		'no',
		'negativo',
		'jamais',
		'nunca',
		'de jeito nenhum',
	],
	...['claro que nao', 'de forma alguma', 'nem pensar', 'nao quero', 'nao vou', 'nao posso'],
	...['nao confirmo', 'nao confirmado', 'nao aceito', 'nao concordo', 'nao autorizo', 'nao aprovo'],
	...[
		'nao pode',
		'nao preciso',
		'nao precisa',
		'nao da',
		'nao vai dar',
		'nao vou querer',
		'recuso',
	],
	...[
		'quero nao',
		'vou nao',
		'pode nao',
		'posso nao',
		'nao tenho interesse',
		'nao e isso',
		'nao quero mais',
		'nao vou poder',
		'nao topo',
		'hoje nao',
	],
	...[
		'no way',
		'not at all',
		'no thanks',
		'no thank you',
		'i dont',
		'i do not',
		'i cant',
		'i wont',
	],
	...['i dont want', 'decline', 'declined', 'i decline', 'reject', 'rejected', 'i refuse', 'never'],
	...[
		'de ninguna manera',
		'claro que no',
		'para nada',
		'no quiero',
		'no puedo',
		'no voy',
		'rechazo',
	],
	...['no confirmo', 'no acepto', 'no estoy de acuerdo', 'no autorizo', 'ni hablar'],
	...['👎', '❌', '🚫'],
];

/** Are neither, although they hold one of the words above. */
export const UNSURE = [
	...['nao sei', 'nao sei ainda', 'sei la', 'nao tenho certeza', 'ainda nao', 'ainda nao sei'],
	...['nao entendi', 'nao lembro', 'agora nao', 'talvez', 'depende', 'quem sabe', 'acho que sim'],
	...['acho que nao', 'por que nao', 'porque nao', 'pq nao', 'por que sim', 'mais ou menos'],
	...['nao sim', 'sim e nao', 'tanto faz', 'pode repetir', 'nao tenho', 'nao vi', 'nao recebi'],
	...['i dont know', 'dont know', 'not sure', 'im not sure', 'maybe', 'perhaps', 'it depends'],
	...['why not', 'not yet', 'not now', 'i think so', 'i dont think so', 'no idea', 'i guess'],
	...['i dont understand', 'no clue', 'whatever', 'i dont remember', 'i dont care'],
	...['no se', 'no lo se', 'no estoy seguro', 'no estoy segura', 'quizas', 'quiza', 'tal vez'],
	...['a lo mejor', 'creo que si', 'creo que no', 'por que no', 'todavia no', 'aun no', 'ahora no'],
	...['no entiendo', 'no entendi', 'no recuerdo', 'mas o menos', 'da igual'],
];

/** Say that an answer isn't the whole answer: "Sim, mas só depois das 18h". */
export const CONDITIONS = [
	...['mas', 'porem', 'so que', 'se', 'desde que', 'exceto', 'menos'],
	...['but', 'if', 'unless', 'only', 'except', 'pero', 'solo si', 'siempre que', 'excepto'],
];

/** Say nothing about the answer. */
export const FILLERS = [
	...['a', 'o', 'eu', 'ah', 'oh', 'ha', 'entao', 'bom', 'olha', 'oi', 'ola', 'e', 'de'],
	...['bom dia', 'boa tarde', 'boa noite', 'por favor', 'pf', 'pfv', 'pra mim', 'para mim', 'ai'],
	...[
		'obrigado',
		'obrigada',
		'obg',
		'brigado',
		'brigada',
		'muito obrigado',
		'muito obrigada',
		'vlw',
	],
	...['valeu', 'tchau', 'senhor', 'senhora', 'amigo', 'amiga', 'moca', 'moco', 'ne', 'viu', 'ta'],
	...[
		'minha resposta',
		'minha resposta e',
		'com prazer',
		'kk',
		'kkk',
		'rs',
		'rsrs',
		'haha',
		'hehe',
	],
	...[
		'hi',
		'hello',
		'hey',
		'well',
		'i',
		'please',
		'pls',
		'thanks',
		'thank you',
		'thx',
		'sir',
		'the',
	],
	...['hola', 'buenos dias', 'buenas tardes', 'buenas noches', 'bueno', 'pues', 'gracias', 'yo'],
	...['muchas gracias', 'el', 'la', 'lo', 'un', 'jaja', 'jeje', '🙏', '😊', '😀', '🙂', '😄', '❤'],
];

/** Stand before the number of a choice, or the choice itself. */
export const CHOOSING = [
	...['opcao', 'alternativa', 'numero', 'num', 'nr', 'n', 'no', 'item', 'escolha', 'resposta'],
	...['escolho', 'quero', 'prefiro', 'fico com', 'vou de', 'vou querer', 'pode ser', 'seria', 'e'],
	...['option', 'number', 'choice', 'i choose', 'i want', 'i prefer', 'ill take', 'its'],
	...['opcion', 'eleccion', 'elijo', 'quiero', 'me quedo con', 'es'],
];

/** What a number stands for, without which "segunda" is Monday. */
export const OF_CHOICES = [
	...['opcao', 'alternativa', 'escolha', 'resposta', 'option', 'choice', 'one', 'opcion'],
];

/** The numbers in words, each with its ordinals, from 1 on. Those of the second list can be a day of the week. */
export const NUMBERS: string[][] = [
	['um', 'uma', 'one', 'uno', 'una', 'primeira', 'primeiro', 'first', 'primera', 'primero'],
	['dois', 'duas', 'two', 'dos', 'second', 'segundo'],
	['tres', 'three', 'terceira', 'terceiro', 'third', 'tercera', 'tercero'],
	['quatro', 'four', 'cuatro', 'fourth', 'quarto', 'cuarto', 'cuarta'],
	['cinco', 'five', 'fifth', 'quinto'],
	['seis', 'six', 'sixth', 'sexto'],
	['sete', 'seven', 'siete', 'seventh', 'setima', 'setimo', 'septima', 'septimo'],
	['oito', 'eight', 'ocho', 'eighth', 'oitava', 'oitavo', 'octava', 'octavo'],
	['nove', 'nine', 'nueve', 'ninth', 'nona', 'nono', 'novena', 'noveno'],
	['dez', 'ten', 'diez', 'tenth', 'decima', 'decimo'],
];

/** Days of the week in Portuguese that are ordinals as well: they count only beside one of {@link OF_CHOICES}. */
export const DAYS: Record<string, number> = { segunda: 2, quarta: 4, quinta: 5, sexta: 6 };

/**
 * Turn a choice into its opposite when they stand before it: "não quero Pix". Portuguese "no Pix" says where, so that
 * Spanish and English "no" is here only together with a verb.
 */
export const NEGATIONS = [
	...['nao', 'n', 'nem', 'nunca', 'jamais', 'sem', 'menos', 'exceto'],
	...['not', 'dont', 'never', 'except', 'without', 'ni', 'sin', 'excepto', 'tampoco'],
	...['no quiero', 'no puedo', 'no voy', 'no es', 'no me', 'no tengo', 'no uso', 'no acepto'],
];
