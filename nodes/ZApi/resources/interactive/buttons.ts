import { toUrl } from '../../../shared/values/urls';
import { InvalidValue } from '../../../shared/values/invalidValue';
import { choice } from '../../language/choice';
import { text } from '../../language/text';
import { phone } from '../../fields/phones';

/** Your own ID for a button or an option, which the trigger returns when somebody presses it. */
export function ownId(what: string) {
	return text('id', 'ID', {
		optional: true,
		placeholder: 'e.g. 1',
		description: `Your own ID for the ${what}. The Z-API Trigger returns it when somebody chooses the ${what}.`,
	});
}

/** The text on a button. */
export const label = text('label', 'Label', {
	placeholder: 'e.g. I will come',
	description: 'The text on the button',
});

const type = choice(
	'type',
	'Type',
	{
		CALL: { name: 'Call', description: 'Calls a phone number' },
		REPLY: { name: 'Reply', description: 'Answers with its label' },
		URL: { name: 'URL', description: 'Opens a web page' },
	},
	{ default: 'REPLY', description: 'What the button does' },
);

/** An action button: it calls a number, opens an address, or answers with its label. */
export const actionButton = [
	type,
	label,
	phone('phone', 'Phone', {
		onlyFor: { type: ['CALL'] },
		placeholder: 'e.g. +55 (11) 3333-4444',
		description: 'The number to call. A call button needs it.',
	}),
	text('url', 'URL', {
		onlyFor: { type: ['URL'] },
		read: toUrl,
		placeholder: 'e.g. https://example.com/menu',
		description: 'The page to open. It starts with https://. A URL button needs it.',
	}),
	ownId('button'),
];

/** An action button as it is sent; the rest doesn't matter here. */
export interface ActionButton {
	type: string;
}

/**
 * Checks that buttons can be shown together. WhatsApp Web doesn't show a message that has reply buttons and others.
 *
 * @param button the next button
 * @param before the buttons before it
 * @throws InvalidValue when it can't be shown with them
 * @see https://developer.z-api.io/message/send-button-actions
 */
export function checkMix(button: ActionButton, before: ActionButton[]): void {
	const isReply = (each: ActionButton) => each.type === 'REPLY';
	if (before.every((each) => isReply(each) === isReply(button))) return;
	const [own, others] = isReply(button)
		? ['a reply button', 'call or URL buttons']
		: ['a call or URL button', 'reply buttons'];
	throw new InvalidValue(
		`is ${own} beside ${others}, which WhatsApp Web can't show`,
		'Send reply buttons in a separate message. Call and URL buttons can go together.',
	);
}
