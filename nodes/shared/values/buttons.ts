import { toAddress } from './addresses';
import { InvalidValue } from './invalidValue';
import { toFields, toOptionalPart, toPart } from './lists';
import { toPhoneNumber } from './phones';
import { toOneOf, toText, type Read } from './values';

/** A button that answers with its label. */
export interface ReplyButton {
	id?: string;
	label: string;
}

/** What people can choose from a list. */
export interface ListOption {
	id?: string;
	description?: string;
	title: string;
}

/** What Z-API calls the kinds of action buttons. */
const KINDS = ['CALL', 'URL', 'REPLY'] as const;

/** A button that calls a number, opens an address, or answers with its label. */
export interface ActionButton extends ReplyButton {
	type: (typeof KINDS)[number];
	phone?: string;
	url?: string;
}

const toId = toOptionalPart('an ID', toText);
const toLabel = toPart('a label', toText);
const toKind = toPart('a type', toOneOf(...KINDS)) as Read<ActionButton['type']>;
const toUrl = toPart('a URL', toAddress);
const toPhone = toPart('a phone', toPhoneNumber);
const toTitle = toPart('a title', toText);
const toDescription = toOptionalPart('a description', toText);

/** What isn't given isn't sent. */
function withoutUndefined<Value extends object>(value: Value): Value {
	const given = Object.entries(value).filter(([, part]) => part !== undefined);
	return Object.fromEntries(given) as Value;
}

/**
 * Reads a reply button.
 *
 * @throws InvalidValue when it has no label
 * @see https://developer.z-api.io/message/send-button-list
 */
export const toReplyButton: Read<ReplyButton> = (value) => {
	const { id, label } = toFields(value);
	return withoutUndefined({ id: toId(id), label: toLabel(label) });
};

/**
 * Reads an action button. What doesn't belong to its type is left out.
 *
 * @throws InvalidValue when it lacks its type, its label, or what its type needs: a URL or a phone
 * @see https://developer.z-api.io/message/send-button-actions
 */
export const toActionButton: Read<ActionButton> = (value) => {
	const { id, type: given, phone, url, label } = toFields(value);
	const type = toKind(given);
	return withoutUndefined({
		id: toId(id),
		type,
		phone: type === 'CALL' ? toPhone(phone) : undefined,
		url: type === 'URL' ? toUrl(url) : undefined,
		label: toLabel(label),
	});
};

/**
 * Reads an option of a list.
 *
 * @throws InvalidValue when it has no title
 * @see https://developer.z-api.io/message/send-option-list
 */
export const toListOption: Read<ListOption> = (value) => {
	const { id, description, title } = toFields(value);
	return withoutUndefined({
		id: toId(id),
		description: toDescription(description),
		title: toTitle(title),
	});
};

/**
 * Checks that buttons can be shown together. WhatsApp Web doesn't show a message that has reply buttons and others.
 *
 * @param button the next button
 * @param before the buttons before it
 * @throws InvalidValue when it can't be shown with them
 * @see https://developer.z-api.io/message/send-button-actions
 */
export function checkMix(button: ActionButton, before: ActionButton[]): void {
	const isReply = ({ type }: ActionButton) => type === 'REPLY';
	if (before.every((each) => isReply(each) === isReply(button))) return;
	const [own, others] = isReply(button)
		? ['a reply button', 'call or URL buttons']
		: ['a call or URL button', 'reply buttons'];
	throw new InvalidValue(
		`is ${own} beside ${others}, which WhatsApp Web can't show`,
		'Send reply buttons in a separate message. Call and URL buttons can go together.',
	);
}
