/** What the phone says, in each of its languages. */
const WORDS = {
	en: {
		title: 'Phone',
		other: 'Português',
		otherShort: 'PT',
		number: 'Number',
		numberOthers: 'Number ({count} unread with others)',
		online: 'Connected to WhatsApp',
		offline: 'Not connected to WhatsApp',
		goOnline: 'Connect',
		goOffline: 'Disconnect',
		newChat: 'Write as another number',
		openChat: 'Open this chat',
		chats: 'Chats',
		messages: 'Messages',
		back: 'Back to the chats',
		join: 'Someone joins',
		joinWho: 'Whose number joins the group?',
		write: 'Write a message',
		send: 'Send',
		voice: 'Send a voice note from a file',
		attach: 'Send something else',
		photo: 'Photo or video',
		document: 'Document',
		location: 'Location',
		map: 'Open the map',
		cart: 'Cart',
		as: 'You write as',
		customer: 'the customer',
		business: 'your business',
		writeAsBusiness: 'Write as your business',
		channel: 'Only the number itself writes here',
		group: '{count} people',
		nothing: 'Choose a chat. You are the customer there; your workflows are at the other end.',
		journal: 'What happens',
		journalAbout: 'Each request that Z-API gets from n8n, and each event that it posts to n8n.',
		close: 'Close',
		request: 'n8n asks',
		event: 'Z-API posts',
		answered: 'Answer',
		waiting: 'no answer yet',
		failed: "n8n can't be reached",
		nowhere: 'no published workflow takes it',
		publish: 'No published workflow takes this. Publish one in n8n with this number.',
		notAsked: 'no published workflow asks for it',
		askForOwn:
			'No published workflow asks for messages of your business. A trigger does with Pause After I Write Myself or Include My Own Messages.',
		reply: 'Reply',
		replyTo: 'Reply or react',
		dropQuote: "Don't reply to it",
		you: 'You',
		workflow: 'The workflow',
		deleted: 'This message was deleted',
		edited: 'edited',
		pinned: 'pinned',
		failedToSend: 'Not sent: {error}',
		QUEUED: 'waits until it is connected',
		FAILED: 'not sent',
		SENT: 'sent',
		RECEIVED: 'arrived',
		READ: 'read',
		PLAYED: 'played',
		READ_BY_ME: 'read',
		vote: 'Vote',
		voteMany: 'Choose one or more',
		voteOne: 'Choose one',
		votes: '{count} votes',
		unread: '{count} unread',
		file: 'Download {name}',
		gone: "The phone's server doesn't answer. Is `npm start` still running?",
		tooLarge: 'This file is larger than 16 MB.',
		image: '📷 Photo',
		video: '🎬 Video',
		audio: '🎤 Voice note',
		documentShort: '📄 Document',
		sticker: 'Sticker',
		locationShort: '📍 Location',
		contact: '👤 Contact',
		order: '🛒 Cart',
		poll: '📊 Poll',
		event_: '📅 Event',
		reviewAndPay: '🧾 Order',
		reviewOrder: '🧾 Order',
		pixKeyMessage: 'Pix key',
		product: '🛍️ Product',
		newsletterAdminInvite: '📢 Invitation',
		unknown: 'Message',
	},
	pt: {
		title: 'Telefone',
		other: 'English',
		otherShort: 'EN',
		number: 'Número',
		numberOthers: 'Número ({count} não lidas em outros)',
		online: 'Conectado ao WhatsApp',
		offline: 'Desconectado do WhatsApp',
		goOnline: 'Conectar',
		goOffline: 'Desconectar',
		newChat: 'Escrever como outro número',
		openChat: 'Abrir esta conversa',
		chats: 'Conversas',
		messages: 'Mensagens',
		back: 'Voltar às conversas',
		join: 'Alguém entra',
		joinWho: 'Que número entra no grupo?',
		write: 'Digite uma mensagem',
		send: 'Enviar',
		voice: 'Enviar um áudio de um arquivo',
		attach: 'Enviar outra coisa',
		photo: 'Foto ou vídeo',
		document: 'Documento',
		location: 'Localização',
		map: 'Abrir o mapa',
		cart: 'Carrinho',
		as: 'Você escreve como',
		customer: 'o cliente',
		business: 'sua empresa',
		writeAsBusiness: 'Digite como a empresa',
		channel: 'Só o próprio número escreve aqui',
		group: '{count} pessoas',
		nothing: 'Escolha uma conversa. Nela você é o cliente; seus workflows estão do outro lado.',
		journal: 'O que acontece',
		journalAbout: 'Cada requisição que a Z-API recebe do n8n e cada evento que ela envia ao n8n.',
		close: 'Fechar',
		request: 'O n8n pede',
		event: 'A Z-API envia',
		answered: 'Resposta',
		waiting: 'ainda sem resposta',
		failed: 'o n8n não pode ser alcançado',
		nowhere: 'nenhum workflow publicado recebe isso',
		publish: 'Nenhum workflow publicado recebe isso. Publique um no n8n com este número.',
		notAsked: 'nenhum workflow publicado pede isso',
		askForOwn:
			'Nenhum workflow publicado pede as mensagens da sua empresa. Um gatilho pede com Pause After I Write Myself ou Include My Own Messages.',
		reply: 'Responder',
		replyTo: 'Responder ou reagir',
		dropQuote: 'Não responder a ela',
		you: 'Você',
		workflow: 'O workflow',
		deleted: 'Esta mensagem foi apagada',
		edited: 'editada',
		pinned: 'fixada',
		failedToSend: 'Não enviada: {error}',
		QUEUED: 'espera até conectar',
		FAILED: 'não enviada',
		SENT: 'enviada',
		RECEIVED: 'entregue',
		READ: 'lida',
		PLAYED: 'ouvida',
		READ_BY_ME: 'lida',
		vote: 'Votar',
		voteMany: 'Escolha uma ou mais',
		voteOne: 'Escolha uma',
		votes: '{count} votos',
		unread: '{count} não lidas',
		file: 'Baixar {name}',
		gone: 'O servidor do telefone não responde. O `npm start` ainda está rodando?',
		tooLarge: 'Este arquivo tem mais de 16 MB.',
		image: '📷 Foto',
		video: '🎬 Vídeo',
		audio: '🎤 Áudio',
		documentShort: '📄 Documento',
		sticker: 'Figurinha',
		locationShort: '📍 Localização',
		contact: '👤 Contato',
		order: '🛒 Carrinho',
		poll: '📊 Enquete',
		event_: '📅 Evento',
		reviewAndPay: '🧾 Pedido',
		reviewOrder: '🧾 Pedido',
		pixKeyMessage: 'Chave Pix',
		product: '🛍️ Produto',
		newsletterAdminInvite: '📢 Convite',
		unknown: 'Mensagem',
	},
};

