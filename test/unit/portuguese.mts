/** Where the guide in Portuguese lies, which tells on one page what the English guide tells on several. */
export const PORTUGUESE_GUIDE = 'docs/pt-BR/README.md';

/** What the guide in Portuguese leaves to the English pages. */
export const ENGLISH_ONLY = '';

/** Pages that nobody needs who only uses the nodes, or that are lists of names. */
export const PAGES_IN_ENGLISH_ONLY = [
	'CHANGELOG.md',
	'CONTRIBUTING.md',
	'LICENSE.md',
	'SECURITY.md',
	'docs/benchmarks.md',
	'docs/developing.md',
	'docs/how-it-works.md',
	'docs/operations.md',
	'docs/scaling.md',
];

const SEND = 'Enviar mensagens';
const UNLINK = 'Desvincular grupos de uma comunidade';
const OPERATIONS = 'O que vale para todas as operações';
const TRIGGER = 'Começar um fluxo quando algo acontece';
const CONVERSATIONS = 'Pausar o robô enquanto uma pessoa responde';
const FROM_OTHER_NODES = 'Valores de Webhook, formulário e HTTP Request';
const HTTP_REQUEST = 'Chamar qualquer outro endpoint';
const SECURITY = 'Segurança';
const EXAMPLES = 'Exemplos prontos';
const CONNECT = 'Conectar a sua conta da Z-API';
const LISTS = 'Listas que saem, e a saída';
const ASK_A_PERSON = 'Perguntar antes a uma pessoa';
const FIND_IDS = 'Deixar o modelo achar os IDs';

