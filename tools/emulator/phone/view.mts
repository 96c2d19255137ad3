import type { Fields, Message } from '../types.mts';

/** Something to press below a message. */
export interface ViewButton {
	label: string;
	/** Of a button that answers; others lead somewhere. */
	id?: string;
	/** Where it leads. */
	url?: string;
}

/** What of a message is drawn, whatever its kind. */
export interface View {
	/** The key of the content, such as `text`. */
	kind: string;
	title?: string;
	text?: string;
	footer?: string;
	media?: {
		type: 'image' | 'video' | 'audio' | 'document' | 'sticker';
		url: string;
		name?: string;
	};
	link?: string;
	buttons?: ViewButton[];
	list?: { label: string; title: string; rows: Array<ViewButton & { description?: string }> };
	poll?: { max: number; options: Array<{ name: string; voters: string[] }> };
	cards?: View[];
	/** Lines of small print, such as what an order holds. */
	lines?: string[];
}

const MEDIA = ['image', 'video', 'audio', 'document', 'sticker'] as const;

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

const fieldsOf = (value: unknown) => (value ?? {}) as Fields;

function listOf(value: unknown): Fields[] {
	return Array.isArray(value) ? (value as Fields[]) : [];
}

/** Reads the file of a content, or of the header of a template. */
function mediaIn(content: Fields): View['media'] {
	for (const type of MEDIA) {
		const file = fieldsOf(content[type]);
		const url = textOf(file[`${type}Url`]);
		if (url) return { type, url, name: textOf(file.fileName) };
	}
	return undefined;
}

function templateButton(button: Fields): ViewButton {
	const reply = fieldsOf(button.quickReplyButton);
	const url = fieldsOf(button.urlButton);
	const call = fieldsOf(button.callButton);
	const [label = ''] = [reply, url, call].flatMap(({ displayText }) => textOf(displayText) ?? []);
	const id = textOf(reply.id);
	if (id !== undefined) return { label, id };
	return { label, url: textOf(url.url) ?? `tel:${String(call.phoneNumber)}` };
}

function template(content: Fields): Omit<View, 'kind'> {
	return {
		title: textOf(content.title),
		text: textOf(content.message),
		footer: textOf(content.footer),
		media: mediaIn(fieldsOf(content.header)),
		buttons: listOf(content.hydratedButtons).map(templateButton),
	};
}

/** Amounts of WhatsApp's carts and orders, in thousandths or as they are. */
function products(content: Fields): string[] {
	return listOf(content.products).map(
		({ quantity, name }) => `${String(quantity)} × ${String(name)}`,
	);
}

/** How each kind of content is drawn that isn't a file. */
const VIEWS: Record<string, (content: Fields, message: Message) => Omit<View, 'kind'>> = {
	text: ({ message, title, url, description }, { fields }) => {
		const list = fieldsOf(fields?.optionList);
		const rows = listOf(list.options).map((row) => ({
			id: String(row.id),
			label: String(row.title),
			description: textOf(row.description),
		}));
		return {
			...{ text: textOf(message), link: textOf(url), title: textOf(title) },
			lines: textOf(description) ? [String(description)] : [],
			...(fields?.optionList
				? { list: { label: String(list.buttonLabel), title: String(list.title), rows } }
				: {}),
		};
	},
	buttonsMessage: ({ message, imageUrl, videoUrl, buttons }) => ({
		text: textOf(message),
		media: mediaIn({ image: { imageUrl }, video: { videoUrl } }),
		buttons: listOf(buttons).map(({ buttonId, buttonText }) => ({
			id: String(buttonId),
			label: String(fieldsOf(buttonText).displayText),
		})),
	}),
	hydratedTemplate: template,
	carouselMessage: ({ text, cards }) => ({
		text: textOf(text),
		cards: listOf(cards).map((card) => ({ kind: 'card', ...template(card) })),
	}),
	poll: ({ question, pollMaxOptions, options }, { votes }) => ({
		text: textOf(question),
		poll: {
			max: Number(pollMaxOptions),
			options: listOf(options).map(({ name }) => ({
				name: String(name),
				voters: Object.keys(votes).filter((who) => votes[who]?.includes(String(name))),
			})),
		},
	}),
	buttonsResponseMessage: ({ message, buttonId }) => ({ text: String(message || buttonId) }),
	listResponseMessage: ({ title, message }) => ({
		text: textOf(title),
		lines: textOf(message) ? [String(message)] : [],
	}),
	location: ({ latitude, longitude, address, name }) => ({
		title: textOf(name),
		text: textOf(address),
		lines: [`${String(latitude)}, ${String(longitude)}`],
		link: `https://www.openstreetmap.org/?mlat=${String(latitude)}&mlon=${String(longitude)}`,
	}),
	contact: ({ displayName, phones }) => ({
		title: textOf(displayName),
		lines: (phones as string[] | undefined)?.map((phone) => `+${phone}`),
	}),
	event: ({ name, description, scheduleTime, canceled }) => ({
		title: textOf(name),
		text: textOf(description),
		lines: [new Date(Number(scheduleTime) * 1000).toISOString(), ...(canceled ? ['✕'] : [])],
	}),
	order: (content) => ({ title: textOf(content.orderTitle), lines: products(content) }),
	reviewAndPay: (content) => ({ title: textOf(content.orderStatus), lines: products(content) }),
	reviewOrder: (content, { fields }) => ({
		title: textOf(content.orderStatus),
		text: textOf(fields?.message),
		lines: products(content),
	}),
	pixKeyMessage: ({ merchantName, key, keyType }) => ({
		title: textOf(merchantName),
		lines: [`Pix (${String(keyType)}): ${String(key)}`],
	}),
	product: ({ title, productId }) => ({ title: textOf(title), lines: [String(productId)] }),
	newsletterAdminInvite: ({ text }) => ({ text: textOf(text) }),
};

/** @returns what is drawn of a message */
export function viewOf(message: Message): View {
	const [kind = '', content = {}] = Object.entries(message.content)[0] ?? [];
	const view = VIEWS[kind]?.(content, message);
	if (view) return { kind, ...view };
	return { kind, text: textOf(content.caption), media: mediaIn(message.content) };
}
