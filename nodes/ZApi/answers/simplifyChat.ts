import { isObject } from '../../shared/values/objects';
import { asBoolean, asDate, asItIs, asNumber, simplifier } from '../../shared/values/simplifier';

/**
 * Simplifies a chat from the lists of chats and groups: flags, which are texts in Z-API's own answer, become true or
 * false, and times become ISO dates.
 *
 * @see https://developer.z-api.io/chats/get-chats
 */
export const simplifyChat = simplifier({
	phone: asItIs,
	name: asItIs,
	isGroup: asBoolean,
	isGroupAnnouncement: asBoolean,
	unread: asNumber,
	lastMessageTime: asDate,
	archived: asBoolean,
	pinned: asBoolean,
	isMuted: asBoolean,
	notes: (notes) => (isObject(notes) ? notes.content : notes),
});