/** What a kind of content is called, where its name means something else here. */
const KINDS = { document: 'documentShort', location: 'locationShort', event: 'event_' };

const KEPT = 'phone-language';

let language =
	localStorage.getItem(KEPT) ?? (navigator.language.toLowerCase().startsWith('pt') ? 'pt' : 'en');

/** @returns what is said, with values in it */
export function word(key, values = {}) {
	const said = WORDS[language][key] ?? key;
	return said.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}

/** @returns what a kind of content is called */
export function kindWord(kind) {
	const key = KINDS[kind] ?? kind;
	return key in WORDS[language] ? word(key) : word('unknown');
}

/** @returns the language as the browser needs it for dates and for reading aloud */
export function locale() {
	return language === 'pt' ? 'pt-BR' : 'en';
}

export function switchLanguage() {
	language = language === 'pt' ? 'en' : 'pt';
	localStorage.setItem(KEPT, language);
}

/** Fills what stands in the page itself. */
export function fillWords() {
	document.documentElement.lang = locale();
	document.title = word('title');
	for (const element of document.querySelectorAll('[data-word]')) {
		element.textContent = word(element.dataset.word);
	}
	for (const element of document.querySelectorAll('[data-label]')) {
		element.setAttribute('aria-label', word(element.dataset.label));
		element.title = element.tagName === 'BUTTON' ? word(element.dataset.label) : '';
	}
	for (const element of document.querySelectorAll('[data-placeholder]')) {
		element.placeholder = word(element.dataset.placeholder);
	}
}
