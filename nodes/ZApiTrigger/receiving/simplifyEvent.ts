import type { IDataObject } from 'n8n-workflow';
import { hasExtension } from '../../shared/requests/download';
import { isObject } from '../../shared/values/objects';
import { asDate } from '../../shared/values/simplifier';
import type { TriggerEvent } from '../events';
import { mediaOf } from './downloadMedia';
import { contactCardsOf, simplifyContacts } from './contactCards';
import { withWholeLids } from './lids';
import { chatIdOf, messageKindOf, textsOf } from './messageAttributes';

/** What is true of few messages, and matters then. It comes out only where it is true. */
const FLAGS = [
	'fromApi',
	'isEdit',
	'isNewsletter',
	'isStatusReply',
	'broadcast',
	'forwarded',
	'waitingMessage',
	'viewOnce',
	'ptt',
	'isGif',
];

/** What only some notifications have. */
const NOTIFICATION_FIELDS = [
	'callId',
	'callDirection',
	'isVideo',
	'requestMethod',
	'linkMode',
	'profileName',
	'updatedPhoto',
];

function part(value: unknown, name: string): unknown {
	return isObject(value) ? value[name] : undefined;
}

function namesOf(options: unknown): unknown {
	return Array.isArray(options) ? options.map((option) => part(option, 'name')) : options;
}

/** What a content comes out as, beside the text and the file, by the key that it has in what Z-API posts. */
const CONTENTS: Record<string, (content: IDataObject) => Record<string, unknown>> = {
	text: () => ({}),
	image: () => ({}),
	video: () => ({}),
	ptv: () => ({}),
	document: () => ({}),
	sticker: () => ({}),
	audio: ({ seconds }) => ({ seconds }),
	buttonsResponseMessage: ({ buttonId }) => ({ buttonId }),
	listResponseMessage: ({ selectedRowId }) => ({ selectedRowId }),
	reaction: ({ value, referencedMessage }) => ({
		reaction: value,
		referenceMessageId: part(referencedMessage, 'messageId'),
	}),
	location: ({ latitude, longitude, name, address }) => ({
		latitude,
		longitude,
		locationName: name,
		address,
	}),
	liveLocation: ({ latitude, longitude }) => ({ latitude, longitude }),
	poll: ({ options }) => ({ options: namesOf(options) }),
	pollVote: ({ options, pollMessageId }) => ({
		options: namesOf(options),
		referenceMessageId: pollMessageId,
	}),
};

/** Where contacts are, which have a reader of their own. */
const CONTACTS = ['contact', 'contacts'];

function withoutAbsent(fields: Record<string, unknown>): IDataObject {
	return Object.fromEntries(
		Object.entries(fields).filter(([, value]) => value !== undefined && value !== null),
	) as IDataObject;
}

/** In a group, Z-API names the participant; in a chat with one person, the chat is that person's. */
function senderPhoneOf(body: IDataObject): unknown {
	if (body.fromMe === true) return body.connectedPhone;
	const participant = body.participantPhone || body.participantLid;
	return participant || (body.isGroup === true ? undefined : body.phone);
}

function simplifyMessage(body: IDataObject): IDataObject {
	const media = mediaOf(body);
	// A photo has none of its own; one that was made for it would lead nowhere.
	const hasName = media && (media.kind === 'document' || hasExtension(media.fileName));
	const simplified: IDataObject = {
		kind: messageKindOf(body),
		text: textsOf(body)[0] ?? '',
		...(media && {
			fileUrl: media.url || undefined,
			fileName: hasName ? media.fileName : undefined,
			mimeType: media.mimeType,
			downloadError: media.downloadError,
		}),
		referenceMessageId: body.referenceMessageId,
	};
	const contents = Object.keys(CONTENTS).filter((key) => isObject(body[key]));
	for (const key of contents) {
		Object.assign(simplified, withoutAbsent(CONTENTS[key]?.(body[key] as IDataObject) ?? {}));
	}
	Object.assign(simplified, withoutAbsent(simplifyContacts(body)));
	const flags = FLAGS.filter((flag) =>
		[body, ...contents.map((key) => body[key])].some((place) => part(place, flag) === true),
	);
	return { ...simplified, ...Object.fromEntries(flags.map((flag) => [flag, true])) };
}

function simplifyNotification(body: IDataObject): IDataObject {
	const { notification, notificationParameters } = body;
	const others = NOTIFICATION_FIELDS.map((name) => [name, body[name]]);
	return { notification, notificationParameters, ...Object.fromEntries(others) };
}

/** Messages and notifications have some thirty fields; of those that aren't contents, few are looked for. */
function simplifyReceived(event: TriggerEvent, body: IDataObject): IDataObject {
	const { phone, chatLid, chatName, isGroup, senderName, participantLid, fromMe } = body;
	const { messageId, editMessageId, connectedPhone, instanceId } = body;
	const isSimplified = (key: string, value: unknown) =>
		CONTACTS.includes(key)
			? contactCardsOf({ [key]: value as IDataObject }).length > 0
			: Object.hasOwn(CONTENTS, key) && isObject(value);
	// An order, an advertisement, or what Z-API adds one day: it comes out as it is.
	const otherContents = Object.entries(body).filter(
		([key, value]) => typeof value === 'object' && value && !isSimplified(key, value),
	);
	return {
		phone,
		chatId: chatIdOf(body),
		chatLid,
		chatName,
		isGroup,
		senderName,
		senderPhone: senderPhoneOf(body) as string,
		participantLid,
		fromMe,
		...(event.isNotification ? simplifyNotification(body) : simplifyMessage(body)),
		date: asDate(body.momment ?? body.moment) as string,
		messageId,
		editMessageId,
		connectedPhone,
		instanceId,
		...Object.fromEntries(otherContents),
	};
}

/** The other events have few fields, and keep them. */
function simplifyOther({ isAboutChat }: TriggerEvent, body: IDataObject): IDataObject {
	const { ids, lastSeen, momment } = body;
	return {
		...body,
		type: undefined,
		momment: undefined,
		...(isAboutChat && { chatId: chatIdOf(body) }),
		// Z-API reports the same about many messages at once.
		...(Array.isArray(ids) && { messageId: ids[0], messageIds: ids as string[] }),
		...(lastSeen ? { lastSeen: asDate(lastSeen) as string } : {}),
		date: asDate(momment) as string,
	};
}

/**
 * Gives what people look for in an event: which event it is, who wrote what in which chat, and when, as flat fields.
 * Fields that Z-API has, too, have Z-API's names. What isn't there is left out.
 *
 * @param event what the body is about
 * @param posted what Z-API posted
 * @see https://developer.z-api.io/webhooks/introduction
 */
export function simplifyEvent(event: TriggerEvent, posted: IDataObject): IDataObject {
	const body = withWholeLids(posted);
	const isReceived = event.isNotification !== undefined;
	return withoutAbsent({
		eventType: event.value,
		...(isReceived ? simplifyReceived(event, body) : simplifyOther(event, body)),
	});
}
