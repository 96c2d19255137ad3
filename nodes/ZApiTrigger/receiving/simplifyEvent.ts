import type { IDataObject } from 'n8n-workflow';
import { hasExtension } from '../../shared/requests/download';
import { isObject } from '../../shared/values/objects';
import { asDate } from '../../shared/values/simplify';
import type { TriggerEvent } from '../events';
import { mediaOf } from './media';
import { kindOf, textsOf } from './message';

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
	contact: ({ displayName, phones }) => ({ contactName: displayName, contactPhones: phones }),
	poll: ({ options }) => ({ options: namesOf(options) }),
	pollVote: ({ options, pollMessageId }) => ({
		options: namesOf(options),
		referenceMessageId: pollMessageId,
	}),
};

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
		kind: kindOf(body),
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
	const { phone, chatName, isGroup, senderName, fromMe, messageId, connectedPhone, instanceId } =
		body;
	// An order, an advertisement, or what Z-API adds one day: it comes out as it is.
	const otherContents = Object.entries(body).filter(
		([key, value]) =>
			typeof value === 'object' && value && !(Object.hasOwn(CONTENTS, key) && isObject(value)),
	);
	return {
		phone,
		chatName,
		isGroup,
		senderName,
		senderPhone: senderPhoneOf(body) as string,
		fromMe,
		...(event.isNotification ? simplifyNotification(body) : simplifyMessage(body)),
		date: asDate(body.momment ?? body.moment) as string,
		messageId,
		connectedPhone,
		instanceId,
		...Object.fromEntries(otherContents),
	};
}

/** The other events have few fields, and keep them. */
function simplifyOther(body: IDataObject): IDataObject {
	const { ids, lastSeen, momment } = body;
	return {
		...body,
		type: undefined,
		momment: undefined,
		...(Array.isArray(ids) && { messageId: ids[0] }),
		...(lastSeen ? { lastSeen: asDate(lastSeen) as string } : {}),
		date: asDate(momment) as string,
	};
}

/**
 * Gives what people look for in an event: which event it is, who wrote what in which chat, and when, as flat fields.
 * Fields that Z-API has, too, have Z-API's names. What isn't there is left out.
 *
 * @param event what the body is about
 * @param body what Z-API posted
 * @see https://developer.z-api.io/webhooks/introduction
 */
export function simplifyEvent(event: TriggerEvent, body: IDataObject): IDataObject {
	const isReceived = event.isNotification !== undefined;
	return withoutAbsent({
		eventType: event.value,
		...(isReceived ? simplifyReceived(event, body) : simplifyOther(body)),
	});
}
