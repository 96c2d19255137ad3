import type { Content, Fields } from './types.mts';

interface Button {
	id: string;
	label: string;
	type?: string;
	url?: string;
	phone?: string;
}

/** A file of a message: where it is, what it is, and what is written below it. */
function file(urlName: string, address: unknown, mimeType: string, fields: Fields = {}) {
	const { caption = '', viewOnce } = fields;
	return { [urlName]: address, mimeType, caption, ...(viewOnce === undefined ? {} : { viewOnce }) };
}

function video(address: unknown, fields: Fields): Content {
	return { video: file('videoUrl', address, 'video/mp4', fields) };
}

function contactCard(displayName: unknown, phones: unknown): Content {
	const lines = (phones as string[]).map((phone) => `TEL;type=CELL;waid=${phone}:+${phone}`);
	const vCard = ['BEGIN:VCARD', 'VERSION:3.0', `FN:${String(displayName)}`, ...lines, 'END:VCARD'];
	return { contact: { displayName, vCard: vCard.join('\n'), phones } };
}

function replyButtons({ message, buttonList }: Fields): Content {
	const { image = null, video: videoUrl = null, buttons } = buttonList as Fields;
	return {
		buttonsMessage: {
			...{ imageUrl: image, videoUrl, message },
			buttons: (buttons as Button[]).map(({ id, label }) => ({
				...{ buttonId: id, type: 1, buttonText: { displayText: label } },
			})),
		},
	};
}

/** Assumption: how a button that calls someone is shown. */
function hydratedButton({ id, label, type, url, phone }: Button, index: number) {
	if (type === 'URL') return { urlButton: { displayText: label, url }, index };
	if (type === 'CALL') return { callButton: { displayText: label, phoneNumber: phone }, index };
	return { quickReplyButton: { displayText: label, id }, index };
}

function template(fields: Fields, buttons: Button[]): Content {
	const { message, title = '', footer = '', image } = fields;
	return {
		hydratedTemplate: {
			header: image === undefined ? {} : { image: { imageUrl: image } },
			...{ message, footer, title, templateId: '' },
			hydratedButtons: buttons.map(hydratedButton),
		},
	};
}

function copyCode(fields: Fields): Content {
	const url = `https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp${String(fields.code)}`;
	const { buttonText = 'Copiar código' } = fields;
	return template(fields, [{ id: '1', type: 'URL', label: String(buttonText), url }]);
}

function carousel({ message, carousel: cards }: Fields): Content {
	const shown = (cards as Fields[]).map(({ text, image, buttons = [] }) => ({
		...{ header: { image: { imageUrl: image } }, message: text, footer: '', title: '' },
		hydratedButtons: (buttons as Button[]).map(hydratedButton),
	}));
	return { carouselMessage: { text: message, cards: shown } };
}

function calendarEvent({ event }: Fields): Content {
	const { name, description = '', canceled = false, dateTime, location = {} } = event as Fields;
	const scheduleTime = Math.floor(Date.parse(String(dateTime)) / 1000);
	return { event: { name, description, canceled, scheduleTime, location } };
}

function order(key: string): (fields: Fields) => Content {
	return (fields) => {
		const { referenceId, orderRequestId, orderStatus = 'pending' } = fields;
		const { paymentStatus = 'pending' } = fields;
		const given = fields.order as Fields;
		return { [key]: { ...given, referenceId, orderRequestId, orderStatus, paymentStatus } };
	};
}

const text = ({ message }: Fields): Content => ({ text: { message } });

/**
 * What a message shows to those who get it, by the `id` of the endpoint that it is sent with, in the form in which
 * webhooks show it. Given are the fields of its body and its path.
 *
 * Assumption: it is shown in the same form when the instance itself sent it; and a file's address is the one that
 * was sent, also where that is the file itself.
 */
