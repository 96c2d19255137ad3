import { randomUUID } from 'node:crypto';
import { chatIdOf } from '../numbers.mts';
import type { By } from '../whatsApp.mts';
import type { Content, EmulatedInstance, Message, ServedFile } from '../types.mts';

/** What an action needs besides the number that it is about. */
export interface Stage {
	instance: EmulatedInstance;
	files: Map<string, ServedFile>;
	baseUrl: string;
}

/** What somebody entered; it is read as text, whatever it is. */
type Entered = Record<string, unknown>;

/** What was asked for can't be done. */
export class Impossible extends Error {}

function text(given: Entered, name: string): string {
	const value = given[name];
	if (typeof value !== 'string' || value === '') throw new Impossible(`${name} is missing`);
	return value;
}

function chatIn(given: Entered): string {
	const chat = text(given, 'chat');
	if (!/^\d{8,15}$|-group$|^\d+-\d+$|@(lid|newsletter)$/.test(chat)) {
		throw new Impossible("This isn't a number with its country code");
	}
	return chat;
}

/** Who acts in a group. */
function by({ as }: Entered): By {
	return typeof as === 'string' && as !== '' ? { participantPhone: as } : {};
}

function write({ instance }: Stage, given: Entered, content: string | Content): Message {
	const { quoted, byHand } = given;
	const quotedMessageId = typeof quoted === 'string' && quoted !== '' ? quoted : undefined;
	if (byHand === true) {
		return instance.whatsApp.writeByHand(chatIn(given), content, quotedMessageId);
	}
	return instance.whatsApp.write(chatIn(given), content, {
		...by(given),
		...(quotedMessageId === undefined ? {} : { quotedMessageId }),
	});
}

/** How WhatsApp shows a file of each kind. */
function contentOf(url: string, mimeType: string, name: string, given: Entered): Content {
	const caption = typeof given.caption === 'string' ? given.caption : '';
	const seconds = Number(given.seconds) || 1;
	const [kind] = mimeType.split('/');
	if (kind === 'image') return { image: { imageUrl: url, mimeType, caption } };
	if (kind === 'video') return { video: { videoUrl: url, mimeType, caption, seconds } };
	if (kind === 'audio') return { audio: { ptt: true, seconds, audioUrl: url, mimeType } };
	return { document: { documentUrl: url, mimeType, title: name, fileName: name, pageCount: 1 } };
}

function sendFile(stage: Stage, given: Entered): Message {
	const name = text(given, 'name');
	const mimeType = text(given, 'mimeType');
	const [, extension = ''] = /(\.\w{1,8})$/.exec(name) ?? [];
	const stored = `${randomUUID()}${extension}`;
	const content = Buffer.from(text(given, 'data'), 'base64');
	stage.files.set(stored, { contentType: mimeType, content });
	return write(stage, given, contentOf(`${stage.baseUrl}/files/${stored}`, mimeType, name, given));
}

/** What people can send without a file. */
const SAMPLES: Record<string, Content> = {
	location: {
		location: {
			latitude: -23.5503,
			longitude: -46.6339,
			address: 'Praça da Sé, São Paulo',
			url: '',
		},
	},
	cart: {
		order: {
			...{ itemCount: 2, orderId: '422508169684569', message: '', orderTitle: 'Pão de queijo' },
			...{ sellerJid: '5511900000000', thumbnailUrl: '', token: 'sample', currency: 'BRL' },
			...{ total: 24_000, subTotal: 24_000 },
			products: [
				{
					...{ quantity: 2, name: 'Pão de queijo', productId: '5338924696127051' },
					...{ retailerId: '1242', price: 12_000, currencyCode: 'BRL' },
				},
			],
		},
	},
};

/** What can be done on the phone, by its name in the address. */
export const ACTIONS: Readonly<Record<string, (stage: Stage, given: Entered) => unknown>> = {
	write: (stage, given) => write(stage, given, text(given, 'text')),
	file: sendFile,
	sample(stage, given) {
		const content = SAMPLES[text(given, 'sample')];
		if (!content) throw new Impossible('There is no such sample');
		return write(stage, given, structuredClone(content));
	},
	press: ({ instance }, given) =>
		instance.whatsApp.press(text(given, 'message'), text(given, 'id'), by(given)),
	react: ({ instance }, given) =>
		instance.whatsApp.react(text(given, 'message'), String(given.value), by(given)),
	vote({ instance }, given) {
		const options = Array.isArray(given.options) ? given.options.map(String) : [];
		return instance.whatsApp.vote(text(given, 'message'), options, by(given));
	},
	/** Somebody who hasn't written yet gets a chat. */
	open({ instance: { state } }, given) {
		const phone = chatIdOf(state, chatIn(given));
		const isThere = state.chats.some((chat) => chat.phone === phone);
		if (/^\d+$/.test(phone) && !isThere) state.chats.push({ phone, lastMessageTime: Date.now() });
	},
	/** The chat is looked at, so all in it is read. */
	read: ({ instance }, given) => instance.whatsApp.setStatus(chatIn(given), 'READ'),
	join: ({ instance }, given) =>
		instance.whatsApp.joinGroup(chatIn(given), text(given, 'phone').replace(/\D/g, '')),
	disconnect: ({ instance }) => instance.whatsApp.disconnect(),
	connect({ instance }) {
		if (!instance.state.connected) instance.whatsApp.connect();
	},
};