/** For each page of the English guide, what its sections are called in the Portuguese one. */
export const sections: Record<string, Record<string, string>> = {
	'README.md': {
		Install: 'Instalar pelo n8n',
		'Connect your Z-API account': CONNECT,
		'Send your first message': SEND,
		'Unlink your first groups': UNLINK,
		'Start a workflow when something happens': TRIGGER,
		'What it can do': OPERATIONS,
		'Many items': 'Muitos itens',
		'Read on': ENGLISH_ONLY,
		Compatibility: ENGLISH_ONLY,
		'For developers': ENGLISH_ONLY,
		License: ENGLISH_ONLY,
	},
	'docs/install.md': {
		'Install and connect': 'Instalação',
		'Install in n8n': 'Instalar pelo n8n',
		'Install with npm': 'Instalar com npm',
		'Run n8n in Docker, and n8n 3': 'O n8n no Docker, e o n8n 3',
		'Update or remove': 'Atualizar ou remover',
		'Connect your Z-API account': CONNECT,
		'What the connection test says': 'O que o teste de conexão diz',
	},
	'docs/basics.md': {
		Basics: OPERATIONS,
		'Choose by name, or give an ID': 'Escolher pelo nome ou informar o ID',
		'Phone numbers': 'Números de telefone',
		'Lists that you pass in': 'Listas que você passa',
		'Options without a value': 'Opções sem valor',
		'Lists that come out': LISTS,
		'The output': LISTS,
		"What can't be undone": 'O que não dá para desfazer',
		'When some items fail': 'Quando alguns itens falham',
		'Many items': 'Muitos itens',
		'When Z-API asks to slow down': 'Quando a Z-API pede para ir mais devagar',
		"What isn't offered": 'O que ficou de fora',
	},
	'docs/sending.md': {
		'Send messages': SEND,
		'Send a text': SEND,
		'What the output means': 'O que significa a saída',
		'Images, voice messages, videos and documents': 'Fotos, áudios, vídeos e documentos',
		'Several files': 'Vários arquivos',
		Options: 'Opções de envio',
		'Try it first with Dry Run': 'Testar antes com Dry Run',
		"While WhatsApp isn't connected": 'Enquanto o WhatsApp não está conectado',
		Order: 'A ordem das mensagens',
		"When it's unclear whether it was sent": 'Quando não se sabe se a mensagem saiu',
		'Numbers without a country code': 'Números sem código do país',
		Campaigns: 'Campanhas',
		'Is a number on WhatsApp?': 'O número tem WhatsApp?',
	},
	'docs/from-other-nodes.md': {
		'From Webhook, Form, HTTP Request': FROM_OTHER_NODES,
		'What they hand over': FROM_OTHER_NODES,
		Webhook: FROM_OTHER_NODES,
		'On form submission': FROM_OTHER_NODES,
		'A row of Data table or Google Sheets': FROM_OTHER_NODES,
		'HTTP Request': FROM_OTHER_NODES,
		'What to enter': FROM_OTHER_NODES,
		'Replace an HTTP Request to Z-API': 'Trocar um HTTP Request pelo nó da Z-API',
	},
	'docs/communities.md': {
		'Communities and groups': UNLINK,
		'Unlink groups': UNLINK,
		'Pass group names or IDs': 'Passar nomes ou IDs de grupos',
		'What comes out of Unlink Groups': 'O resultado do Unlink Groups',
		'If Z-API refuses to unlink': 'Se a Z-API não desvincular',
	},
	'docs/trigger.md': {
		Trigger: TRIGGER,
		Events: 'Eventos',
		'What comes out': 'O que o evento traz',
		'n8n has to be reachable': 'O n8n precisa de um endereço público',
		'Only some chats': 'Só algumas conversas',
		Filters: 'Filtros',
		'While a person answers': CONVERSATIONS,
		Files: 'Arquivos das mensagens',
		'Restarts, moves and copies': 'Reinícios, mudanças e cópias',
		'If Z-API already sends the event elsewhere': 'Se a Z-API já envia o evento para outro lugar',
		'What is refused': 'O que o trigger recusa',
		'Many events': 'Muitos eventos',
	},
	'docs/conversations.md': {
		Conversations: CONVERSATIONS,
		'Join short messages': 'Juntar mensagens curtas',
		'Pause while a person answers': CONVERSATIONS,
		'What a pause does': 'O que a pausa faz',
		'Pause from a workflow': 'Pausar a partir de um fluxo',
		'The attendant': 'O atendente, do começo ao fim',
		Limits: 'Limites da pausa',
	},
	'docs/send-and-wait.md': {
		'Ask and wait': 'Perguntar e esperar a resposta',
		'Ways to answer': 'Formas de responder',
		'The page': 'A página da pergunta',
		'Answers in the chat need a trigger': 'Respostas na conversa precisam de um trigger',
		'Answers in words': 'Respostas por escrito',
		'Words instead of a tap': 'Palavras em vez de um toque',
		'What comes out': 'O resultado da pergunta',
		'If nobody answers': 'Se ninguém responder',
		'Who may answer': 'Quem pode responder',
		'One question at a time': 'Uma pergunta por vez',
		'Questions to many people': 'Perguntar a muitas pessoas',
		'For an AI agent': ASK_A_PERSON,
		'If something goes wrong': 'Quando a pergunta dá errado',
	},
	'docs/ai-agents.md': {
		'AI agents': 'Usar com um agente de IA',
		'Use the node as a tool': 'Usar com um agente de IA',
		'Tell the model what to fill in': 'Dizer ao modelo o que preencher',
		'Let the model find the IDs': FIND_IDS,
		'When Z-API refuses': FIND_IDS,
		'Ask a person first': ASK_A_PERSON,
		'Hand over to a person': 'Passar para uma pessoa',
		'Send what a model writes': 'Enviar o que o modelo escreve',
	},
	'docs/http-request.md': {
		'Call any other endpoint': HTTP_REQUEST,
		'Set up the HTTP Request node': HTTP_REQUEST,
		'What the credential protects': HTTP_REQUEST,
		'Mind the answers': HTTP_REQUEST,
	},
	'docs/many-numbers.md': {
		'Many numbers': 'Vários números no mesmo fluxo',
		'One credential for each number': 'Uma credencial para cada número',
		'Credential fields by expression': 'Campos da credencial por expressão',
		'What expressions cost': 'O preço das expressões',
		"What doesn't work with expressions": 'O que não funciona com expressões',
	},
	'docs/security.md': {
		Security: SECURITY,
		'Where your secrets go': SECURITY,
		'Certificates are always checked': SECURITY,
		'Files come only from public addresses': SECURITY,
		'Links and buttons are signed': SECURITY,
		'What the trigger accepts': 'O que o trigger recusa',
	},
	'docs/troubleshooting.md': {
		Troubleshooting: 'Solução de problemas',
		'Error messages': 'Mensagens de erro',
		'A dropdown has a red triangle': 'Uma lista com triângulo vermelho',
		'Published, but nothing arrives': 'Publicado, mas nada chega',
	},
	'docs/examples.md': {
		'Example workflows': EXAMPLES,
		'Communities and groups': EXAMPLES,
		Messages: EXAMPLES,
		'Chats and contacts': EXAMPLES,
		'The connection': EXAMPLES,
	},
};