export const contents: Readonly<Record<string, (fields: Fields) => Content>> = {
	'send-text': text,
	'reply-message': text,
	'metaai-conversation': text,
	'mention-participant': text,
	'mention-group': text,
	'mention-all': text,
	'reply-status-text': text,
	'send-link': ({ message, title, linkDescription, linkUrl, image }) => ({
		text: { message, description: linkDescription, title, url: linkUrl, thumbnailUrl: image },
	}),
	'send-image': (fields) => ({ image: file('imageUrl', fields.image, 'image/jpeg', fields) }),
	'send-sticker': ({ sticker }) => ({
		sticker: { stickerUrl: sticker, mimeType: 'image/webp' },
	}),
	'reply-status-sticker': ({ sticker }) => ({
		sticker: { stickerUrl: sticker, mimeType: 'image/webp' },
	}),
	// Documented: GIFs and round videos arrive as videos.
	'send-gif': (fields) => video(fields.gif, fields),
	'reply-status-gif': (fields) => video(fields.gif, fields),
	'send-ptv': (fields) => video(fields.ptv, fields),
	'send-video': (fields) => video(fields.video, fields),
	'send-audio': ({ audio, viewOnce = false }) => ({
		audio: { ptt: true, audioUrl: audio, mimeType: 'audio/ogg; codecs=opus', viewOnce },
	}),
	'send-document': ({ document, extension, fileName = `document.${String(extension)}` }) => ({
		document: {
			...{ documentUrl: document, mimeType: 'application/octet-stream' },
			...{ title: fileName, fileName },
		},
	}),
	'send-location': ({ latitude, longitude, address }) => ({
		location: { longitude: Number(longitude), latitude: Number(latitude), address, url: '' },
	}),
	'send-contact': ({ contactName, contactPhone }) => contactCard(contactName, [contactPhone]),
	// Assumption: several are shown as the first of them; how they really are isn't documented.
	'send-contacts': ({ contacts }) => {
		const [{ name, phones } = {}] = contacts as Fields[];
		return contactCard(name, phones ?? []);
	},
	'send-poll': ({ message, poll, pollMaxOptions = 0 }) => ({
		poll: { question: message, pollMaxOptions, options: poll },
	}),
	'send-poll-vote': ({ pollMessageId, pollVote }) => ({
		pollVote: { pollMessageId, options: pollVote },
	}),
	'send-button-list': replyButtons,
	'send-button-list-image': replyButtons,
	'send-button-list-video': replyButtons,
	'send-button-actions': (fields) => template(fields, fields.buttonActions as Button[]),
	'send-button-otp': copyCode,
	'send-button-pix': ({ pixKey, type, merchantName = 'Pix' }) => ({
		pixKeyMessage: { currency: 'BRL', referenceId: '', key: pixKey, keyType: type, merchantName },
	}),
	// Assumption: a list of options is told of as its text. There is no documented form for it.
	'send-option-list': text,
	'send-carousel': carousel,
	'reply-button': ({ responseButtonId }) => ({
		buttonsResponseMessage: { buttonId: responseButtonId, message: '' },
	}),
	'reply-template-button': ({ responseTemplateButtonId }) => ({
		buttonsResponseMessage: { buttonId: responseTemplateButtonId, message: '' },
	}),
	'send-product': ({ productId, catalogPhone }) => ({
		product: { productId, businessOwnerJid: catalogPhone },
	}),
	// Assumption: a catalog is told of as its text, for the same reason.
	'send-catalog': ({ message = '' }) => ({ text: { message } }),
	'send-order': order('reviewAndPay'),
	'order-status-update': order('reviewOrder'),
	'order-payment-update': order('reviewOrder'),
	'send-event': calendarEvent,
	'send-edit-event': calendarEvent,
	'send-newsletter-admin-invite': ({ adminInviteMessage }) => {
		const { newsletterId, caption } = adminInviteMessage as Fields;
		return { newsletterAdminInvite: { newsletterId, newsletterName: '', text: caption } };
	},
};
