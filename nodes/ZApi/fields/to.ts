import { locator } from '../language/locator';
import { toPhone } from '../../shared/values/phones';

/**
 * Makes a field for a chat, by number, from the list of chats, or by its ID. Z-API calls it `phone`, whatever it is.
 *
 * @param more `inQuery`, if it is sent in the query
 */
export function chat(
	label: string,
	description: string,
	name = 'phone',
	more: { inQuery?: true } = {},
) {
	return locator(name, label, {
		byPhone: true,
		what: 'chat',
		search: 'searchChats',
		read: toPhone,
		id: '120363019502650977-group',
		hint: 'A group ends in -group, a channel in @newsletter, a person without a number in @lid',
		description,
		...more,
	});
}

/** The recipient of a message. */
export const to = chat('To', 'The person, group or channel that gets the message');

/** The chat that an operation works on. */
export const chatId = chat('Chat', 'A person, a group or a channel');

/** The same, sent in the query. */
export const chatIdInQuery = chat('Chat', 'A person, a group or a channel', 'phone', {
	inQuery: true,
});
